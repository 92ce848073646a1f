using ConfEngine.Core.Media;

namespace ConfEngine.Video.Synthetic;

/// <summary>Head and shoulders as a sprite with coverage: painted once, then laid over the backdrop at whole pixels. Rows are copied where
/// the figure is solid and mixed only along its edge, which keeps a picture below half a millisecond.</summary>
internal sealed class Figure
{
    private readonly Layer[] _layers = new Layer[3];

    /// <summary>Paints the figure.</summary>
    /// <param name="height">Height of the picture; everything is in proportion to it.</param>
    /// <param name="hue">Hue of the backdrop: clothes, hair and skin are chosen to go with it.</param>
    public Figure(int height, double hue)
    {
        var outline = new FigureOutline(height, hue);
        Width = outline.Width;
        for (var plane = 0; plane < 3; plane++) _layers[plane] = new Layer(outline, plane);
    }

    /// <summary>Width of the sprite in pixels; even.</summary>
    public int Width { get; }

    /// <summary>Lays the figure over a picture with its top left corner at (x, y).</summary>
    public void Draw(VideoFrame frame, int x, int y)
    {
        _layers[0].Draw(frame[0], x, y);
        _layers[1].Draw(frame[1], x >> 1, y >> 1);
        _layers[2].Draw(frame[2], x >> 1, y >> 1);
    }

    private sealed class Layer
    {
        private readonly int _width;
        private readonly int _height;
        private readonly byte[] _codes;
        private readonly byte[] _cover;
        private readonly (int Start, int SolidStart, int SolidEnd, int End)[] _spans;

        public Layer(FigureOutline outline, int plane)
        {
            var step = plane == 0 ? 1 : 2;
            _width = outline.Width / step;
            _height = outline.Height / step;
            _codes = new byte[_width * _height];
            _cover = new byte[_width * _height];
            _spans = new (int, int, int, int)[_height];
            for (var y = 0; y < _height; y++)
            {
                for (var x = 0; x < _width; x++)
                {
                    var (color, cover) = outline.At((x + 0.5) * step, (y + 0.5) * step);
                    _codes[y * _width + x] = plane switch { 0 => color.Y, 1 => color.U, _ => color.V };
                    _cover[y * _width + x] = cover;
                }

                _spans[y] = Span(_cover.AsSpan(y * _width, _width));
            }
        }

        public void Draw(Plane target, int x, int y)
        {
            for (var row = Math.Max(0, -y); row < _height && row + y < target.Height; row++)
            {
                var span = _spans[row];
                var start = Math.Clamp(span.Start, -x, target.Width - x);
                var end = Math.Clamp(span.End, start, target.Width - x);
                if (start >= end) continue;
                var solidStart = Math.Clamp(span.SolidStart, start, end);
                var solidEnd = Math.Clamp(span.SolidEnd, solidStart, end);
                var pixels = target.Row(row + y);
                var at = row * _width;
                Mix(pixels, x, at, start, solidStart);
                _codes.AsSpan(at + solidStart, solidEnd - solidStart).CopyTo(pixels[(x + solidStart)..]);
                Mix(pixels, x, at, solidEnd, end);
            }
        }

        private void Mix(Span<byte> pixels, int x, int at, int from, int to)
        {
            for (var i = from; i < to; i++) pixels[x + i] = Brush.Mix(pixels[x + i], _codes[at + i], _cover[at + i]);
        }

        // The covered stretch of a row and the first solid run in it; what lies behind the run is mixed pixel by pixel.
        private static (int, int, int, int) Span(ReadOnlySpan<byte> cover)
        {
            var start = cover.IndexOfAnyExcept((byte)0);
            if (start < 0) return default;
            var end = cover.LastIndexOfAnyExcept((byte)0) + 1;
            var solid = cover.IndexOf((byte)255);
            if (solid < 0) return (start, end, end, end);
            var run = cover[solid..].IndexOfAnyExcept((byte)255);
            return (start, solid, run < 0 ? end : solid + run, end);
        }
    }
}
