namespace ConfEngine.Rtp.Payloads;

/// <summary>AV1 temporal units from packets (AOM, RTP Payload Format For AV1 1.0), as a low-overhead bitstream: a temporal delimiter, then
/// every OBU with its size.</summary>
public sealed class Av1Depacketizer : IDepacketizer
{
    private const int TemporalDelimiter = 2;
    private const int TileList = 8;
    private const int Padding = 15;
    private readonly FrameBuffer _unit = new();
    private bool _isUnitOpen;
    private bool _isKeyFrame;

    /// <inheritdoc/>
    public void Begin()
    {
        _unit.Clear();
        _isUnitOpen = _isKeyFrame = false;
    }

    /// <inheritdoc/>
    public bool TryAppend(ReadOnlySpan<byte> payload, FrameBuffer frame)
    {
        if (payload.Length < 2) return false;
        if (frame.Length == 0)
        {
            if (!frame.TryAppend([TemporalDelimiter << 3 | 2, 0])) return false;
            _isKeyFrame = Av1Payload.StartsKeyFrame(payload);
        }

        var elements = new Av1Payload.ElementReader(payload);
        if (elements.ContinuesFirst != _isUnitOpen) return false;
        while (elements.TryRead(out var element))
        {
            if (!_unit.TryAppend(element)) return false;
            _isUnitOpen = elements.IsAtEnd && elements.LastGoesOn;
            if (!_isUnitOpen && !TryCloseUnit(frame)) return false;
        }

        return elements.IsAtEnd;
    }

    /// <inheritdoc/>
    public bool TryEnd(FrameBuffer frame, out bool isKeyFrame)
    {
        isKeyFrame = _isKeyFrame;
        return !_isUnitOpen && frame.Length > 2;
    }

    // Writes the gathered OBU with a size field of its own (AV1 specification, 5.3.2).
    private bool TryCloseUnit(FrameBuffer frame)
    {
        var unit = _unit.Span;
        _unit.Clear();
        if (unit.IsEmpty) return true;
        var header = unit[0];
        if ((header & 0x80) != 0) return false;
        var type = header >> 3 & 15;
        // The specification, 5: receivers ignore these; the delimiter is written once, above.
        if (type is TemporalDelimiter or TileList or Padding) return true;
        var headerLength = (header & 4) != 0 ? 2 : 1;
        if (unit.Length < headerLength) return false;
        var body = unit[headerLength..];
        if ((header & 2) != 0)
        {
            if (!Av1Payload.TryReadLeb128(ref body, out var size) || size > body.Length) return false;
            body = body[..size];
        }

        Span<byte> start = stackalloc byte[2 + 4];
        start[0] = (byte)(header | 2);
        if (headerLength == 2) start[1] = unit[1];
        var length = headerLength;
        var rest = body.Length;
        do
        {
            start[length++] = (byte)(rest & 0x7f | (rest > 0x7f ? 0x80 : 0));
            rest >>= 7;
        }
        while (rest > 0);
        return frame.TryAppend(start[..length]) && frame.TryAppend(body);
    }
}
