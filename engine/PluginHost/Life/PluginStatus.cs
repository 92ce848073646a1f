using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost.Life;

/// <summary>One plugin as it was at one moment. Never changes.</summary>
public sealed record PluginStatus
{
    /// <summary>The id; the folder's name where the manifest cannot be read.</summary>
    public required string Id { get; init; }

    /// <summary>The folder it was found in.</summary>
    public required string Folder { get; init; }

    /// <summary>The manifest of the version at work, or of the one that is refused; null where it cannot be read.</summary>
    public PluginManifest? Manifest { get; init; }

    /// <summary>What it is doing.</summary>
    public required PluginState State { get; init; }

    /// <summary>Why it is in this state, and the remedy, in one line; empty while all is well.</summary>
    public string Cause { get; init; } = "";

    /// <summary>How it runs now: as the manifest says, but for one that hung in-process.</summary>
    public RunMode Run { get; init; }

    /// <summary>When it is started again; null unless it is faulted.</summary>
    public Instant? NextTry { get; init; }

    /// <summary>SHA-256 of the copy that runs, in hexadecimal; empty when none was made.</summary>
    public string Digest { get; init; } = "";

    /// <summary>Whether that digest is pinned.</summary>
    public bool Pinned { get; init; }

    /// <summary>Whether it came with the program.</summary>
    public bool BuiltIn { get; init; }

    /// <summary>The limits in force.</summary>
    public PluginLimits Limits { get; init; } = new();

    /// <summary>The contract version agreed on; 0 before the handshake.</summary>
    public int ContractVersion { get; init; }

    /// <summary>Its calls.</summary>
    public PluginFigures Figures { get; init; } = PluginFigures.None;

    /// <summary>Its last lines of log, oldest first; at most 100.</summary>
    public IReadOnlyList<PluginLogLine> Log { get; init; } = [];
}

/// <summary>A line of a plugin's log, secrets blotted out.</summary>
/// <param name="At">When it came.</param>
/// <param name="Level">How much it matters; stderr counts as Info.</param>
/// <param name="Text">The line.</param>
public readonly record struct PluginLogLine(DateTimeOffset At, LogLevel Level, string Text);

/// <summary>Counters since the program began, and times of the last 256 calls.</summary>
public sealed record PluginFigures
{
    /// <summary>Nothing has happened.</summary>
    public static PluginFigures None { get; } = new();

    /// <summary>Calls answered, well or with an error.</summary>
    public long Calls { get; init; }

    /// <summary>Calls that ended with an error of any kind.</summary>
    public long Errors { get; init; }

    /// <summary>Calls whose deadline passed.</summary>
    public long Timeouts { get; init; }

    /// <summary>Calls refused without asking the plugin: queue full, breaker open, not running.</summary>
    public long Refused { get; init; }

    /// <summary>Calls tried again.</summary>
    public long Retries { get; init; }

    /// <summary>Answers after the deadline, answers to nothing, second answers, and unknown notices.</summary>
    public long Strays { get; init; }

    /// <summary>Results of operations after their deadline.</summary>
    public long LateResults { get; init; }

    /// <summary>Messages that could not be read.</summary>
    public long BadMessages { get; init; }

    /// <summary>Notices dropped because too many came.</summary>
    public long Dropped { get; init; }

    /// <summary>Starts after the first.</summary>
    public long Restarts { get; init; }

    /// <summary>Calls that wait or are being worked on.</summary>
    public int InFlight { get; init; }

    /// <summary>Half of the last 256 calls took no longer, in microseconds; 0 without calls.</summary>
    public double P50Us { get; init; }

    /// <summary>All but one in a hundred of the last 256 calls took no longer, in microseconds; 0 without calls.</summary>
    public double P99Us { get; init; }

    /// <summary>Resident memory of a child in bytes; 0 in-process.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>Processor time used, in seconds.</summary>
    public double CpuSeconds { get; init; }

    /// <summary>The last error, in one line; empty for none.</summary>
    public string LastError { get; init; } = "";
}
