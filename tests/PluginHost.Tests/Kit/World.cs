using ConfEngine.Contract;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Calls;
using ConfEngine.PluginHost.Discovery;
using ConfEngine.PluginHost.Life;

namespace ConfEngine.PluginHost.Tests.Kit;

/// <summary>The whole host on a clock that stands still, with plugins that are made up. Everything but the callers' awaits happens on the test's own thread.</summary>
internal sealed class World : IDisposable
{
    // Far longer than anything takes: what runs into it hangs.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly List<Exception> _faults = [];
    private readonly Dictionary<string, Action<FakePlugin>> _orders = [];

    public World(bool pinnedOnly = false)
    {
        Agenda = new Agenda(Clock, _faults.Add);
        Channels = new FakeChannels(Make, Agenda.Wake);
        Parts = new PluginHostParts
        {
            Agenda = Agenda, Packages = Packages, Channels = Channels, Records = Records, Blocking = new WorkOnTheSpot(),
            Options = new PluginSystemOptions
            {
                DataFolder = "/data", Clock = Clock, HostVersion = "0.4.0", RunnerPath = "/runner", PinnedOnly = pinnedOnly, RoomName = "Aurora", Locale = "de", TimeZone = "Europe/Berlin",
                OnFault = _faults.Add,
            },
        };
        System = new PluginSystem(Parts);
        System.Notified += Notices.Add;
        System.OperationLate += Late.Add;
    }

    public ManualClock Clock { get; } = new();

    public FakePackages Packages { get; } = new();

    public FakeRecords Records { get; } = new();

    public FakeChannels Channels { get; }

    public Agenda Agenda { get; }

    public PluginHostParts Parts { get; }

    public PluginSystem System { get; }

    public List<PluginNotification> Notices { get; } = [];

    public List<LateResult> Late { get; } = [];

    /// <summary>The channel that was opened last.</summary>
    public FakeChannel Last => Channels.Opened[^1];

    public static PluginManifest Manifest(string id = "acme", string version = "1.0.0", RunMode run = RunMode.Executable, PluginLimits? limits = null, params SettingSpec[] settings) => new()
    {
        Id = id, Name = id, Version = version, Contract = new ContractVersion(1, 1), Capabilities = [Capabilities.Booking], Run = run,
        Limits = limits ?? new PluginLimits { Calls = CallOrder.Parallel }, Settings = settings,
    };

    public static string DigestOf(string id, string version) => Convert.ToHexStringLower(global::System.Security.Cryptography.SHA256.HashData(global::System.Text.Encoding.UTF8.GetBytes(id + version)));

    /// <summary>Puts a version of a plugin into the folders.</summary>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="orders">What each start of this version is told to do.</param>
    /// <param name="isBuiltIn">Whether it came with the program.</param>
    public World Put(PluginManifest manifest, Action<FakePlugin>? orders = null, bool isBuiltIn = false)
    {
        _orders[manifest.Id + manifest.Version] = orders ?? (_ => { });
        Packages.Found.RemoveAll(found => found.Id == manifest.Id);
        var package = new PluginPackage($"/plugins/{manifest.Id}", manifest, DigestOf(manifest.Id, manifest.Version), $"/store/{manifest.Id}", isBuiltIn);
        Packages.Found.Add(new FoundPlugin(package.Folder, manifest.Id, package, "", isBuiltIn));
        return this;
    }

    /// <summary>A world in which one plugin is at work.</summary>
    public static World With(PluginManifest manifest, Action<FakePlugin>? orders = null)
    {
        var world = new World().Put(manifest, orders);
        world.Begin();
        Assert.Equal(PluginState.Running, world.Status().State);
        return world;
    }

    public void Begin()
    {
        System.Begin();
        Settle();
    }

    /// <summary>The folders have changed.</summary>
    public void Rescan()
    {
        Packages.Tell();
        Settle();
    }

    public PluginStatus Status(string id = "acme") => System.StatusOf(id) ?? throw new InvalidOperationException($"there is no {id}");

    /// <summary>Calls a method that takes nothing, as somebody who never withdraws.</summary>
    public Task<TResult> Call<TResult>(Method<Nothing, TResult> method, string id = "acme")
        where TResult : class => System.CallAsync(id, method, Nothing.Instance, CancellationToken.None);

    /// <summary>Does all there is to do now.</summary>
    public Instant? Settle()
    {
        while (true)
        {
            var next = Agenda.Turn();
            var moved = false;
            for (var i = 0; i < Channels.Opened.Count; i++) moved |= Channels.Opened[i].Pump();
            Assert.True(_faults.Count == 0, _faults.FirstOrDefault()?.ToString());
            if (!moved && !Agenda.HasWork) return next;
        }
    }

    /// <summary>Lets time pass, with everything that is due on the way.</summary>
    public void Advance(double seconds)
    {
        var end = Clock.Now + MediaTime.FromSeconds(seconds);
        while (Settle() is { } next && next <= end) Clock.WaitUntil(next);
        Clock.WaitUntil(end);
        Settle();
    }

    /// <summary>Waits until something holds that the callers' awaits bring about.</summary>
    public void Until(Func<bool> holds)
    {
        while (true)
        {
            Settle();
            if (holds()) return;
            Assert.True(Agenda.Woken.WaitOne(s_patience), "nothing happens");
        }
    }

    /// <summary>Waits until a timer or deadline lies within so many seconds.</summary>
    public void UntilTimer(double withinSeconds)
    {
        var end = Clock.Now + MediaTime.FromSeconds(withinSeconds);
        while (!(Settle() is { } next && next <= end)) Assert.True(Agenda.Woken.WaitOne(s_patience), "nothing is planned");
    }

    /// <summary>Waits for what a caller gets.</summary>
    public T Get<T>(Task<T> task)
    {
        task.ContinueWith(_ => Agenda.Wake(), TaskScheduler.Default);
        Until(() => task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Waits for what a caller gets thrown.</summary>
    public TException Catch<TException>(Task task)
        where TException : Exception
    {
        task.ContinueWith(_ => Agenda.Wake(), TaskScheduler.Default);
        Until(() => task.IsCompleted);
        return Assert.ThrowsAny<TException>(() => task.GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        System.Dispose();
        Assert.Empty(_faults);
    }

    private FakePlugin Make(PluginPackage package)
    {
        var plugin = new FakePlugin(package.Manifest.Id, package.Manifest.Version);
        plugin.Hello = plugin.Hello with { Capabilities = package.Manifest.Capabilities };
        _orders[package.Manifest.Id + package.Manifest.Version](plugin);
        return plugin;
    }
}
