using ConfEngine.Contract;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Calls;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.PluginHost.Life;

/// <summary>One plugin, by its id, over all its versions and starts: a flow that starts it, watches it, replaces it and ends it. All but calls and figures belongs to the
/// supervisor's thread.</summary>
internal sealed class PluginUnit : ICandidateEars
{
    private static readonly MediaTime s_silence = MediaTime.FromSeconds(10);
    private static readonly MediaTime s_pingTime = MediaTime.FromSeconds(5);

    private readonly PluginHostParts _parts;
    private readonly Launcher _launcher;
    private readonly Handover _handover;
    private readonly Retirement _retirement;
    private readonly Signal _signal;
    private readonly RestartBackoff _backoff = new();
    private readonly List<TaskCompletionSource<PluginStatus>> _waiters = [];
    private volatile PluginStatus _status;
    private volatile Candidate? _current;
    private Candidate? _launching;
    private FoundPlugin _found;
    private PluginPackage? _lastRun;
    private string _rejected = "";
    private string _rejectedWhy = "";
    private string _hungVersion = "";
    private (string? Digest, string Problem, bool IsEnabled) _met;
    private bool _isEnabled;
    private bool _isPinned;
    private bool _isGone;
    private bool _isUrged;
    private bool _wantsReload;
    private bool _isBroken;
    private bool _hasRun;

    /// <summary>A plugin that is not started yet.</summary>
    public PluginUnit(PluginHostParts parts, FoundPlugin found, bool isEnabled)
    {
        (_parts, _found, _isEnabled, Id) = (parts, found, isEnabled, found.Id);
        _signal = new Signal(parts.Agenda);
        Log = new PluginLog(parts.Clock);
        Calls = new PluginCalls(found.Id, parts.Clock, parts.Time, Counters, OnBreaker);
        Operations = new OperationTable(found.Id, Calls, parts.Agenda, late => _parts.OnLate(late));
        _launcher = new Launcher(parts, Counters);
        _retirement = new Retirement(parts, OnStuck);
        _handover = new Handover(parts, _launcher, _retirement);
        _status = new PluginStatus { Id = found.Id, Folder = found.Folder, State = isEnabled ? PluginState.Starting : PluginState.Disabled, BuiltIn = found.BuiltIn };
    }

    public string Id { get; }

    public CallCounters Counters { get; } = new();

    public PluginCalls Calls { get; }

    public OperationTable Operations { get; }

    public PluginLog Log { get; }

    /// <summary>Without figures and log. Any thread.</summary>
    public PluginStatus Status => _status;

    /// <summary>Whether it is at work, or was and will be again. Any thread.</summary>
    public bool IsInService => _status.State is PluginState.Running or PluginState.Degraded or PluginState.Reloading
        || (_status.State is PluginState.Faulted or PluginState.Starting && Volatile.Read(ref _hasRun));

    /// <summary>The package that is offered now; null when that is refused.</summary>
    public PluginPackage? Offered => _found.Package;

    /// <summary>The version that works. Any thread.</summary>
    public PluginPackage? AtWork => _current?.Package;

    /// <summary>Whether it takes no more wishes: it has been removed.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Status with figures and log. Any thread.</summary>
    public PluginStatus ReadStatus()
    {
        var uses = _current?.Connection?.Figures ?? default;
        return _status with { Figures = Counters.Read(uses.MemoryBytes, uses.CpuSeconds), Log = Log.Read() };
    }

    /// <summary>What the folders hold under this id now.</summary>
    public void Offer(FoundPlugin found)
    {
        (_found, _isGone) = (found, false);
        _signal.Set();
    }

    /// <summary>Switches it on or off; the status follows when it has come to rest.</summary>
    public Task<PluginStatus> EnableAsync(bool isEnabled)
    {
        // Off and on is a new beginning: what was not taken gets another chance, without any state to be handed over.
        if (isEnabled && !_isEnabled) _rejected = "";
        (_isEnabled, _isUrged) = (isEnabled, true);
        return RestAsync();
    }

