using MessagePack;

namespace ConfEngine.Contract.Handshake;

/// <summary>Whether a plugin takes a call while it is busy with another.</summary>
public enum CallOrder
{
    /// <summary>One call at a time; the next is sent when the one before has been answered (confapplet, TSDK and ZEGO room extra info demand it).</summary>
    Serial,

    /// <summary>Up to <see cref="PluginLimits.MaxParallel"/> at once.</summary>
    Parallel,
}

/// <summary>What a plugin declares about itself. 0 means: the host's default, which is given with each.</summary>
[MessagePackObject]
public sealed record PluginLimits
{
    /// <summary>Serial unless it says otherwise.</summary>
    [Key(0)]
    public CallOrder Calls { get; init; }

    /// <summary>The most calls in flight where they are parallel: 1 to 64, default 8.</summary>
    [Key(1)]
    public int MaxParallel { get; init; }

    /// <summary>How long a call may take, in ms: 100 to 120,000, default 5,000.</summary>
    [Key(2)]
    public int CallTimeoutMs { get; init; }

    /// <summary>How long the result of a two-phase operation may take, in ms: 100 to 600,000, default 30,000.</summary>
    [Key(3)]
    public int OperationTimeoutMs { get; init; }

    /// <summary>How long hello and start may take together, in ms: 500 to 120,000, default 10,000.</summary>
    [Key(4)]
    public int StartTimeoutMs { get; init; }

    /// <summary>The most memory of a child process in MiB: 16 to 4,096, default 256.</summary>
    [Key(5)]
    public int MemoryMb { get; init; }

    /// <summary>The most calls a second that the vendor bears: 1 to 10,000, default no limit. More are held back, not lost.</summary>
    [Key(6)]
    public int CallsPerSecond { get; init; }

    /// <summary>The most streams played at once at the vendor (ZEGO says 12); default unlimited.</summary>
    [Key(7)]
    public int PlayLimit { get; init; }

    /// <summary>The vendor's recovery clocks; null where it has none.</summary>
    [Key(8)]
    public RecoveryTimes? Recovery { get; init; }
}

/// <summary>How long a vendor waits in which case, in seconds; 0 where it has no such rule. Shown on the overlay.</summary>
[MessagePackObject]
public sealed record RecoveryTimes
{
    /// <summary>From the first sign of a lost connection until a resume is given up (TSDK: 60).</summary>
    [Key(0)]
    public int ResumeS { get; init; }

    /// <summary>From silence until the others are told that somebody has gone (ZEGO: 100).</summary>
    [Key(1)]
    public int AbsentS { get; init; }

    /// <summary>From the loss until all retries end (ZEGO: 1200).</summary>
    [Key(2)]
    public int GiveUpS { get; init; }

    /// <summary>Until a conference that nobody has joined is deleted (Yuntongxun: 600).</summary>
    [Key(3)]
    public int EmptyConferenceS { get; init; }
}
