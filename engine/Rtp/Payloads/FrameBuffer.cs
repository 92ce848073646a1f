namespace ConfEngine.Rtp.Payloads;

/// <summary>Bytes of one frame. Grows to the largest frame it ever held and is used again, so that a running stream allocates
/// nothing.</summary>
/// <param name="maxLength">Bytes that no frame may exceed.</param>
public sealed class FrameBuffer(int maxLength = FrameBuffer.DefaultMaxLength)
{
    /// <summary>Room for a raw-sized key frame of 1080p; an encoded one is far below.</summary>
    public const int DefaultMaxLength = 4 << 20;

    private byte[] _bytes = [];

    /// <summary>Bytes in it.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes; valid until the next change.</summary>
    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>Empties it; the memory stays.</summary>
    public void Clear() => Length = 0;

    /// <summary>Adds bytes at the end; false, and nothing added, when that would exceed the limit.</summary>
    public bool TryAppend(scoped ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > maxLength - Length) return false;
        var needed = Length + bytes.Length;
        if (needed > _bytes.Length) Array.Resize(ref _bytes, Math.Min(maxLength, Math.Max(needed, Math.Max(4096, 2 * _bytes.Length))));
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length = needed;
        return true;
    }
}
