namespace ConfEngine.Rtp.Payloads;

/// <summary>VP9 pictures from packets (RFC 9628): the data of all packets one behind the other, all spatial layers of a picture
/// together.</summary>
public sealed class Vp9Depacketizer : IDepacketizer
{
    private bool _isKeyFrame;
    private bool _isOpen;

    /// <inheritdoc/>
    public void Begin() => _isKeyFrame = _isOpen = false;

    /// <inheritdoc/>
    public bool TryAppend(ReadOnlySpan<byte> payload, FrameBuffer frame)
    {
        if (!Vp9Descriptor.TryParse(payload, out var descriptor)) return false;
        if (frame.Length == 0)
        {
            if (!descriptor.IsPictureStart) return false;
            _isKeyFrame = descriptor.IsKeyFrameStart;
        }
        else if (descriptor.StartsFrame == _isOpen)
        {
            // A layer begins before the one below it has ended, or goes on after its end.
            return false;
        }

        _isOpen = !descriptor.EndsFrame;
        return frame.TryAppend(payload[descriptor.Length..]);
    }

    /// <inheritdoc/>
    public bool TryEnd(FrameBuffer frame, out bool isKeyFrame)
    {
        isKeyFrame = _isKeyFrame;
        return !_isOpen && frame.Length > 0;
    }
}
