using ConfEngine.Core.Time;

namespace ConfEngine.Transport.Net;

/// <summary>How bad one direction of a network is. The default is a perfect one.</summary>
public sealed record ImpairmentOptions
{
    /// <summary>Part of the datagrams lost on the way, 0 to 1.</summary>
    public double Loss { get; init; }

    /// <summary>How many datagrams are lost in a row, on average (Gilbert's model of two states). Up to 1 each is lost on its own.</summary>
    public double MeanBurst { get; init; }

    /// <summary>How long every datagram is under way, beyond the wait for the bottleneck.</summary>
    public MediaTime Delay { get; init; }

    /// <summary>The most that is added to the delay, anew for every datagram and evenly spread.</summary>
    public MediaTime Jitter { get; init; }

    /// <summary>Datagrams overtake each other as their delays fall; otherwise one that is late holds up those behind it.</summary>
    public bool Reorders { get; init; }

    /// <summary>Part of the datagrams that come twice, 0 to 1.</summary>
    public double Duplicates { get; init; }

    /// <summary>What the bottleneck carries, in bits a second with the headers of UDP and IPv4; 0 when there is none.</summary>
    public long BitsPerSecond { get; init; }

    /// <summary>Bytes that may wait before the bottleneck; what comes then is lost (drop-tail).</summary>
    public int QueueBytes { get; init; } = 64 * 1024;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Loss);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Loss, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MeanBurst);
        ArgumentOutOfRangeException.ThrowIfLessThan(Delay, MediaTime.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Jitter, MediaTime.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(Duplicates);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Duplicates, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(BitsPerSecond);
        ArgumentOutOfRangeException.ThrowIfLessThan(QueueBytes, 1);
    }
}
