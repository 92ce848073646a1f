using System.Runtime.InteropServices;
using ConfEngine.Core.Media;

namespace ConfEngine.Compositor.Tests.Software;

/// <summary>A frame whose planes each end right before a page that may not be read: whoever reads a byte too many ends the
/// test run.</summary>
internal sealed partial class GuardedFrame : VideoFrame, IDisposable
{
    private const int Page = 4096;
    private readonly List<(nint Address, nint Length)> _mappings = [];

    public GuardedFrame(PixelLayout layout, int width, int height, int seed)
    {
        Describe(layout, width, height);
        var random = new Random(seed);
        for (var p = 0; p < layout.PlaneCount(); p++)
        {
            var stride = layout.PlaneWidth(p, width) * layout.SampleBytes();
            var bytes = stride * layout.PlaneHeight(p, height);
            var readable = (bytes + Page - 1) / Page * Page;
            var address = Map(0, readable + Page, 3, 0x22, -1, 0);
            Assert.NotEqual(-1, address);
            Assert.Equal(0, Protect(address + readable, Page, 0));
            _mappings.Add((address, readable + Page));
            SetPlane(p, address + readable - bytes, stride);
            for (var y = 0; y < this[p].Height; y++) random.NextBytes(this[p].Row(y, layout.SampleBytes()));
        }
    }

    public override void Recycle()
    {
    }

    public void Dispose()
    {
        foreach (var (address, length) in _mappings) Unmap(address, length);
        _mappings.Clear();
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(nint address, nint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nint length);
}
