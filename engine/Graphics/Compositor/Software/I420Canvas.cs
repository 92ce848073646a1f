using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>A canvas of I420 samples (<see cref="ColorDescription.Canvas"/>). All work is in whole chroma blocks of 2 × 2 pixels: a
/// block that a
/// layer covers in part takes its chroma by the mean coverage.</summary>
internal sealed unsafe class I420Canvas(InstructionSet set) : Canvas(PixelLayout.I420, set)
{
    private readonly AlignedBuffer _luma0 = new();
    private readonly AlignedBuffer _luma1 = new();
    private readonly AlignedBuffer _u = new();
    private readonly AlignedBuffer _v = new();
    private readonly AlignedBuffer _coverage0 = new();
    private readonly AlignedBuffer _coverage1 = new();
    private readonly AlignedBuffer _blocks = new();
    private readonly AlignedBuffer _pixels = new();
    private readonly YuvToYuv?[] _maps = new YuvToYuv?[6];

    /// <inheritdoc/>
    public override void Resize(int width, int height)
    {
        base.Resize(width, height);
        foreach (var buffer in (ReadOnlySpan<AlignedBuffer>)[_luma0, _luma1, _u, _v, _coverage0, _coverage1, _blocks])
            buffer.Reserve(width + 1);
        _pixels.Reserve(8 * (width + 1));
    }

    /// <inheritdoc/>
    public override Rect Footprint(Rect rect)
    {
        var inside = rect.Intersect(Bounds);
        if (inside.IsEmpty) return inside;
        var x = inside.X & ~1;
        var y = inside.Y & ~1;
        return new Rect(x, y, ((inside.Right + 1) & ~1) - x, ((inside.Bottom + 1) & ~1) - y);
    }

    /// <inheritdoc/>
    public override void Clear(Rect area, Rgba color)
    {
        var (y, u, v) = BgraToI420.Convert(color);
        for (var row = area.Y; row < Math.Min(area.Bottom, Bounds.Height); row++) new Span<byte>(At(0, area.X, row), area.Width).Fill(y);
        for (var row = area.Y / 2; row < area.Bottom / 2; row++)
        {
            new Span<byte>(At(1, area.X / 2, row), area.Width / 2).Fill(u);
            new Span<byte>(At(2, area.X / 2, row), area.Width / 2).Fill(v);
        }
    }

    /// <inheritdoc/>
    protected override void DrawVideo(in Layer layer, Rect clip)
    {
        var grid = Footprint(layer.Bounds);
        Scaler.Begin(layer, grid, ChromaGrid.CanvasBlocks);
        var color = layer.Frame!.Color;
        var map = Scaler.Packed || YuvToYuv.IsCanvas(color) ? null : Map(color);
        var wholeBlocks = layer.Bounds.X % 2 == 0 && layer.Bounds.Right % 2 == 0;
        for (var y = clip.Y; y < clip.Bottom; y += 2)
        {
            if (!TryTakeBlocks(y - grid.Y, grid.Width, map, out var luma0, out var luma1, out var u, out var v))
            {
                luma0 = _luma0.Pointer;
                luma1 = _luma1.Pointer;
                u = _u.Pointer;
                v = _v.Pointer;
            }

            var skip = clip.X - grid.X;
            if (wholeBlocks && Coverage.IsFull(y) && Coverage.IsFull(y + 1))
                CopyBlocks(luma0 + skip, luma1 + skip, u + skip / 2, v + skip / 2, y, clip);
            else BlendBlocks(luma0 + skip, luma1 + skip, u + skip / 2, v + skip / 2, y, clip);
        }
    }

    /// <inheritdoc/>
    protected override void DrawColor(in Layer layer, Rect clip)
    {
        var (luma, u, v) = BgraToI420.Convert(layer.Color);
        var alpha = layer.Color.A;
        for (var y = clip.Y; y < clip.Bottom; y += 2)
        {
            CoverBlocks(y, clip);
            SampleBlend.Value(At(0, clip.X, y), _coverage0.Pointer, clip.Width, luma, alpha, Set);
            if (y + 1 < Bounds.Height) SampleBlend.Value(At(0, clip.X, y + 1), _coverage1.Pointer, clip.Width, luma, alpha, Set);
            SampleBlend.Value(At(1, clip.X / 2, y / 2), _blocks.Pointer, clip.Width / 2, u, alpha, Set);
            SampleBlend.Value(At(2, clip.X / 2, y / 2), _blocks.Pointer, clip.Width / 2, v, alpha, Set);
        }
    }

