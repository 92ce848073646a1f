using System.Diagnostics.CodeAnalysis;
using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Operations;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Calls;
using ConfEngine.PluginHost.Discovery;
using ConfEngine.PluginHost.Life;

namespace ConfEngine.PluginHost;

/// <summary>All plugins: found, checked, started, watched, restarted, replaced. Nothing they do holds up a caller beyond his deadline. All members may be used from any
/// thread; what follows an await goes on on the thread pool.</summary>
public sealed class PluginSystem : IDisposable
{
    private static readonly TimeSpan s_shutdown = TimeSpan.FromSeconds(3);
    private static readonly MediaTime s_refresh = MediaTime.FromSeconds(1);

    private readonly PluginHostParts _parts;
    private readonly Roster _roster;
    private readonly SupervisorThread _thread;
    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _gate = new();
    private IReadOnlyDictionary<string, string> _choices = new Dictionary<string, string>();
    private IReadOnlyList<PluginStatus> _snapshot = [];
    private Instant _snapshotAt;
    private int _version;
    private int _snapshotVersion = -1;
    private int _isDisposed;
    private bool _isStarted;

    /// <summary>Plugins that are not looked for yet.</summary>
    public PluginSystem(PluginSystemOptions options)
        : this(PluginHostWiring.Make(options))
    {
    }

    /// <summary>The same on other parts.</summary>
    internal PluginSystem(PluginHostParts parts)
    {
        _parts = parts;
        _roster = new Roster(parts, parts.Options.OnFault);
        _thread = new SupervisorThread(parts.Agenda);
        parts.OnNotified = notification => Tell(() => Notified?.Invoke(notification));
        parts.OnLate = late => Tell(() => OperationLate?.Invoke(late));
        parts.OnChanged = () =>
        {
            Interlocked.Increment(ref _version);
            Tell(() => Changed?.Invoke());
        };
    }

    /// <summary>A plugin has told something. On a thread of the plugin's channel: post it, do not work.</summary>
    public event Action<PluginNotification>? Notified;

    /// <summary>An operation has ended whose caller was told <c>timeout</c>; once for each. On a thread of the plugin's channel: post it, do not work.</summary>
    public event Action<LateResult>? OperationLate;

    /// <summary>Some plugin's state is another, or a plugin has come or gone. On the supervisor's thread: post it, do not work.</summary>
    public event Action? Changed;

    /// <summary>All plugins by id, as they are. A new list when a state has changed; figures and logs are renewed at most once a second.</summary>
    public IReadOnlyList<PluginStatus> Plugins
    {
        get
        {
            var now = _parts.Clock.Now;
            lock (_gate)
            {
                var version = Volatile.Read(ref _version);
                if (version == _snapshotVersion && now - _snapshotAt < s_refresh) return _snapshot;
                _snapshot = [.. _roster.Units.Values.Select(unit => unit.ReadStatus()).Concat(_roster.Others).OrderBy(status => status.Id, StringComparer.Ordinal)];
                (_snapshotVersion, _snapshotAt) = (version, now);
                return _snapshot;
            }
        }
    }

    /// <summary>One plugin as it is this moment; null when there is none with this id.</summary>
    public PluginStatus? StatusOf(string pluginId) => TryFind(pluginId, out var unit) ? unit.ReadStatus() : null;

    /// <summary>Where users' plugins belong.</summary>
    public IReadOnlyList<string> Folders => _parts.Options.Folders;

    /// <summary>Which plugin the operator has chosen, by capability; empty for none.</summary>
    public IReadOnlyDictionary<string, string> Choices => Volatile.Read(ref _choices);

    /// <summary>Begins to look for plugins and to run them.</summary>
    public void Start()
    {
        Begin();
        _isStarted = true;
        _thread.Start();
    }

    /// <summary>The plugin that serves a capability: the operator's choice unless it is disabled, else the first by id that is at work (or is being restarted) and did not
    /// come with the program, else the one that did. Null when there is none.</summary>
    public string? ActiveFor(string capability) => ActiveChoice.Of(capability, Choices.GetValueOrDefault(capability), _roster.Units.Values);

