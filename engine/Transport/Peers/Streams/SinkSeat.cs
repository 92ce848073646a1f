namespace ConfEngine.Transport.Peers.Streams;

/// <summary>One who watches a stream within this program.</summary>
internal sealed class SinkSeat(IStreamSink sink)
{
    public IStreamSink Sink => sink;

    /// <summary>It has to begin with a key frame.</summary>
    public bool WaitsForKeyFrame { get; set; } = true;

    /// <summary>One was asked for on its behalf.</summary>
    public bool HasAsked { get; set; }
}