    /// <inheritdoc/>
    protected override void DrawBitmap(in Layer layer, Rect clip)
    {
        var pixels0 = (uint*)_pixels.Pointer;
        var pixels1 = pixels0 + clip.Width;
        for (var y = clip.Y; y < clip.Bottom; y += 2)
        {
            TakeBitmapRow(layer, y, clip, pixels0, _coverage0.Pointer);
            TakeBitmapRow(layer, y + 1, clip, pixels1, _coverage1.Pointer);
            SampleBlend.Average(_coverage0.Pointer, _coverage1.Pointer, _blocks.Pointer, clip.Width / 2);
            BgraToI420.Rows(pixels0, pixels1, _luma0.Pointer, _luma1.Pointer, _u.Pointer, _v.Pointer, clip.Width, Set);
            SampleBlend.Over(At(0, clip.X, y), _luma0.Pointer, _coverage0.Pointer, clip.Width, 16, Set);
            if (y + 1 < Bounds.Height) SampleBlend.Over(At(0, clip.X, y + 1), _luma1.Pointer, _coverage1.Pointer, clip.Width, 16, Set);
            SampleBlend.Over(At(1, clip.X / 2, y / 2), _u.Pointer, _blocks.Pointer, clip.Width / 2, 128, Set);
            SampleBlend.Over(At(2, clip.X / 2, y / 2), _v.Pointer, _blocks.Pointer, clip.Width / 2, 128, Set);
        }
    }

    /// <summary>Scales two rows of luma and one of chroma. False when they had to be converted and are in the buffers.</summary>
    private bool TryTakeBlocks(int row, int width, YuvToYuv? map, out byte* luma0, out byte* luma1, out byte* u, out byte* v)
    {
        luma0 = Scaler.Luma(row, 0);
        luma1 = Scaler.Luma(row + 1, 1);
        u = v = null;
        if (Scaler.Packed)
        {
            BgraToI420.Rows((uint*)luma0, (uint*)luma1, _luma0.Pointer, _luma1.Pointer, _u.Pointer, _v.Pointer, width, Set);
            return false;
        }

        u = Scaler.U(row / 2);
        v = Scaler.V(row / 2);
        if (map is null) return true;
        map.Luma(luma0, u, v, _luma0.Pointer, width, Set);
        map.Luma(luma1, u, v, _luma1.Pointer, width, Set);
        map.Chroma(u, v, _u.Pointer, _v.Pointer, width / 2, Set);
        return false;
    }

    /// <summary>Takes the bitmap's pixels of one canvas row, with the layer's opacity, transparent where there are none; and their
    /// alpha.</summary>
    private static void TakeBitmapRow(in Layer layer, int y, Rect clip, uint* pixels, byte* alpha)
    {
        var bounds = layer.Bounds;
        new Span<uint>(pixels, clip.Width).Clear();
        if (y >= bounds.Y && y < bounds.Bottom)
        {
            var from = Math.Max(clip.X, bounds.X);
            var to = Math.Min(clip.Right, bounds.Right);
            var row = MemoryMarshal.Cast<byte, uint>(layer.Image!.Row(y - bounds.Y)).Slice(from - bounds.X, to - from);
            row.CopyTo(new Span<uint>(pixels + (from - clip.X), row.Length));
            if (layer.Color.A < 255)
                for (var x = from - clip.X; x < to - clip.X; x++) pixels[x] = PixelBlend.Scale(pixels[x], layer.Color.A);
        }

        for (var x = 0; x < clip.Width; x++) alpha[x] = (byte)(pixels[x] >> 24);
    }

    private void CoverBlocks(int y, Rect clip)
    {
        Coverage.Row(y, clip.X, clip.Width, _coverage0.Pointer);
        Coverage.Row(y + 1, clip.X, clip.Width, _coverage1.Pointer);
        SampleBlend.Average(_coverage0.Pointer, _coverage1.Pointer, _blocks.Pointer, clip.Width / 2);
    }

    private void CopyBlocks(byte* luma0, byte* luma1, byte* u, byte* v, int y, Rect clip)
    {
        Unsafe.CopyBlockUnaligned(At(0, clip.X, y), luma0, (uint)clip.Width);
        if (y + 1 < Bounds.Height) Unsafe.CopyBlockUnaligned(At(0, clip.X, y + 1), luma1, (uint)clip.Width);
        Unsafe.CopyBlockUnaligned(At(1, clip.X / 2, y / 2), u, (uint)clip.Width / 2);
        Unsafe.CopyBlockUnaligned(At(2, clip.X / 2, y / 2), v, (uint)clip.Width / 2);
    }

    private void BlendBlocks(byte* luma0, byte* luma1, byte* u, byte* v, int y, Rect clip)
    {
        CoverBlocks(y, clip);
        SampleBlend.Samples(At(0, clip.X, y), luma0, _coverage0.Pointer, clip.Width);
        if (y + 1 < Bounds.Height) SampleBlend.Samples(At(0, clip.X, y + 1), luma1, _coverage1.Pointer, clip.Width);
        SampleBlend.Samples(At(1, clip.X / 2, y / 2), u, _blocks.Pointer, clip.Width / 2);
        SampleBlend.Samples(At(2, clip.X / 2, y / 2), v, _blocks.Pointer, clip.Width / 2);
    }

    private YuvToYuv Map(ColorDescription color) =>
        _maps[(int)color.Matrix * 2 + (int)color.Range] ??= new YuvToYuv(color);
}
