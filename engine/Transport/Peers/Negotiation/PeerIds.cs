namespace ConfEngine.Transport.Peers.Negotiation;

/// <summary>Numbers the peers of a node, each once. May be called from any thread.</summary>
public sealed class PeerIds
{
    private long _last;

    /// <summary>The next number, 1 at first.</summary>
    public PeerId Next() => new(Interlocked.Increment(ref _last));
}
