namespace ConfEngine.Core.Media;

/// <summary>One plane of a picture in native memory. Whoever owns the picture owns the memory; a plane is only a way to look at it.</summary>
/// <param name="Data">Address of the first sample of the first row.</param>
/// <param name="Stride">Bytes from one row to the next; may be negative for a picture stored upside down.</param>
/// <param name="Width">Samples in a row.</param>
/// <param name="Height">Rows.</param>
public readonly record struct Plane(nint Data, int Stride, int Width, int Height)
{
    /// <summary>The samples of row <paramref name="y"/>, <paramref name="sampleBytes"/> bytes each.</summary>
    public unsafe Span<byte> Row(int y, int sampleBytes = 1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height);
        return new Span<byte>((byte*)Data + (long)y * Stride, Width * sampleBytes);
    }
}
