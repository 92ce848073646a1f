namespace ConfEngine.TestKit.Media;

/// <summary>What a network does to datagrams in one direction.</summary>
public sealed record LinkModel
{
    /// <summary>One way.</summary>
    public double DelayMilliseconds { get; init; } = 5;

    /// <summary>Up to so much is added to the delay of every datagram by itself, so that they overtake each other.</summary>
    public double JitterMilliseconds { get; init; }

    /// <summary>Part that is lost, 0 to 1.</summary>
    public double Loss { get; init; }

    /// <summary>Part that comes twice, 0 to 1.</summary>
    public double Duplicates { get; init; }

    /// <summary>What passes; 0 for no limit.</summary>
    public long BitsPerSecond { get; init; }

    /// <summary>What waits longer than this for its turn is lost.</summary>
    public double QueueMilliseconds { get; init; } = 200;

    /// <summary>Nothing passes.</summary>
    public bool IsCut { get; init; }
}
