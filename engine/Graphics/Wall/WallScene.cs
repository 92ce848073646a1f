using ConfEngine.Core.Time;
using ConfEngine.Graphics.Invitations;
using ConfEngine.Graphics.Layouts;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Wall;

/// <summary>Makes the scene of a meeting wall from its tiles. Keeps only what a wall must remember from frame to frame: moves under way, and who
/// spoke last. One for each output; belongs to the render thread. Allocates nothing once it has seen the busiest frame.</summary>
public sealed class WallScene : IDisposable
{
    private readonly IconSet _icons = new();
    private readonly TileAnimator _animator;
    private readonly TileFace _face;
    private readonly TileLabels _labels;
    private readonly PageDots _dots;
    private readonly InvitationCard _invitation;
    private TilePlacement[] _places = new TilePlacement[64];
    private int[] _ids = new int[64];
    private int? _lastSpeaker;

    /// <summary>A wall whose tiles glide to their places.</summary>
    public WallScene(TextRenderer text)
        : this(text, TileAnimator.DefaultDuration)
    {
    }

    /// <summary>A wall.</summary>
    /// <param name="text">Letters the wall. Shared with others of the render thread; whoever runs the loop ends its frames.</param>
    /// <param name="moveDuration">How long a tile is on its way; <see cref="MediaTime.Zero"/> where every frame must be final, as offline.</param>
    public WallScene(TextRenderer text, MediaTime moveDuration)
    {
        var lettering = new Lettering(text);
        _animator = new TileAnimator(moveDuration);
        _face = new TileFace(lettering, _icons);
        _labels = new TileLabels(lettering, _icons);
        _dots = new PageDots(lettering);
        _invitation = new InvitationCard(text);
    }

    /// <summary>True while tiles are on their way: the next frame differs even if no tile changes.</summary>
    public bool IsMoving => _animator.IsMoving;

    /// <summary>How many pages the wall had at the last <see cref="Build"/>; at least 1.</summary>
    public int PageCount { get; private set; } = 1;

    /// <summary>Starts <paramref name="scene"/> anew and draws the wall into it. Also tells each tile where it is (<see cref="Tile.Placement"/>).</summary>
    /// <param name="scene">The scene to fill; layers for overlays may be added afterwards.</param>
    /// <param name="view">How it is looked at.</param>
    /// <param name="tiles">The tiles in their order, which every layout keeps.</param>
    /// <param name="now">The time of this frame; does not run backwards.</param>
    public void Build(Scene scene, WallView view, IReadOnlyList<Tile> tiles, MediaTime now)
    {
        scene.Begin(view.Width, view.Height);
        scene.Background = view.Decorations ? Palette.Background : Rgba.Black;
        var request = new LayoutRequest(view.Layout, view.Width, view.Height, tiles.Count) { Featured = Featured(view.Layout, tiles), Page = view.Page };
        PageCount = LayoutEngine.PageCount(request);
        var places = Arrange(request, tiles, now);
        for (var i = 0; i < tiles.Count; i++)
            if (places[i].IsVisible)
                Draw(scene, view, tiles[i], places[i].Bounds);
        if (view.Decorations) _dots.Draw(scene, Math.Clamp(view.Page, 0, PageCount - 1), PageCount);
    }

    /// <summary>Frees the icons.</summary>
    public void Dispose()
    {
        _icons.Dispose();
        _invitation.Dispose();
    }

    private Span<TilePlacement> Arrange(in LayoutRequest request, IReadOnlyList<Tile> tiles, MediaTime now)
    {
        if (tiles.Count > _places.Length)
        {
            Array.Resize(ref _places, tiles.Count * 2);
            Array.Resize(ref _ids, _places.Length);
        }

        var places = _places.AsSpan(0, tiles.Count);
        LayoutEngine.Arrange(request, places);
        for (var i = 0; i < tiles.Count; i++)
        {
            _ids[i] = tiles[i].Id;
            tiles[i].Placement = places[i];
        }

        _animator.Step(request.Width, request.Height, _ids.AsSpan(0, tiles.Count), places, now);
        return places;
    }

    private void Draw(Scene scene, WallView view, Tile tile, Rect bounds)
    {
        if (!view.Decorations)
        {
            if (tile.Frame is not { } frame) return;
            var place = ViewFit.Place(tile.Mode, frame.Width, frame.Height, frame.PixelAspect, bounds);
            scene.Add(Layer.Video(frame, place.Source, place.Destination));
            return;
        }

        // Measured at the place where the tile is going: letters that grow with it would be drawn anew in every frame.
        var metrics = TileMetrics.Of(tile.Placement.Bounds, scene);
        if (tile.Invitation is { } invitation)
        {
            _invitation.Draw(scene, invitation, bounds, metrics.CornerRadius);
            return;
        }

        _face.Draw(scene, tile, bounds, metrics);
        _labels.Draw(scene, tile, bounds, metrics);
    }

    // The stage keeps who spoke last when nobody does, and when several do: it changes only when it must. Without content, people take its place.
    private int Featured(LayoutKind layout, IReadOnlyList<Tile> tiles)
    {
        var (content, speaking, last) = (-1, -1, -1);
        for (var i = 0; i < tiles.Count; i++)
        {
            if (tiles[i].IsContent && content < 0) content = i;
            if (tiles[i].Speaking && speaking < 0) speaking = i;
            if (tiles[i].Id == _lastSpeaker) last = i;
        }

        if (speaking >= 0 && (last < 0 || !tiles[last].Speaking)) last = speaking;
        _lastSpeaker = last < 0 ? null : tiles[last].Id;
        return layout == LayoutKind.Content && content >= 0 ? content : last;
    }
}
