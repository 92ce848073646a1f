using System.Runtime.CompilerServices;
using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>A canvas of I420 samples (<see cref="ColorDescription.Canvas"/>). All work is in whole chroma blocks of 2 × 2 pixels: a block that a
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
    private readonly YuvToYuv?[] _maps = new YuvToYuv?[6];

    /// <inheritdoc/>
    public override void Resize(int width, int height)
    {
        base.Resize(width, height);
        foreach (var buffer in (ReadOnlySpan<AlignedBuffer>)[_luma0, _luma1, _u, _v, _coverage0, _coverage1, _blocks]) buffer.Reserve(width + 1);
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
        for (var y = clip.Y; y < clip.Bottom; y += 2)
        {
            for (var x = clip.X; x < clip.Right; x += 2)
            {
                uint a = BitmapPixel(layer, x, y), b = BitmapPixel(layer, x + 1, y);
                uint c = BitmapPixel(layer, x, y + 1), d = BitmapPixel(layer, x + 1, y + 1);
                if ((a | b | c | d) == 0) continue;
                LayLuma(x, y, a);
                LayLuma(x + 1, y, b);
                LayLuma(x, y + 1, c);
                LayLuma(x + 1, y + 1, d);
                var alpha = (int)((a >> 24) + (b >> 24) + (c >> 24) + (d >> 24) + 2) >> 2;
                var u = BgraToI420.UOf(a) + BgraToI420.UOf(b) + BgraToI420.UOf(c) + BgraToI420.UOf(d);
                var v = BgraToI420.VOf(a) + BgraToI420.VOf(b) + BgraToI420.VOf(c) + BgraToI420.VOf(d);
                LayChroma(At(1, x / 2, y / 2), u, alpha);
                LayChroma(At(2, x / 2, y / 2), v, alpha);
            }
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

    private static uint BitmapPixel(in Layer layer, int x, int y)
    {
        var image = layer.Image!;
        x -= layer.Bounds.X;
        y -= layer.Bounds.Y;
        if ((uint)x >= (uint)image.Width || (uint)y >= (uint)image.Height) return 0;
        return PixelBlend.Scale(((uint*)(image.Pixels + (long)y * image.Stride))[x], layer.Color.A);
    }

    private void LayLuma(int x, int y, uint pixel)
    {
        if (x >= Bounds.Width || y >= Bounds.Height) return;
        var alpha = (int)(pixel >> 24);
        var above = (BgraToI420.LumaOf(pixel) + 128) >> 8;
        var at = At(0, x, y);
        *at = (byte)Math.Clamp(PixelBlend.By255(*at * (255 - alpha) + 16 * alpha) + above, 0, 255);
    }

    private static void LayChroma(byte* at, int fourTimes256, int alpha) =>
        *at = (byte)Math.Clamp(PixelBlend.By255(*at * (255 - alpha) + 128 * alpha) + ((fourTimes256 + 512) >> 10), 0, 255);

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
