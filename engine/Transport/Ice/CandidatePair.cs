using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Ice;

/// <summary>State of one pair on the check list (RFC 8445, section 6.1.2.6; nothing is ever frozen, for there is one component).</summary>
internal enum PairState
{
    Waiting,
    InProgress,
    Succeeded,
    Failed,
}

/// <summary>One of our sockets with one of the peer's addresses, and the check under way on it.</summary>
internal sealed class CandidatePair(NetworkPath path, ulong priority)
{
    public const int TransactionIdSize = 12;

    public NetworkPath Path { get; } = path;

    public ulong Priority { get; } = priority;

    public PairState State { get; set; }

    /// <summary>The check under way nominates.</summary>
    public bool IsNominating { get; set; }

    /// <summary>A controlling peer has nominated it.</summary>
    public bool IsNominatedByPeer { get; set; }

    /// <summary>A check from the peer asks for one of ours ahead of the list (RFC 8445, section 7.3.1.4).</summary>
    public bool IsTriggered { get; set; }

    public byte[] TransactionId { get; } = new byte[TransactionIdSize];

    public int Tries { get; set; }

    public Instant RetryAt { get; set; }

    /// <summary>RFC 8445, section 6.1.2.3: G is the controlling side's priority, D the other's.</summary>
    public static ulong MakePriority(uint controlling, uint controlled) =>
        ((ulong)Math.Min(controlling, controlled) << 32) + 2UL * Math.Max(controlling, controlled) + (controlling > controlled ? 1UL : 0UL);
}
