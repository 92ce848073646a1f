namespace ConfEngine.Rtp.Payloads;

/// <summary>Puts the payloads of one frame together again, in the form that a decoder takes. It gets the payloads of a frame in order and
/// without gaps; between frames it keeps nothing.</summary>
public interface IDepacketizer
{
    /// <summary>Starts a frame, forgetting what an abandoned one left.</summary>
    void Begin();

    /// <summary>Adds the next payload, which is not empty.</summary>
    /// <returns>False when it is malformed or the frame would grow too long; the frame is lost then.</returns>
    bool TryAppend(ReadOnlySpan<byte> payload, FrameBuffer frame);

    /// <summary>Ends the frame.</summary>
    /// <param name="frame">The whole frame.</param>
    /// <param name="isKeyFrame">A decoder can start here.</param>
    /// <returns>False when something is missing at its end, or there is nothing in it.</returns>
    bool TryEnd(FrameBuffer frame, out bool isKeyFrame);
}