    /// <summary>Starts it anew, whatever was wrong with it: a new version, other settings, other trust.</summary>
    public Task<PluginStatus> UrgeAsync()
    {
        (_isUrged, _wantsReload, _rejected, _hungVersion) = (true, true, "", "");
        _backoff.Forget();
        return RestAsync();
    }

    /// <summary>Ends it for good.</summary>
    public void Remove()
    {
        _isGone = true;
        // One that is not even at work yet is not waited for.
        _launching?.Connection?.Close(TimeSpan.Zero);
        _signal.Set();
    }

    /// <summary>Ends what callers wait for: there will be no plugin any more. Any thread.</summary>
    public void GiveUp(string cause)
    {
        Calls.Gate.Shut(cause, comesBack: false);
        Operations.EndAll(cause);
    }

    /// <summary>The plugin's whole life. Completes when it has been removed and its last process or thread is gone or left behind.</summary>
    public async Task LiveAsync()
    {
        while (!_isGone)
        {
            MeetWishes();
            _wantsReload = false;
            if (!_isEnabled)
                await RestAsync(PluginState.Disabled, "");
            else if (Choose() is not { } package)
                await RestAsync(PluginState.Refused, _found.Problem);
            else
            {
                Show(PluginState.Starting, "");
                if (await LaunchAsync(package) is { } candidate) await ServeAsync(candidate);
            }
        }

        IsOver = true;
        GiveUp("it was removed");
        foreach (var waiter in _waiters) waiter.TrySetResult(_status);
        await _retirement.DoneAsync();
    }

    /// <inheritdoc/>
    void ICandidateEars.OnNotice(string method, ReadOnlyMemory<byte> payload) => _parts.OnNotified(new PluginNotification(Id, method, payload.ToArray()));

    /// <inheritdoc/>
    void ICandidateEars.OnHealth(Candidate candidate, HealthNotice health) => _parts.Agenda.Post(() =>
    {
        candidate.Health = health;
        _signal.Set();
    });

    /// <inheritdoc/>
    void ICandidateEars.OnEnded(Candidate candidate, ChannelEnd end)
    {
        Log.Add(end.Kind == ChannelEndKind.Closed ? LogLevel.Info : LogLevel.Warning, end.Cause);
        _parts.Agenda.Post(_signal.Set);
    }

    // One that does not even end by itself is not let into the process again.
    private void OnStuck(Candidate candidate)
    {
        if (candidate.Run == RunMode.InProcess) _hungVersion = candidate.Package.Digest;
    }

    private void OnBreaker(bool isOpen) => _parts.Agenda.Post(() =>
    {
        _isBroken = isOpen;
        _signal.Set();
    });

    // A version that was tried and failed is not tried again until something changes.
    private PluginPackage? Choose() => _found.Package is { } offered && offered.Digest == _rejected ? _lastRun ?? offered : _found.Package ?? _lastRun;

    private RunMode RunOf(PluginPackage package) =>
        package.Manifest.Run == RunMode.InProcess && package.Digest == _hungVersion ? RunMode.Child : package.Manifest.Run;

    // What is worth knowing though all is well.
    private string Note(PluginPackage package)
    {
        var hung = package.Digest == _hungVersion ? "it ran in-process, hung, and runs as a child now" : "";
        var regret = Regret(package);
        return hung.Length > 0 && regret.Length > 0 ? $"{hung}; {regret}" : hung + regret;
    }

    private string Regret(PluginPackage package)
    {
        if (_found.Package is not { } offered) return $"what is in the folder now was not taken: {_found.Problem}; {package.Manifest.Version} goes on";
        if (offered.Digest != _rejected) return "";
        return offered.Digest == package.Digest ? $"it was not started anew: {_rejectedWhy}; it goes on as before" : $"{offered.Manifest.Version} was not taken: {_rejectedWhy}; {package.Manifest.Version} goes on";
    }

