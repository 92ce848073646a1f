using ConfEngine.Core.Memory;
using ConfEngine.Core.Time;

namespace ConfEngine.Core.Media;

/// <summary>A decoded picture: planes in native memory and what they mean. The base class describes; who makes frames derives from it and
/// owns the memory. Reused through a <see cref="Pool{T}"/>, so <see cref="Serial"/> and not the reference tells two pictures apart.</summary>
public abstract class VideoFrame : IRecyclable
{
    private static long s_serials;
    private readonly Plane[] _planes = new Plane[3];

    /// <summary>How the pixels lie.</summary>
    public PixelLayout Layout { get; private set; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; private set; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; private set; }

    /// <summary>Width of a pixel divided by its height; 1 for square pixels.</summary>
    public double PixelAspect { get; set; } = 1;

    /// <summary>How to read the numbers as colours.</summary>
    public ColorDescription Color { get; set; }

    /// <summary>When the picture is to be shown, on its stream's time line.</summary>
    public MediaTime Pts { get; set; }

    /// <summary>When the first packet of the picture reached this machine; null for what did not come over a network.</summary>
    public Instant? Arrival { get; set; }

    /// <summary>Different for every picture that any frame of the process has held since it started.</summary>
    public long Serial { get; private set; }

    /// <summary>Plane <paramref name="index"/>: 0 is luma or packed pixels, 1 and 2 are U and V.</summary>
    public ref readonly Plane this[int index] => ref _planes[index];

    /// <summary>Says that the pixels were changed in place, so that nobody takes them for what they were.</summary>
    public void MarkChanged() => Serial = Interlocked.Increment(ref s_serials);

    /// <inheritdoc/>
    public abstract void Recycle();

    /// <summary>Describes a new picture.</summary>
    protected void Describe(PixelLayout layout, int width, int height)
    {
        Layout = layout;
        Width = width;
        Height = height;
        MarkChanged();
    }

    /// <summary>Says where plane <paramref name="index"/> of the new picture lies.</summary>
    protected void SetPlane(int index, nint data, int stride) =>
        _planes[index] = new Plane(data, stride, Layout.PlaneWidth(index, Width), Layout.PlaneHeight(index, Height));
}
