using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Layouts;

/// <summary>One large tile and a filmstrip of the others: at the right of a wide canvas, at the bottom of any other.</summary>
internal static class StagePacking
{
    public static int Capacity(in LayoutRequest request) => new Strip(request.Width, request.Height).Slots;

    public static int Arrange(in LayoutRequest request, Span<TilePlacement> places)
    {
        var featured = (uint)request.Featured < (uint)request.Tiles ? request.Featured : 0;
        var strip = new Strip(request.Width, request.Height);
        var others = request.Tiles - 1;
        var (first, count) = strip.Slots == 0 ? (0, 0) : Pages.Slice(others, strip.Slots, request.Page);
        var stage = strip.Stage(besideStrip: count > 0);
        // A person is framed like a camera picture; content has a shape of its own and takes all there is.
        if (request.Kind == LayoutKind.Speaker) stage = FitAspect(stage);
        places[featured] = new TilePlacement(stage, TileRole.Stage);
        for (var i = 0; i < count; i++)
        {
            var other = first + i;
            var tile = other < featured ? other : other + 1;
            places[tile] = new TilePlacement(strip.Place(count, i), TileRole.Filmstrip);
        }

        return 1 + count;
    }

    private static Rect FitAspect(Rect area)
    {
        var width = Math.Max(2, Even.Down(Math.Min(area.Width, area.Height * Spacing.TileAspect)));
        var height = Math.Clamp(Even.Nearest(width / Spacing.TileAspect), 2, area.Height);
        return new Rect(area.X + Even.Down((area.Width - width) / 2), area.Y + Even.Down((area.Height - height) / 2), width, height);
    }

    private readonly struct Strip
    {
        private readonly int _canvasWidth;
        private readonly int _canvasHeight;
        private readonly int _gap;
        private readonly int _tileWidth;
        private readonly int _tileHeight;
        private readonly bool _atSide;

        // A sixth of the canvas leaves the stage its size; room for four or more keeps the strip a strip on extreme shapes.
        public Strip(int width, int height)
        {
            _canvasWidth = width;
            _canvasHeight = height;
            _gap = Spacing.Gap(width, height);
            _atSide = width * 9L >= height * 16L;
            _tileWidth = Even.Down(_atSide
                ? Math.Min(width / 6.0, (height - 5 * _gap) / 4.0 * Spacing.TileAspect)
                : Math.Min(height / 6.0 * Spacing.TileAspect, (width - 5 * _gap) / 4.0));
            _tileHeight = Even.Down(_tileWidth / Spacing.TileAspect);
        }

        /// <summary>How many tiles the strip takes; 0 on a canvas too small to have one.</summary>
        public int Slots
        {
            get
            {
                if (_tileWidth < 2 || _tileHeight < 2) return 0;
                return _atSide ? (_canvasHeight - _gap) / (_tileHeight + _gap) : (_canvasWidth - _gap) / (_tileWidth + _gap);
            }
        }

        /// <summary>What is left for the large tile.</summary>
        public Rect Stage(bool besideStrip)
        {
            var width = _canvasWidth - 2 * _gap - (besideStrip && _atSide ? _tileWidth + _gap : 0);
            var height = _canvasHeight - 2 * _gap - (besideStrip && !_atSide ? _tileHeight + _gap : 0);
            return new Rect(_gap, _gap, Even.Down(width), Even.Down(height));
        }

        /// <summary>The place of one of <paramref name="count"/> tiles; a short strip is centred along its way.</summary>
        public Rect Place(int count, int index)
        {
            if (_atSide)
            {
                var top = Even.Down((_canvasHeight - count * (_tileHeight + _gap) + _gap) / 2);
                return new Rect(Even.Down(_canvasWidth) - _gap - _tileWidth, top + index * (_tileHeight + _gap), _tileWidth, _tileHeight);
            }

            var left = Even.Down((_canvasWidth - count * (_tileWidth + _gap) + _gap) / 2);
            return new Rect(left + index * (_tileWidth + _gap), Even.Down(_canvasHeight) - _gap - _tileHeight, _tileWidth, _tileHeight);
        }
    }
}