    /// <summary>Calls a method of a plugin; ends at the plugin's call timeout at the latest, queue and retries included.</summary>
    /// <exception cref="ContractException">It failed, was refused (<c>unavailable</c>) or was not answered (<c>timeout</c>); <c>not-found</c> for an unknown plugin.</exception>
    /// <exception cref="OperationCanceledException">The caller withdrew it.</exception>
    public Task<TResult> CallAsync<TRequest, TResult>(string pluginId, Method<TRequest, TResult> method, TRequest request, CancellationToken cancellation = default)
        where TResult : class
    {
        if (method.Shape == MethodShape.TwoPhase) throw new ArgumentException($"{method.Name} is two-phase; use BeginAsync", nameof(method));
        return TryFind(pluginId, out var unit) ? unit.Calls.CallAsync<TRequest, TResult>(method, request, cancellation) : Task.FromException<TResult>(Unknown(pluginId));
    }

    /// <summary>Begins an operation: completes when the plugin has taken it on. Its result comes by the plugin's operation timeout, or as <see cref="OperationLate"/>.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="method">A two-phase method.</param>
    /// <param name="request">Makes the request around the ticket it is given; called again when it is asked again.</param>
    /// <param name="operationId">The id of an operation to ask for again; null for a new one.</param>
    /// <param name="cancellation">Withdraws the first phase.</param>
    /// <exception cref="ContractException">It was not taken on.</exception>
    /// <exception cref="OperationCanceledException">The caller withdrew it; it may have been taken on all the same, and then ends as <see cref="OperationLate"/>.</exception>
    public Task<PendingOperation<TResult>> BeginAsync<TRequest, TResult>(
        string pluginId, Method<TRequest, TResult> method, Func<OperationTicket, TRequest> request, string? operationId = null, CancellationToken cancellation = default)
        where TResult : class
    {
        if (method.Shape != MethodShape.TwoPhase) throw new ArgumentException($"{method.Name} is not two-phase; use CallAsync", nameof(method));
        return TryFind(pluginId, out var unit)
            ? unit.Operations.BeginAsync(method, request, operationId, cancellation)
            : Task.FromException<PendingOperation<TResult>>(Unknown(pluginId));
    }

    /// <summary>Switches a plugin on, also for the next start of the program. Completes when it has come to rest: at work, or with the cause why not.</summary>
    public Task<PluginStatus> EnableAsync(string pluginId) => DoAsync(pluginId, unit => SwitchAsync(unit, true));

    /// <summary>Switches a plugin off, also for the next start of the program. Completes when it has ended.</summary>
    public Task<PluginStatus> DisableAsync(string pluginId) => DoAsync(pluginId, unit => SwitchAsync(unit, false));

    /// <summary>Looks through the folders and starts a plugin anew, in whatever version lies there. Completes when it has come to rest; the cause in the status says so
    /// when the old start goes on.</summary>
    public Task<PluginStatus> ReloadAsync(string pluginId) => DoAsync(pluginId, async unit =>
    {
        await _roster.ScanAsync();
        return await unit.UrgeAsync();
    });

    /// <summary>Pins the checksum of what lies in a plugin's folder now, and starts that.</summary>
    public Task<PluginStatus> TrustAsync(string pluginId) => DoAsync(pluginId, async unit =>
    {
        await _roster.ScanAsync();
        var package = unit.Offered ?? throw new ContractException(ErrorCodes.WrongState, $"{unit.Id} cannot be trusted: {unit.Status.Cause}");
        await _parts.Blocking.RunAsync(() => Done(() => _parts.Records.Pin(unit.Id, package.Digest)));
        return await unit.UrgeAsync();
    });

    /// <summary>Sets one setting of a plugin and starts it anew with it.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="name">The setting, of its manifest.</param>
    /// <param name="value">Its value as text; null for its default.</param>
    /// <exception cref="ContractException"><c>bad-settings</c>, with the setting as the field.</exception>
    public Task<PluginStatus> ConfigureAsync(string pluginId, string name, string? value) => DoAsync(pluginId, async unit =>
    {
        var manifest = unit.Offered?.Manifest ?? unit.AtWork?.Manifest ?? throw new ContractException(ErrorCodes.WrongState, $"{unit.Id} has no settings: {unit.Status.Cause}");
        await _parts.Blocking.RunAsync(() => Done(() => _parts.Records.SetSetting(manifest, name, value)));
        return await unit.UrgeAsync();
    });

