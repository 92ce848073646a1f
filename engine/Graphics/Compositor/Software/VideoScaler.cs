using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>How chroma comes out of a <see cref="VideoScaler"/>.</summary>
internal enum ChromaGrid
{
    /// <summary>One sample for each block of 2 × 2 output pixels, in the middle of it; at 1:1 the source's samples as they are.</summary>
    SharedBlocks,

    /// <summary>One sample for each block of 2 × 2 output pixels, sited as on the I420 canvas.</summary>
    CanvasBlocks,
}

/// <summary>Scales the planes of one video layer to output rows: luma (or packed pixels) per pixel, chroma per block, or per pixel where
/// the source has it in full and the canvas can show it.</summary>
internal sealed unsafe class VideoScaler(InstructionSet set)
{
    private readonly FilterCache _cache = new();
    private readonly PlaneScaler _luma = new();
    private readonly PlaneScaler _u = new();
    private readonly PlaneScaler _v = new();
    private readonly AlignedBuffer _neutral = new();
    private bool _gray;

    /// <summary>True when there is one chroma sample per output pixel.</summary>
    public bool FullChroma { get; private set; }

    /// <summary>True when <see cref="Luma"/> gives blue, green, red, alpha pixels and there is no chroma.</summary>
    public bool Packed { get; private set; }

    /// <summary>True when a layer has a picture that can be drawn.</summary>
    public static bool CanDraw(in Layer layer)
    {
        const double limit = 1 << 20;
        var s = layer.Source;
        return layer.Frame is { Layout: not PixelLayout.None } && !layer.Bounds.IsEmpty
            && Math.Abs(s.X) < limit && Math.Abs(s.Y) < limit && s.Width is > 1e-3 and < limit && s.Height is > 1e-3 and < limit;
    }

    /// <summary>Takes a layer to scale.</summary>
    /// <param name="layer">A video layer that <see cref="CanDraw"/>.</param>
    /// <param name="grid">The canvas pixels to make rows for; chroma blocks start at its corner.</param>
    /// <param name="chroma">How chroma is wanted.</param>
    public void Begin(in Layer layer, Rect grid, ChromaGrid chroma)
    {
        var frame = layer.Frame!;
        var bounds = layer.Bounds;
        var x = new ScaleAxis(layer.Source.X, layer.Source.Width, frame.Width, bounds.X, bounds.Width, grid.X, grid.Width);
        var y = new ScaleAxis(layer.Source.Y, layer.Source.Height, frame.Height, bounds.Y, bounds.Height, grid.Y, grid.Height);
        Packed = frame.Layout == PixelLayout.Bgra32;
        _gray = frame.Layout == PixelLayout.Gray8;
        FullChroma = frame.Layout == PixelLayout.I444 && chroma == ChromaGrid.SharedBlocks;
        var across = x.Scaler(_cache, 1, 0.5, 1, 0.5, out var left, out var columns);
        var down = y.Scaler(_cache, 1, 0.5, 1, 0.5, out var top, out _);
        _luma.Begin(frame[0], frame.Layout.SampleBytes(), across, down.Filter, left, columns, top, set);
        if (_gray) new Span<byte>(_neutral.Reserve(grid.Width), grid.Width).Fill(128);
        if (_gray || Packed) return;
        if (!FullChroma)
        {
            (across, left, columns) = Blocks(x, frame.Layout != PixelLayout.I444, SiteAcross(frame.Color.Siting), chroma, 0.5);
            (down, top, _) = Blocks(y, frame.Layout == PixelLayout.I420, SiteDown(frame.Color.Siting), chroma, 1);
        }

        _u.Begin(frame[1], 1, across, down.Filter, left, columns, top, set);
        _v.Begin(frame[2], 1, across, down.Filter, left, columns, top, set);
    }

    /// <summary>Luma or packed pixels of a row of the grid. Two slots, see <see cref="PlaneScaler.Row"/>.</summary>
    public byte* Luma(int row, int slot) => _luma.Row(row, slot);

    /// <summary>U of a row of blocks (or of the grid, with <see cref="FullChroma"/>).</summary>
    public byte* U(int row) => _gray ? _neutral.Pointer : _u.Row(row, 0);

    /// <summary>V, likewise.</summary>
    public byte* V(int row) => _gray ? _neutral.Pointer : _v.Row(row, 0);

    private (RowScaler Scaler, int Low, int Length) Blocks(
        ScaleAxis axis, bool subsampled, double site, ChromaGrid chroma, double canvasSite)
    {
        var sourceBlock = subsampled ? 2 : 1;
        var sourceSite = subsampled ? site : 0.5;
        // Shared blocks want the colour of their middle. At 1:1 that would cost a filter for a quarter of a sample; nobody sees it.
        var outputSite = chroma == ChromaGrid.CanvasBlocks ? canvasSite : subsampled && Math.Abs(axis.Ratio - 1) < 1e-6 ? site : 1;
        var scaler = axis.Scaler(_cache, sourceBlock, sourceSite, 2, outputSite, out var low, out var length);
        return (scaler, low, length);
    }

    private static double SiteAcross(ChromaSiting siting) => siting == ChromaSiting.Center ? 1 : 0.5;

    private static double SiteDown(ChromaSiting siting) => siting == ChromaSiting.TopLeft ? 0.5 : 1;
}
