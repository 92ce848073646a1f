using ConfEngine.Audio;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Home;
using ConfEngine.Graphics.Invitations;
using ConfEngine.Graphics.Layouts;
using ConfEngine.Graphics.Overlays;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;
using ConfEngine.Graphics.Wall;
using ConfEngine.Runtime.Sources;

namespace ConfEngine.Runtime;

/// <summary>From the tiles to the scene: the wall, or the home screen when there is nothing to show, a notice when something went wrong, and the
/// diagnostic pages on top.</summary>
public sealed class WallPath : IDisposable
{
    private static readonly string[] s_nextSteps =
    [
        "Nothing is on the wall yet",
        "Show a file:  confengine kiosk --source FILE,loop",
        "Try it out:  confengine kiosk",
    ];

    // More tiles than this leave a code too small to be read from a chair.
    private const int MostTilesWithInvitation = 11;

    private readonly IClock _clock;
    private readonly IReadOnlyList<ITileSource> _sources;
    private readonly List<Tile> _tiles = [];
    private readonly List<StreamRow> _rows = [];
    private readonly Tile _invitation = new(int.MaxValue);
    private readonly WallScene _wall;
    private readonly HomeScreen _home;
    private readonly OverlayStack _overlay;
    private readonly NoticeBar _notice;
    private readonly EngineOptions _options;
    private WallView _view;

    /// <summary>Prepares the wall.</summary>
    /// <param name="options">Size, layout, decorations, overlay.</param>
    /// <param name="text">Letters it.</param>
    /// <param name="clock">Tells the time of day.</param>
    /// <param name="statistics">What the frame-time page shows.</param>
    /// <param name="sources">Whose tiles there are; call <see cref="Refresh"/> when the list has changed.</param>
    public WallPath(EngineOptions options, TextRenderer text, IClock clock, FrameStatistics statistics, IReadOnlyList<ITileSource> sources)
    {
        _options = options;
        _clock = clock;
        _sources = sources;
        _wall = new WallScene(text, options.IsOffline ? MediaTime.Zero : TileAnimator.DefaultDuration);
        _home = new HomeScreen(text);
        _notice = new NoticeBar(text);
        _view = new WallView(options.Width, options.Height, options.Layout, 0, options.Decorations);
        _overlay = new OverlayStack(text);
        _overlay.Add(new FrameTimePage(statistics, MediaTime.FromUnits(1, options.FrameRate)));
        _overlay.Add(new StreamTablePage(_rows));
        _overlay.SetAll(options.ShowOverlay);
        Refresh();
    }

    /// <summary>How to get into the room; null where nobody can.</summary>
    public Invitation? Invitation
    {
        get => _invitation.Invitation;
        set
        {
            _invitation.Invitation = value;
            Refresh();
        }
    }

    /// <summary>Asked for today's meetings every frame the home screen is built; null while nobody knows of any. Must give the same object while it says the same.</summary>
    public Func<MeetingBoard?>? Meetings { get; set; }

    /// <summary>Takes in a diagnostic page, shown like the others from the start.</summary>
    public void Add(IOverlayPage page)
    {
        _overlay.Add(page);
        _overlay.TrySet(page.Name, _options.ShowOverlay);
    }

    /// <summary>True while a shared screen takes the stage of a wall that is a gallery otherwise.</summary>
    public bool HasStage { get; set; }

    /// <summary>Takes note of sources that came and went.</summary>
    public void Refresh()
    {
        _tiles.Clear();
        _rows.Clear();
        foreach (var source in _sources)
        {
            _tiles.Add(source.Tile);
            _rows.Add(new StreamRow(source.Name, source.Statistics));
        }
    }

    /// <summary>What the current frame shows.</summary>
    public Scene Scene { get; } = new();

    /// <summary>Does what a command asks of the wall; others are none of its business.</summary>
    public void Apply(EngineCommand command)
    {
        switch (command)
        {
            case EngineCommand.CycleOverlay:
                _overlay.ShowNext();
                break;
            case EngineCommand.SetLayout set:
                _view = _view with { Layout = set.Layout, Page = 0 };
                break;
            case EngineCommand.CycleLayout:
                _view = _view with { Layout = (LayoutKind)(((int)_view.Layout + 1) % (int)LayoutKind.Grid), Page = 0 };
                break;
            case EngineCommand.TurnPage turn:
                _view = _view with { Page = Math.Clamp(_view.Page + turn.Step, 0, _wall.PageCount - 1) };
                break;
        }
    }

    /// <summary>Makes the scene of a frame.</summary>
    /// <param name="frame">Which frame.</param>
    /// <param name="speaker">Whose ring lights up; null for nobody's.</param>
    /// <param name="notice">What everybody in the room has to know, or null.</param>
    public void Build(in FrameTime frame, AudioInput? speaker, string? notice)
    {
        // By index: the list's enumerator would be an object a frame.
        for (var i = 0; i < _sources.Count; i++) _sources[i].Tile.Speaking = speaker is not null && ReferenceEquals(_sources[i].Input, speaker);
        if (_tiles.Count > 0)
        {
            BuildWall(frame);
        }
        else
        {
            Scene.Begin(_options.Width, _options.Height);
            _home.Build(Scene, new HomeModel(_clock.WallNow, _options.RoomName, s_nextSteps) { Invitation = Invitation, Meetings = Meetings?.Invoke() });
        }

        if (notice is not null && _options.Decorations) _notice.Draw(Scene, notice);
    }

    private void BuildWall(in FrameTime frame)
    {
        var view = HasStage && _view.Layout == LayoutKind.Gallery ? _view with { Layout = LayoutKind.Content } : _view;
        // A filmstrip has no room for a code; a wall without decorations shows pictures only.
        var invites = Invitation is not null && view is { Layout: LayoutKind.Gallery, Decorations: true } && _tiles.Count <= MostTilesWithInvitation;
        if (invites) _tiles.Add(_invitation);
        _wall.Build(Scene, view, _tiles, frame.Media);
        if (invites) _tiles.RemoveAt(_tiles.Count - 1);
    }

    /// <summary>Puts the diagnostic pages on top.</summary>
    public void PaintOverlay(in FrameTime frame)
    {
        if (_overlay.IsVisible) _overlay.AddTo(Scene, frame.Now);
    }

    /// <summary>Frees the bitmaps.</summary>
    public void Dispose()
    {
        _overlay.Dispose();
        _home.Dispose();
        _wall.Dispose();
    }
}
