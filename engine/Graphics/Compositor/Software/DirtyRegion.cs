using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>The parts of a canvas to draw again, as a bounded list of rectangles. They may overlap: each is drawn from its bottom layer
/// up, so a pixel drawn twice is the same twice.</summary>
internal sealed class DirtyRegion
{
    private const int Capacity = 160;
    private readonly Rect[] _rects = new Rect[Capacity];
    private int _count;

    /// <summary>The rectangles.</summary>
    public ReadOnlySpan<Rect> Rects => _rects.AsSpan(0, _count);

    /// <summary>Forgets everything.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a rectangle. It is merged with those that it overlaps when the two together take hardly more pixels.</summary>
    public void Add(Rect rect)
    {
        if (rect.IsEmpty) return;
        for (var i = 0; i < _count; i++)
        {
            if (_rects[i].Contains(rect)) return;
            if (!WorthMerging(_rects[i], rect)) continue;
            rect = rect.Union(_rects[i]);
            _rects[i] = _rects[--_count];
            i = -1;
        }

        if (_count == Capacity)
        {
            foreach (var other in Rects) rect = rect.Union(other);
            _count = 0;
        }

        _rects[_count++] = rect;
    }

    private static bool WorthMerging(Rect a, Rect b) => a.Touches(b) && Area(a.Union(b)) <= Area(a) + Area(b);

    private static long Area(Rect rect) => (long)rect.Width * rect.Height;
}
