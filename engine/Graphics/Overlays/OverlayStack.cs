using ConfEngine.Core.Time;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Overlays;

/// <summary>The pages that can be laid over the wall, from the top left: beside each other where there is room, so that they cover one strip of
/// the wall and not half of it, else below each other. Each is painted on the CPU a few times a second into
/// its own bitmap, so that between two paintings it costs the compositor nothing.</summary>
public sealed class OverlayStack(TextRenderer text) : IDisposable
{
    private readonly Painter _painter = new(text);
    private readonly List<Slot> _slots = [];

    /// <summary>The names of all pages, in their order on the screen.</summary>
    public IEnumerable<string> Names => _slots.Select(slot => slot.Page.Name);

    /// <summary>True while at least one page shows.</summary>
    public bool IsVisible => _slots.Exists(slot => slot.IsVisible);

    /// <summary>Takes in a page, hidden at first.</summary>
    public void Add(IOverlayPage page) => _slots.Add(new Slot(page));

    /// <summary>Shows or hides a page.</summary>
    /// <returns>False when there is no page of that name.</returns>
    public bool TrySet(string name, bool visible)
    {
        if (_slots.Find(slot => slot.Page.Name == name) is not { } found) return false;
        found.IsVisible = visible;
        return true;
    }

    /// <summary>Shows or hides all pages.</summary>
    public void SetAll(bool visible)
    {
        foreach (var slot in _slots) slot.IsVisible = visible;
    }

    /// <summary>What the hot key does: nothing, each page by itself, all of them, and from the start again.</summary>
    public void ShowNext()
    {
        var visible = _slots.Count(slot => slot.IsVisible);
        var next = visible switch
        {
            0 => 0,
            1 => _slots.FindIndex(slot => slot.IsVisible) + 1,
            _ => _slots.Count + 1,
        };
        // With a single page "all of them" would be the same again.
        var all = next == _slots.Count && _slots.Count > 1;
        for (var i = 0; i < _slots.Count; i++) _slots[i].IsVisible = all || i == next;
    }

    /// <summary>Paints the pages that are due and puts them on top of a scene.</summary>
    public void AddTo(Scene scene, Instant now)
    {
        var scale = CanvasScale.For(scene.Width, scene.Height);
        var margin = scale.Pixels(20, 4);
        var (x, y, below) = (margin, margin, margin);
        foreach (var slot in _slots)
        {
            if (!slot.IsVisible || scene.Width <= 2 * margin)
            {
                slot.Free();
                continue;
            }

            var wanted = slot.Page.Measure(scale, scene.Width - 2 * margin, scene.Height - margin - y);
            if (x > margin && x + wanted.Width > scene.Width - margin) (x, y) = (margin, below);
            var (width, height) = (Math.Clamp(wanted.Width, 1, scene.Width - 2 * margin), Math.Min(wanted.Height, scene.Height - margin - y));
            if (height < margin)
            {
                slot.Free();
                continue;
            }

            scene.Add(Layer.Picture(slot.Paint(_painter, scale, width, height, now), x, y));
            x += width + margin;
            below = Math.Max(below, y + height + margin);
        }
    }

    /// <summary>Frees the bitmaps.</summary>
    public void Dispose()
    {
        // Twice: what is freed first may still be the latest scene's.
        foreach (var slot in _slots)
        {
            slot.Free();
            slot.Free();
        }
    }

    private sealed class Slot(IOverlayPage page)
    {
        private Bitmap? _bitmap;
        private Bitmap? _retired;
        private Instant _paintedAt;
        private CanvasScale _scale;

        public IOverlayPage Page => page;

        public bool IsVisible { get; set; }

        public Bitmap Paint(Painter painter, CanvasScale scale, int width, int height, Instant now)
        {
            var fits = _bitmap is not null && _bitmap.Width == width && _bitmap.Height == height && _scale == scale;
            if (fits && now - _paintedAt < page.RepaintInterval) return _bitmap!;
            if (!fits)
            {
                Free();
                _bitmap = new Bitmap(BitmapFormat.Bgra32, width, height);
                _scale = scale;
            }

            painter.Target = _bitmap!;
            page.Paint(painter, scale, now);
            _bitmap!.MarkChanged();
            _paintedAt = now;
            return _bitmap;
        }

        // The scene before this one may still be looked at, so a bitmap lives for one call longer.
        public void Free()
        {
            _retired?.Dispose();
            _retired = _bitmap;
            _bitmap = null;
        }
    }
}