    // Starts a version, and where that fails the last one that worked; null when it is to be tried again later.
    private async Task<Candidate?> LaunchAsync(PluginPackage package)
    {
        var (candidate, problem) = await TryStartAsync(package);
        if (problem is null) return candidate;
        if (problem.Kind != LaunchProblemKind.Refused && await LastGoodAsync(package) is { } good)
        {
            var (fallback, trouble) = await TryStartAsync(good);
            if (trouble is null)
            {
                (_rejected, _rejectedWhy) = (package.Digest, problem.Cause);
                return fallback;
            }
        }

        if (problem.Kind is LaunchProblemKind.Refused or LaunchProblemKind.Unfit) await RestAsync(PluginState.Refused, problem.Cause);
        else await SitOutAsync(candidate, problem.Cause, problem.Kind == LaunchProblemKind.Hung, MediaTime.Zero);
        return null;
    }

    private async Task<(Candidate Candidate, LaunchProblem? Problem)> TryStartAsync(PluginPackage package)
    {
        var candidate = new Candidate(package, RunOf(package), this);
        _launching = candidate;
        var problem = await _launcher.OpenAsync(candidate) ?? await _launcher.StartAsync(candidate, null);
        (_launching, _isPinned) = (null, candidate.IsPinned);
        if (problem is null) return (candidate, null);
        Counters.Note(problem.Cause);
        _retirement.Begin(candidate, TimeSpan.Zero);
        return (candidate, problem);
    }

    private async Task<PluginPackage?> LastGoodAsync(PluginPackage failed)
    {
        var good = await _parts.Blocking.RunAsync(() => _parts.Packages.LastGood(Id));
        return good is null || good.Digest == failed.Digest ? null : good;
    }

    // At work until it fails, is replaced by nothing, or is not wanted any more.
    private async Task ServeAsync(Candidate candidate)
    {
        var began = _parts.Clock.Now;
        Take(candidate, isRestart: _hasRun);
        Volatile.Write(ref _hasRun, true);
        while (true)
        {
            var current = _current!;
            if (current.Connection!.End is { } end)
            {
                await SitOutAsync(current, current.Blotter.Clean(end.Cause), end.Kind == ChannelEndKind.Stuck, _parts.Clock.Now - began);
                return;
            }

            if (_isGone || !_isEnabled)
            {
                await StopAsync(current);
                return;
            }

            if (WantsReload(current) is { } package)
            {
                if (await ReloadAsync(current, package)) began = _parts.Clock.Now;
                continue;
            }

            ShowAtWork(current);
            await _signal.WaitAsync(await PingAsync(current.Connection));
        }
    }

    private void Take(Candidate candidate, bool isRestart)
    {
        (_current, _lastRun, _isPinned) = (candidate, candidate.Package, candidate.IsPinned);
        Calls.Configure(candidate.Limits.CallTimeoutMs);
        Operations.Configure(candidate.Limits.OperationTimeoutMs);
        Calls.Gate.Open(candidate.Connection!);
        if (isRestart)
        {
            Counters.CountRestart();
            _ = Operations.AskAgainAsync();
        }

        _ = MarkGoodAsync(candidate.Package);
    }

