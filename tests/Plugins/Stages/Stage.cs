using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ConfEngine.Contract.Booking;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost;
using ConfEngine.PluginHost.Calls;
using ConfEngine.PluginHost.Life;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Plugins.Stages;

/// <summary>The real host with real plugins in folders of its own: the one that a test lets misbehave, and a healthy neighbour beside it.</summary>
internal sealed class Stage : IDisposable
{
    // A busy machine is slow; a host that hangs still ends the test.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_refresh = TimeSpan.FromSeconds(1.05);

    private readonly TempFolder _folder = new();
    private readonly SemaphoreSlim _changed = new(0);
    private readonly ConcurrentQueue<PluginStatus> _seen = [];

    public Stage(Func<PluginSystemOptions, PluginSystemOptions>? change = null)
    {
        var options = new PluginSystemOptions
        {
            Folders = [Folder], DataFolder = DataFolder, Clock = new SystemClock(), HostVersion = "0.0.1", RunnerPath = Built.Runner,
            OnFault = Faults.Enqueue, RoomName = "test",
        };
        Directory.CreateDirectory(Folder);
        System = new PluginSystem(change?.Invoke(options) ?? options);
        System.Changed += () =>
        {
            foreach (var status in System.Plugins) _seen.Enqueue(status);
            _changed.Release();
        };
        System.Notified += Notices.Enqueue;
        System.OperationLate += Late.Enqueue;
        Plant.Chaos(this, "neighbour").WithLimit("call_timeout_ms", 20_000).Write();
    }

    /// <summary>Where the host keeps settings and the like.</summary>
    public string DataFolder => _folder["data"];

    /// <summary>The user's plugins.</summary>
    public string Folder => _folder["plugins"];

    public PluginSystem System { get; }

    /// <summary>What went wrong in the host itself; must stay empty.</summary>
    public ConcurrentQueue<Exception> Faults { get; } = [];

    public ConcurrentQueue<PluginNotification> Notices { get; } = [];

    public ConcurrentQueue<LateResult> Late { get; } = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts the host, and waits until a plugin has come to rest.</summary>
    public async Task<PluginStatus> StartAsync(string id, PluginState state = PluginState.Running)
    {
        System.Start();
        return await WhenAsync(id, status => status.State == state, $"{id} is {state}");
    }

    /// <summary>Waits until something is true of a plugin.</summary>
    public Task<PluginStatus> WhenAsync(string id, Func<PluginStatus, bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        FindAsync(id, condition, () => System.Plugins, what);

    /// <summary>The first time that something was true of a plugin since the host was started; waits for it if need be. For states that pass.</summary>
    public Task<PluginStatus> FirstAsync(string id, Func<PluginStatus, bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        FindAsync(id, condition, () => _seen, what);

    /// <summary>The plugin when it first failed.</summary>
    public Task<PluginStatus> FirstFaultAsync(string id) => FirstAsync(id, status => status.State == PluginState.Faulted, $"{id} is faulted");

    public Task<PluginStatus> WhenRunningAsync(string id) => WhenAsync(id, status => status.State == PluginState.Running, $"{id} is running");

    /// <summary>A direct call; the answer's id.</summary>
    public async Task<string> AskAsync(string id, string meeting) =>
        (await System.CallAsync(id, BookingMethods.Detail, new DetailRequest { MeetingId = meeting }, Token)).MeetingId;

    /// <summary>An operation that has been taken on.</summary>
    public Task<PendingOperation<BookResult>> BookAsync(string id, string subject) =>
        System.BeginAsync(id, BookingMethods.Book, ticket => new BookRequest { Ticket = ticket, Meeting = new MeetingSpec { Subject = subject } }, null, Token);

    /// <summary>What every test asks at its end: the neighbour answers, has never been anything but well, and the host itself is.</summary>
    public async Task NobodyElseIsHarmedAsync()
    {
        var neighbour = await WhenRunningAsync("neighbour");
        Assert.Equal("well", await AskAsync("neighbour", "well"));
        Assert.Equal((0, 0, 0), (neighbour.Figures.Restarts, neighbour.Figures.Errors, neighbour.Figures.BadMessages));
        Assert.Empty(Faults);
    }

    public void Dispose()
    {
        System.Dispose();
        _changed.Dispose();
        RemoveFolder();
    }

    private async Task<PluginStatus> FindAsync(string id, Func<PluginStatus, bool> condition, Func<IEnumerable<PluginStatus>> known, string what)
    {
        using var patience = new CancellationTokenSource(s_patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, Token);
        while (true)
        {
            if (known().FirstOrDefault(status => status.Id == id && condition(status)) is { } found) return found;
            try
            {
                // States are told; figures and logs are renewed once a second without a word.
                await _changed.WaitAsync(s_refresh, either.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"never became true: {what}. There is: {string.Join("; ", System.Plugins.Select(Describe))}. Faults: {string.Join("; ", Faults)}");
            }
        }
    }

    // A child that is being killed may still write into its folder.
    private void RemoveFolder()
    {
        var clock = new SystemClock();
        for (var tries = 0; ; tries++)
        {
            try
            {
                _folder.Dispose();
                return;
            }
            catch (IOException) when (tries < 20)
            {
                clock.WaitUntil(clock.Now + MediaTime.FromSeconds(0.1));
            }
        }
    }

    private static string Describe(PluginStatus status) =>
        $"{status.Id} {status.State} ({status.Cause}) {status.Figures} log: {string.Join(" | ", status.Log.TakeLast(5).Select(line => line.Text))}";
}
