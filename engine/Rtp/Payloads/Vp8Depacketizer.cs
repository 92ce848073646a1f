namespace ConfEngine.Rtp.Payloads;

/// <summary>VP8 frames from packets (RFC 7741): the data of all packets one behind the other.</summary>
public sealed class Vp8Depacketizer : IDepacketizer
{
    // Start code and size follow the frame tag of a key frame (RFC 6386, 9.1).
    private const int KeyFrameHeaderLength = 10;
    private bool _isKeyFrame;

    /// <inheritdoc/>
    public void Begin() => _isKeyFrame = false;

    /// <inheritdoc/>
    public bool TryAppend(ReadOnlySpan<byte> payload, FrameBuffer frame)
    {
        if (!Vp8Descriptor.TryParse(payload, out var descriptor)) return false;
        if (frame.Length == 0)
        {
            if (!descriptor.IsFrameStart) return false;
            _isKeyFrame = descriptor.IsKeyFrameStart;
        }
        else if (descriptor.IsFrameStart)
        {
            return false;
        }

        return frame.TryAppend(payload[descriptor.Length..]);
    }

    /// <inheritdoc/>
    public bool TryEnd(FrameBuffer frame, out bool isKeyFrame)
    {
        isKeyFrame = _isKeyFrame;
        return frame.Length >= (isKeyFrame ? KeyFrameHeaderLength : 1);
    }
}
