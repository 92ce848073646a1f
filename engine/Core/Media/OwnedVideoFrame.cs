using System.Runtime.InteropServices;

namespace ConfEngine.Core.Media;

/// <summary>A frame that owns its pixels: canvases, converted and synthetic pictures. Rows start on 64-byte boundaries, with 64 readable
/// bytes behind the last plane so that vector code may read a whole register at a row's end.</summary>
public sealed unsafe class OwnedVideoFrame : VideoFrame, IDisposable
{
    private const int Alignment = 64;
    private void* _memory;
    private nuint _capacity;

    /// <summary>An empty frame; <see cref="Allocate"/> gives it pixels.</summary>
    public OwnedVideoFrame()
    {
    }

    /// <summary>A frame with pixels of undefined content.</summary>
    public OwnedVideoFrame(PixelLayout layout, int width, int height) => Allocate(layout, width, height);

    /// <summary>Frees memory that nobody disposed of. A leak, but not a crash.</summary>
    ~OwnedVideoFrame() => Free();

    /// <summary>Makes this a picture of the given shape. The memory is kept when it is large enough, so alternating shapes settle.
    /// The content is undefined.</summary>
    public void Allocate(PixelLayout layout, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        var total = (nuint)Alignment;
        for (var i = 0; i < layout.PlaneCount(); i++) total += PlaneBytes(layout, i, width, height);
        if (total > _capacity)
        {
            Free();
            _memory = NativeMemory.AlignedAlloc(total, Alignment);
            _capacity = total;
            GC.AddMemoryPressure((long)total);
        }

        Describe(layout, width, height);
        var at = (nint)_memory;
        for (var i = 0; i < layout.PlaneCount(); i++)
        {
            SetPlane(i, at, Stride(layout, i, width));
            at += (nint)PlaneBytes(layout, i, width, height);
        }
    }

    /// <summary>Keeps the memory for the next picture.</summary>
    public override void Recycle()
    {
    }

    /// <summary>Frees the pixels.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private static int Stride(PixelLayout layout, int plane, int width) =>
        (layout.PlaneWidth(plane, width) * layout.SampleBytes() + Alignment - 1) & -Alignment;

    private static nuint PlaneBytes(PixelLayout layout, int plane, int width, int height) =>
        (nuint)Stride(layout, plane, width) * (nuint)layout.PlaneHeight(plane, height);

    private void Free()
    {
        if (_memory is null) return;
        NativeMemory.AlignedFree(_memory);
        GC.RemoveMemoryPressure((long)_capacity);
        _memory = null;
        _capacity = 0;
    }
}
