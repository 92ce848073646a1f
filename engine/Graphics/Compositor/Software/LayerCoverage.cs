using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>How much of each pixel a layer covers, a row at a time.</summary>
internal sealed unsafe class LayerCoverage
{
    private const int CornerLimit = 64;
    private readonly List<CornerMask> _corners = new(CornerLimit);
    private CornerMask _corner = new(0, 0);
    private Rect _bounds;
    private Bitmap? _mask;

    /// <summary>Takes a layer.</summary>
    public void Begin(in Layer layer)
    {
        _bounds = layer.Bounds;
        _mask = layer.Kind == LayerKind.Mask ? layer.Image : null;
        var (radius, stroke) = Shape(layer);
        if (_corner.Radius != radius || _corner.Stroke != stroke) _corner = Corner(radius, stroke);
    }

    /// <summary>Radius and stroke as drawn: no larger than the shape, and no stroke when it would fill it.</summary>
    public static (int Radius, int Stroke) Shape(in Layer layer)
    {
        var smaller = Math.Min(layer.Bounds.Width, layer.Bounds.Height);
        var radius = Math.Clamp(layer.CornerRadius, 0, smaller / 2);
        var stroke = layer.StrokeWidth <= 0 || layer.StrokeWidth >= (smaller + 1) / 2 ? 0 : layer.StrokeWidth;
        return (radius, stroke);
    }

    /// <summary>True when every pixel of the row between the shape's edges is covered in full.</summary>
    public bool IsFull(int y)
    {
        if (_mask is not null) return false;
        var fromEdge = Math.Min(y - _bounds.Y, _bounds.Bottom - 1 - y);
        return _corner.Stroke > 0 ? _corner.Radius == 0 && fromEdge >= 0 && fromEdge < _corner.Stroke : fromEdge >= _corner.Radius;
    }

    /// <summary>Writes the coverage of canvas row <paramref name="y"/>, pixels <paramref name="x"/> to x +
    /// <paramref name="count"/>.</summary>
    public void Row(int y, int x, int count, byte* coverage)
    {
        var row = new Span<byte>(coverage, count);
        var from = Math.Clamp(_bounds.X - x, 0, count);
        var to = Math.Clamp(_bounds.Right - x, from, count);
        if (y < _bounds.Y || y >= _bounds.Bottom || from == to)
        {
            row.Clear();
            return;
        }

        row[..from].Clear();
        row[to..].Clear();
        if (_mask is null) ShapeRow(y, x, from, to, row);
        else _mask.Row(y - _bounds.Y).Slice(x + from - _bounds.X, to - from).CopyTo(row[from..]);
    }

    private void ShapeRow(int y, int x, int from, int to, Span<byte> row)
    {
        var fromEdge = Math.Min(y - _bounds.Y, _bounds.Bottom - 1 - y);
        var stroke = _corner.Stroke;
        row[from..to].Fill(stroke == 0 || fromEdge < stroke ? (byte)255 : (byte)0);
        var size = _corner.Size;
        var corner = fromEdge < size ? _corner.Row(fromEdge) : default;
        for (var i = from; i < to && x + i < _bounds.X + size; i++)
            row[i] = Edge(corner, x + i - _bounds.X, stroke);
        for (var i = Math.Max(from, _bounds.Right - size - x); i < to; i++)
            row[i] = Edge(corner, _bounds.Right - 1 - (x + i), stroke);
    }

    private static byte Edge(ReadOnlySpan<byte> corner, int fromEdge, int stroke) =>
        !corner.IsEmpty ? corner[fromEdge] : stroke == 0 || fromEdge < stroke ? (byte)255 : (byte)0;

    private CornerMask Corner(int radius, int stroke)
    {
        foreach (var known in _corners)
            if (known.Radius == radius && known.Stroke == stroke) return known;
        if (_corners.Count == CornerLimit) _corners.Clear();
        var corner = new CornerMask(radius, stroke);
        _corners.Add(corner);
        return corner;
    }
}
