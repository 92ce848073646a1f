using ConfEngine.Core.Time;

namespace ConfEngine.Transport.Peers;

/// <summary>Limits and first guesses of a <see cref="MediaNode"/>; the defaults suit a room of a few dozen.</summary>
public sealed record MediaNodeOptions
{
    /// <summary>What a path is thought to carry before anything was measured, in bits a second.</summary>
    public long StartBitsPerSecond { get; init; } = 1_000_000;

    /// <summary>The least that a path is thought to carry.</summary>
    public long MinBitsPerSecond { get; init; } = 80_000;

    /// <summary>The most that is sent to a peer.</summary>
    public long MaxBitsPerSecond { get; init; } = 50_000_000;

    /// <summary>The most that a publisher without transport-wide feedback is told that it may send (REMB).</summary>
    public long MaxReceiveBitsPerSecond { get; init; } = 5_000_000;

    /// <summary>Video packets kept per player to be sent again; a power of two.</summary>
    public int KeptPackets { get; init; } = 256;

    /// <summary>Packets that may wait to become frames, over all streams that this program takes itself.</summary>
    public int PooledPackets { get; init; } = 32_768;

    /// <summary>SSRCs that one peer may send with. A room's publisher needs about ten.</summary>
    public int MaxSources { get; init; } = 64;

    /// <summary>No packet for so long is an interruption.</summary>
    public MediaTime Interruption { get; init; } = MediaTime.FromSeconds(2);

    /// <summary>An encoder of plain RTP that has sent nothing for so long has failed.</summary>
    public MediaTime PlainPatience { get; init; } = MediaTime.FromSeconds(100);

    /// <summary>Our canonical name in RTCP (RFC 3550, 6.5.1), for reports that belong to no track.</summary>
    public string Cname { get; init; } = "confengine";
}