    /// <summary>Chooses the plugin that serves a capability, also for the next start of the program; null leaves it to <see cref="ActiveFor"/>'s own rule.</summary>
    /// <exception cref="ContractException"><c>not-found</c> or <c>unsupported</c> for a plugin that cannot serve it.</exception>
    public Task SetActiveAsync(string capability, string? pluginId) => AskAsync(async () =>
    {
        if (!Capabilities.All.Contains(capability)) throw new ContractException(ErrorCodes.InvalidArgument, $"{capability} is none of {string.Join(", ", Capabilities.All)}", "capability");
        if (pluginId is not null && !Find(pluginId).Status.Manifest?.Capabilities.Contains(capability) is not false)
            throw new ContractException(ErrorCodes.Unsupported, $"{pluginId} does not have the capability {capability}", "plugin");
        var choices = new Dictionary<string, string>(Choices);
        choices.Remove(capability);
        if (pluginId is not null) choices[capability] = pluginId;
        await _parts.Blocking.RunAsync(() => Done(() => _parts.Records.SaveChoices(choices)));
        Volatile.Write(ref _choices, choices);
        _parts.OnChanged();
        return true;
    });

    /// <summary>Looks through the folders now. Completes when what is there has been noticed; starting it takes longer.</summary>
    public Task RescanAsync() => AskAsync(async () =>
    {
        await _roster.ScanAsync();
        return true;
    });

    /// <summary>Ends all plugins; 3 s at most.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return;
        _parts.Packages.Changed -= OnFoldersChanged;
        if (_isStarted)
        {
            // Left to its finaliser: it may be set after the patience has ended.
            var ended = new ManualResetEventSlim();
            Flow(() => CloseAsync(ended.Set));
            ended.Wait(s_shutdown);
        }

        _thread.Dispose();
        foreach (var left in _parts.Agenda.UnwatchAll()) left.Dispose();
        foreach (var unit in _roster.Units.Values) unit.GiveUp("the program ends");
        _parts.Agenda.End();
        _parts.Packages.Dispose();
        _ended.Cancel();
    }

    /// <summary>What <see cref="Start"/> does, but for the thread.</summary>
    internal void Begin()
    {
        _parts.Packages.Changed += OnFoldersChanged;
        Flow(BeginAsync);
    }

    // A listener's fault is no fault of the plugin whose news it hears.
    private void Tell(Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception e)
        {
            _parts.Options.OnFault(e);
        }
    }

    private static bool Done(Action act)
    {
        act();
        return true;
    }

    private static ContractException Unknown(string pluginId) => new(ErrorCodes.NotFound, $"there is no plugin {pluginId}; confengine plugin list shows them", "plugin");

    private async Task BeginAsync()
    {
        try
        {
            Volatile.Write(ref _choices, await _parts.Blocking.RunAsync(_parts.Records.LoadChoices));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _parts.Options.OnFault(e);
        }

        await _roster.ScanAsync();
    }

    // Ends all plugins; stepped by whoever has the agenda.
    internal async Task CloseAsync(Action then)
    {
        _parts.Agenda.Close();
        await _roster.CloseAsync();
        then();
    }

    private void OnFoldersChanged() => Flow(_roster.ScanAsync);

    private bool TryFind(string pluginId, [NotNullWhen(true)] out PluginUnit? unit) => _roster.Units.TryGetValue(pluginId, out unit);

    private PluginUnit Find(string pluginId) => TryFind(pluginId, out var unit) ? unit : throw Unknown(pluginId);

    private async Task<PluginStatus> SwitchAsync(PluginUnit unit, bool isEnabled)
    {
        await _parts.Blocking.RunAsync(() => Done(() => _parts.Records.SetDisabled(unit.Id, !isEnabled)));
        return await unit.EnableAsync(isEnabled);
    }

    private Task<PluginStatus> DoAsync(string pluginId, Func<PluginUnit, Task<PluginStatus>> act) => AskAsync(() => act(Find(pluginId)));

    // Has something done on the supervisor's thread that nobody waits for.
    private void Flow(Func<Task> flow) => _parts.Agenda.Post(() => _ = RunAsync(flow));

    private async Task RunAsync(Func<Task> flow)
    {
        try
        {
            await flow();
        }
        catch (Exception e)
        {
            _parts.Options.OnFault(e);
        }
    }

    // Has something asked on the supervisor's thread.
    private Task<T> AskAsync<T>(Func<Task<T>> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_parts.Agenda.TryPost(() => _ = AnswerAsync(question, answer)))
            answer.SetException(new ContractException(ErrorCodes.Unavailable, "the host of the plugins has too much to do, or ends; try again in a moment"));
        return answer.Task.WaitAsync(_ended.Token);
    }

    private static async Task AnswerAsync<T>(Func<Task<T>> question, TaskCompletionSource<T> answer)
    {
        try
        {
            answer.SetResult(await question());
        }
        catch (Exception e)
        {
            answer.SetException(e);
        }
    }
}
