using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.Contract.Wire;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Conformance.Rules;

namespace ConfEngine.PluginHost.Conformance;

/// <summary>The plugin under test, and the connections that were had with it.</summary>
/// <param name="manifest">Its manifest.</param>
/// <param name="open">Runs it once more.</param>
/// <param name="clock">Measures its answers.</param>
/// <param name="scratch">A folder for its data; goes away after the test.</param>
internal sealed class Subject(PluginManifest manifest, Func<IPluginChannel> open, IClock clock, string scratch) : IDisposable
{
    /// <summary>What a plugin has to say at once, such as an answer to a ping, may take this long on a machine that is busy.</summary>
    public const int AtOnceMs = 2000;

    /// <summary>How long a plugin may take to end, and to answer a call that was withdrawn.</summary>
    public const int GraceMs = 2000;

    private readonly List<Conversation> _all = [];
    private readonly List<Conversation> _proper = [];
    private Conversation? _running;
    private int _number;

    public PluginManifest Manifest => manifest;

    public IClock Clock => clock;

    /// <summary>Settings and secrets that it starts with.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc cref="Settings"/>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    public int CallMs => manifest.Limits.CallTimeoutMs is > 0 and var ms ? ms : 5000;

    public int OperationMs => manifest.Limits.OperationTimeoutMs is > 0 and var ms ? ms : 30_000;

    public int StartMs => manifest.Limits.StartTimeoutMs is > 0 and var ms ? ms : 10_000;

    /// <summary>All connections so far on which only proper messages were sent.</summary>
    public IReadOnlyList<Conversation> Proper => _proper;

    /// <summary>A connection on which the plugin is at work; the same for every rule that harms nothing.</summary>
    public Conversation Running
    {
        get
        {
            if (_running is not { End: null }) _running = OpenStarted();
            return _running;
        }
    }

    /// <summary>A new connection on which nothing has been said.</summary>
    /// <param name="proper">Whether only proper messages will be sent, so that all that comes back can be judged.</param>
    public Conversation Open(bool proper = true)
    {
        IPluginChannel channel;
        try
        {
            channel = open();
        }
        catch (PluginStartException e)
        {
            throw new RuleBrokenException(e.Message);
        }

        var conversation = new Conversation(channel, clock);
        _all.Add(conversation);
        if (proper) _proper.Add(conversation);
        return conversation;
    }

    /// <summary>A new connection on which the plugin has been started.</summary>
    public Conversation OpenStarted(bool proper = true, byte[]? state = null, string data = "data")
    {
        var conversation = Open(proper);
        try
        {
            Start(conversation, Greet(conversation), state, data);
            return conversation;
        }
        catch
        {
            conversation.Dispose();
            throw;
        }
    }

    /// <summary>Says hello as the host does.</summary>
    public HelloResponse Greet(Conversation conversation) => conversation.Expect(LifeMethods.Hello, Hello(ContractVersion.Supported), StartMs);

    /// <summary>Starts a plugin that has answered the hello.</summary>
    public void Start(Conversation conversation, HelloResponse hello, byte[]? state = null, string data = "data")
    {
        if (!ContractVersion.Supported.TryAgree(new ContractVersion(hello.ContractFloor, hello.ContractCeiling), out var version))
            throw new RuleBrokenException($"it speaks version {new ContractVersion(hello.ContractFloor, hello.ContractCeiling)} of the contract, this program {ContractVersion.Supported}");
        conversation.Expect(LifeMethods.Start, StartWith(version, Settings, state, data), StartMs);
    }

    /// <summary>What it is started with.</summary>
    public StartRequest StartWith(int version, IReadOnlyDictionary<string, string> settings, byte[]? state = null, string data = "data") => new()
    {
        ContractVersion = version,
        Settings = settings,
        Secrets = Secrets,
        State = state,
        RoomName = "Conformance",
        Locale = "en",
        TimeZone = "Europe/Berlin",
        DataFolder = Directory.CreateDirectory(Path.Combine(scratch, data)).FullName,
    };

    /// <summary>The host's first words.</summary>
    public static HelloRequest Hello(ContractVersion spoken) => new()
    {
        ContractFloor = spoken.Floor,
        ContractCeiling = spoken.Ceiling,
        HostName = "ConfEngine",
        HostVersion = "conformance",
        MaxMessageBytes = MessageLimits.MaxBytes,
    };

    /// <summary>A number that no other rule of this run gets.</summary>
    public int NextNumber() => _number++;

    /// <summary>Makes sure that it is still there.</summary>
    public static void Ping(Conversation conversation)
    {
        if (conversation.Call(LifeMethods.Ping.Name, Nothing.Instance, AtOnceMs).Error is { } error)
            throw new RuleBrokenException($"{LifeMethods.Ping.Name} was answered with {Conversation.Text(error)}");
    }

    /// <summary>Makes sure that an answer is one of these errors.</summary>
    public static ContractError ExpectError(Answer answer, string what, params ReadOnlySpan<string> codes)
    {
        if (answer.Error is not { } error) throw new RuleBrokenException($"{what} was answered as if all were well; '{string.Join("' or '", codes.ToArray())}' is expected");
        return codes.Contains(error.Code) ? error : throw new RuleBrokenException($"{what} was answered with {Conversation.Text(error)}; '{string.Join("' or '", codes.ToArray())}' is expected");
    }

    public void Dispose()
    {
        foreach (var conversation in _all) conversation.Dispose();
        // A process that still ends may still write into its folder, which is about to go.
        foreach (var conversation in _all) conversation.AwaitEnd(GraceMs);
    }
}