    private async Task MarkGoodAsync(PluginPackage package)
    {
        try
        {
            await _parts.Blocking.RunAsync(() =>
            {
                _parts.Packages.MarkGood(package);
                return true;
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.Add(LogLevel.Warning, $"that {package.Manifest.Version} works could not be noted for the next start: {e.Message}");
        }
    }

    private PluginPackage? WantsReload(Candidate current)
    {
        var wants = _wantsReload;
        _wantsReload = false;
        if (_found.Package is not { } offered || offered.Digest == _rejected) return wants ? current.Package : null;
        return wants || offered.Digest != current.Package.Digest ? offered : null;
    }

    // True when the new one is at work.
    private async Task<bool> ReloadAsync(Candidate current, PluginPackage package)
    {
        MeetWishes();
        Show(PluginState.Reloading, $"{package.Manifest.Version} is being tried beside {current.Package.Manifest.Version}");
        var next = new Candidate(package, RunOf(package), this);
        var problem = await _handover.RunAsync(current, next, Calls.Gate);
        if (problem is null)
        {
            _rejected = "";
            await Calls.ForgetFailuresAsync();
            Take(next, isRestart: true);
            return true;
        }

        (_rejected, _rejectedWhy) = (package.Digest, problem.Cause);
        Counters.Note(problem.Cause);
        Log.Add(LogLevel.Warning, $"{package.Manifest.Version} was not taken: {problem.Cause}");
        return false;
    }

    // Asks a plugin that has not been heard for 10 s whether it is there.
    private async Task<Instant> PingAsync(PluginConnection connection)
    {
        var now = _parts.Clock.Now;
        if (!connection.IsIdle) return now + s_silence;
        if (now - connection.LastHeard < s_silence) return connection.LastHeard + s_silence;
        await connection.RunAsync(new Attempt<Nothing, Nothing>(LifeMethods.Ping, Nothing.Instance, now + s_pingTime) { IsUrgent = true }, CancellationToken.None);
        return _parts.Clock.Now + s_silence;
    }

    private async Task StopAsync(Candidate current)
    {
        Show(PluginState.Stopping, "");
        Calls.Gate.Shut(_isGone ? "it was removed" : "it has been disabled", comesBack: false);
        _current = null;
        _retirement.BeginGently(current);
        await _retirement.DoneAsync();
    }

    private async Task SitOutAsync(Candidate failed, string cause, bool isHung, MediaTime ran)
    {
        _current = null;
        _retirement.Begin(failed, TimeSpan.Zero);
        Counters.Note(cause);
        if (isHung && failed.Run == RunMode.InProcess)
        {
            OnStuck(failed);
            cause = $"{cause}; it ran in-process and runs as a child from now on";
        }

        var next = _parts.Clock.Now + _backoff.OnFault(_parts.Clock.Now, ran);
        Calls.Gate.Shut(cause, comesBack: true);
        await RestAsync(PluginState.Faulted, cause, next);
    }

    // Waits for a time, or until something is another than it was.
    private async Task RestAsync(PluginState state, string cause, Instant? until = null)
    {
        if (state != PluginState.Faulted) Calls.Gate.Shut(cause.Length > 0 ? cause : "it has been disabled", comesBack: false);
        Show(state, cause, until);
        if (AreWishesMet) TellWaiters();
        while (AreWishesMet && (until is not { } end || _parts.Clock.Now < end)) await _signal.WaitAsync(until);
    }

    private bool AreWishesMet => !_isGone && !_isUrged && _met == Wishes;

    // What is wanted, as far as it makes one start differ from another.
    private (string? Digest, string Problem, bool IsEnabled) Wishes => (_found.Package?.Digest, _found.Problem, _isEnabled);

    private void MeetWishes() => (_met, _isUrged) = (Wishes, false);

    private Task<PluginStatus> RestAsync()
    {
        var waiter = new TaskCompletionSource<PluginStatus>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiters.Add(waiter);
        _signal.Set();
        return waiter.Task;
    }

    private void ShowAtWork(Candidate current)
    {
        MeetWishes();
        if (!current.Health.Healthy) Show(PluginState.Degraded, current.Health.Text.Length > 0 ? current.Health.Text : "it says that its vendor cannot be reached");
        else if (_isBroken) Show(PluginState.Degraded, $"too many of its calls have failed; it is asked again {PluginCalls.Break.TotalSeconds:0} s later. The last error: {Counters.LastError}");
        else Show(PluginState.Running, Note(current.Package));
        TellWaiters();
    }

    private void TellWaiters()
    {
        foreach (var waiter in _waiters) waiter.TrySetResult(_status);
        _waiters.Clear();
    }

    private void Show(PluginState state, string cause, Instant? nextTry = null)
    {
        var package = _current?.Package ?? _found.Package ?? _lastRun;
        var status = new PluginStatus
        {
            Id = Id, Folder = _found.Folder, Manifest = package?.Manifest, State = state, Cause = cause, NextTry = nextTry, Digest = package?.Digest ?? "", BuiltIn = _found.BuiltIn,
            Pinned = _current?.IsPinned ?? _isPinned, Run = _current?.Run ?? (package is null ? default : RunOf(package)), ContractVersion = _current?.ContractVersion ?? 0,
            Limits = _current?.Limits ?? (package is null ? new PluginLimits() : EffectiveLimits.Of(package.Manifest.Limits, null)),
        };
        if (status == _status) return;
        _status = status;
        _parts.OnChanged();
    }
}
