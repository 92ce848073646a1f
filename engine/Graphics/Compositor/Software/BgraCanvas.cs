using System.Runtime.CompilerServices;
using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>A canvas of opaque BGRA pixels. Video goes from its planes to finished pixels two rows at a time, so memory is passed
/// once.</summary>
internal sealed unsafe class BgraCanvas(InstructionSet set) : Canvas(PixelLayout.Bgra32, set)
{
    private readonly AlignedBuffer _pixels = new();
    private readonly AlignedBuffer _coverage = new();

    /// <inheritdoc/>
    public override void Resize(int width, int height)
    {
        base.Resize(width, height);
        _pixels.Reserve(width * 8);
        _coverage.Reserve(width);
    }

    /// <inheritdoc/>
    public override Rect Footprint(Rect rect) => rect.Intersect(Bounds);

    /// <inheritdoc/>
    public override void Clear(Rect area, Rgba color)
    {
        for (var y = area.Y; y < area.Bottom; y++) new Span<uint>(Pixel(area.X, y), area.Width).Fill(PixelBlend.Pack(color));
    }

    /// <inheritdoc/>
    protected override void DrawVideo(in Layer layer, Rect clip)
    {
        var grid = Footprint(layer.Bounds);
        Scaler.Begin(layer, grid, ChromaGrid.SharedBlocks);
        if (Scaler.Packed) DrawPacked(grid, clip);
        else if (Scaler.FullChroma) DrawFull(grid, clip, new YuvCoefficients(layer.Frame!.Color));
        else DrawShared(grid, clip, new YuvCoefficients(layer.Frame!.Color));
    }

    /// <inheritdoc/>
    protected override void DrawColor(in Layer layer, Rect clip)
    {
        for (var y = clip.Y; y < clip.Bottom; y++)
        {
            if (layer.Color.A == 255 && Coverage.IsFull(y))
            {
                new Span<uint>(Pixel(clip.X, y), clip.Width).Fill(PixelBlend.Pack(layer.Color));
                continue;
            }

            Coverage.Row(y, clip.X, clip.Width, _coverage.Pointer);
            PixelBlend.Color(Pixel(clip.X, y), _coverage.Pointer, clip.Width, layer.Color, Set);
        }
    }

    /// <inheritdoc/>
    protected override void DrawBitmap(in Layer layer, Rect clip)
    {
        for (var y = clip.Y; y < clip.Bottom; y++)
        {
            fixed (byte* row = layer.Image!.Row(y - layer.Bounds.Y))
            {
                var pixels = (uint*)row + (clip.X - layer.Bounds.X);
                PixelBlend.Premultiplied(Pixel(clip.X, y), pixels, clip.Width, layer.Color.A, Set);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DrawShared(Rect grid, Rect clip, in YuvCoefficients color)
    {
        var whole = clip.X == grid.X && clip.Width == grid.Width;
        for (var upper = grid.Y + ((clip.Y - grid.Y) & ~1); upper < clip.Bottom; upper += 2)
        {
            var lower = Math.Min(upper + 1, grid.Bottom - 1);
            var direct = whole && upper >= clip.Y && lower < clip.Bottom && Coverage.IsFull(upper) && Coverage.IsFull(lower);
            var pixels0 = direct ? Pixel(grid.X, upper) : (uint*)_pixels.Pointer;
            var pixels1 = direct ? Pixel(grid.X, lower) : (uint*)_pixels.Pointer + grid.Width;
            var row = upper - grid.Y;
            YuvToBgra.SharedRows(
                Scaler.Luma(row, 0), Scaler.Luma(lower - grid.Y, 1), Scaler.U(row / 2), Scaler.V(row / 2),
                pixels0, pixels1, grid.Width, color, Set);
            if (direct) continue;
            if (upper >= clip.Y) Put(pixels0, upper, grid, clip);
            if (lower > upper && lower < clip.Bottom) Put(pixels1, lower, grid, clip);
        }
    }

    private void DrawFull(Rect grid, Rect clip, in YuvCoefficients color)
    {
        var whole = clip.X == grid.X && clip.Width == grid.Width;
        for (var y = clip.Y; y < clip.Bottom; y++)
        {
            var direct = whole && Coverage.IsFull(y);
            var pixels = direct ? Pixel(grid.X, y) : (uint*)_pixels.Pointer;
            var row = y - grid.Y;
            YuvToBgra.FullRow(Scaler.Luma(row, 0), Scaler.U(row), Scaler.V(row), pixels, grid.Width, color, Set);
            if (!direct) Put(pixels, y, grid, clip);
        }
    }

    private void DrawPacked(Rect grid, Rect clip)
    {
        for (var y = clip.Y; y < clip.Bottom; y++)
        {
            var from = (uint*)Scaler.Luma(y - grid.Y, 0);
            var opaque = (uint*)_pixels.Pointer;
            for (var x = 0; x < grid.Width; x++) opaque[x] = from[x] | 0xFF000000u;
            Put(opaque, y, grid, clip);
        }
    }

    private void Put(uint* pixels, int y, Rect grid, Rect clip)
    {
        pixels += clip.X - grid.X;
        if (Coverage.IsFull(y))
        {
            Unsafe.CopyBlockUnaligned(Pixel(clip.X, y), pixels, (uint)clip.Width * 4);
            return;
        }

        Coverage.Row(y, clip.X, clip.Width, _coverage.Pointer);
        PixelBlend.Pixels(Pixel(clip.X, y), pixels, _coverage.Pointer, clip.Width);
    }

    private uint* Pixel(int x, int y) => (uint*)At(0, 4 * x, y);
}
