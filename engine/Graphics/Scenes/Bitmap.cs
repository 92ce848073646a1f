using System.Runtime.InteropServices;

namespace ConfEngine.Graphics.Scenes;

/// <summary>What the bytes of a <see cref="Bitmap"/> are.</summary>
public enum BitmapFormat
{
    /// <summary>One byte of coverage a pixel: text and icons, coloured when drawn.</summary>
    Alpha8,

    /// <summary>Blue, green, red, alpha bytes, premultiplied.</summary>
    Bgra32,
}

/// <summary>A small picture made on the CPU: a text, an icon, an overlay page. Native memory, rows tightly packed in 64-byte steps.
/// Belongs to the thread that draws; change the pixels in place, then <see cref="MarkChanged"/>.</summary>
public sealed unsafe class Bitmap : IDisposable
{
    private static long s_serials;
    private byte* _pixels;

    /// <summary>A transparent bitmap.</summary>
    public Bitmap(BitmapFormat format, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Format = format;
        Width = width;
        Height = height;
        Stride = (width * PixelBytes + 63) & -64;
        _pixels = (byte*)NativeMemory.AlignedAlloc((nuint)Stride * (nuint)height + 64, 64);
        Clear();
        MarkChanged();
    }

    /// <summary>Frees pixels that nobody disposed of.</summary>
    ~Bitmap() => Free();

    /// <summary>What the bytes are.</summary>
    public BitmapFormat Format { get; }

    /// <summary>Pixels across.</summary>
    public int Width { get; }

    /// <summary>Pixels down.</summary>
    public int Height { get; }

    /// <summary>Bytes from one row to the next.</summary>
    public int Stride { get; }

    /// <summary>Bytes of one pixel.</summary>
    public int PixelBytes => Format == BitmapFormat.Alpha8 ? 1 : 4;

    /// <summary>Address of the first row.</summary>
    public byte* Pixels => _pixels is not null ? _pixels : throw new ObjectDisposedException(nameof(Bitmap));

    /// <summary>Different for every content that any bitmap of the process has had.</summary>
    public long Serial { get; private set; }

    /// <summary>The bytes of row <paramref name="y"/>.</summary>
    public Span<byte> Row(int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height);
        return new Span<byte>(Pixels + (long)y * Stride, Width * PixelBytes);
    }

    /// <summary>Makes every pixel transparent.</summary>
    public void Clear() => NativeMemory.Clear(Pixels, (nuint)Stride * (nuint)Height);

    /// <summary>Says that the pixels were changed in place.</summary>
    public void MarkChanged() => Serial = Interlocked.Increment(ref s_serials);

    /// <summary>Frees the pixels.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_pixels);
        _pixels = null;
    }
}
