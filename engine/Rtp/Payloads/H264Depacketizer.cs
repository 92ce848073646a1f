namespace ConfEngine.Rtp.Payloads;

/// <summary>H.264 access units from packets of packetization modes 0 and 1 (RFC 6184, 5.6 to 5.8), as an Annex B byte stream.</summary>
public sealed class H264Depacketizer : IDepacketizer
{
    private bool _isKeyFrame;
    private bool _isFragmentOpen;

    /// <inheritdoc/>
    public void Begin() => _isKeyFrame = _isFragmentOpen = false;

    /// <inheritdoc/>
    public bool TryAppend(ReadOnlySpan<byte> payload, FrameBuffer frame)
    {
        var type = payload[0] & H264Payload.TypeMask;
        if (type == H264Payload.FuA) return TryAppendFragment(payload, frame);
        if (_isFragmentOpen) return false;
        if (type is > 0 and <= H264Payload.LastSingle) return TryAppendUnit(payload, frame);
        if (type != H264Payload.StapA) return false;
        var units = new H264Payload.StapReader(payload);
        while (units.TryRead(out var unit))
            if ((unit[0] & H264Payload.TypeMask) is 0 or > H264Payload.LastSingle || !TryAppendUnit(unit, frame)) return false;
        return !units.IsBroken;
    }

    /// <inheritdoc/>
    public bool TryEnd(FrameBuffer frame, out bool isKeyFrame)
    {
        isKeyFrame = _isKeyFrame;
        return !_isFragmentOpen && frame.Length > 0;
    }

    private bool TryAppendFragment(ReadOnlySpan<byte> payload, FrameBuffer frame)
    {
        if (payload.Length < 3) return false;
        var starts = (payload[1] & H264Payload.FragmentStart) != 0;
        if (starts == _isFragmentOpen) return false;
        if (starts)
        {
            // The fragmented unit's own header: importance from the first byte, type from the second.
            var header = (byte)(payload[0] & 0xe0 | payload[1] & H264Payload.TypeMask);
            if (!TryAppendUnit([header], frame)) return false;
        }

        _isFragmentOpen = (payload[1] & H264Payload.FragmentEnd) == 0;
        return frame.TryAppend(payload[2..]);
    }

    private bool TryAppendUnit(ReadOnlySpan<byte> unit, FrameBuffer frame)
    {
        _isKeyFrame |= (unit[0] & H264Payload.TypeMask) == H264Payload.IdrSlice;
        return frame.TryAppend([0, 0, 0, 1]) && frame.TryAppend(unit);
    }
}
