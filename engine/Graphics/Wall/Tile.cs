using ConfEngine.Core.Media;
using ConfEngine.Graphics.Invitations;
using ConfEngine.Graphics.Layouts;

namespace ConfEngine.Graphics.Wall;

/// <summary>What the wall shows of one participant. Whoever runs the streams changes it between frames; belongs to the render thread.</summary>
/// <param name="id">Tells this tile from all others of the wall; never changes, so that a move can be followed.</param>
public sealed class Tile(int id)
{
    private string _name = "";
    private string _cause = "";

    /// <summary>Tells this tile from all others of the wall.</summary>
    public int Id => id;

    /// <summary>The participant's name, in any script.</summary>
    public string Name
    {
        get => _name;
        set
        {
            if (_name == value) return;
            _name = value;
            Initials = Wall.Initials.Of(value);
        }
    }

    /// <summary>The newest picture, or null as long as there has been none. Borrowed: stays valid until the next call of
    /// <see cref="WallScene.Build"/> and the composing of that scene.</summary>
    public VideoFrame? Frame { get; set; }

    /// <summary>What to do where the picture has another shape than the tile.</summary>
    public ViewMode Mode { get; set; }

    /// <summary>True when the participant's microphone is off.</summary>
    public bool Muted { get; set; }

    /// <summary>True while the participant is the active speaker.</summary>
    public bool Speaking { get; set; }

    /// <summary>True for a shared screen or document, which <see cref="LayoutKind.Content"/> puts on the stage.</summary>
    public bool IsContent { get; set; }

    /// <summary>What the stream is doing. A stream that failed keeps its last picture.</summary>
    public StreamState State { get; set; }

    /// <summary>Why the stream failed, for people; empty otherwise. May stay while the stream is opened again.</summary>
    public string Cause
    {
        get => _cause;
        set
        {
            if (_cause == value) return;
            _cause = value;
            CauseLine = value.Length == 0 ? NoSignal : $"{NoSignal}: {value}";
        }
    }

    /// <summary>True while the participant is away and may come back by itself: the last picture stays, and says so.</summary>
    public bool IsReconnecting { get; set; }

    /// <summary>The place among raised hands, from 1; 0 while the hand is down.</summary>
    public int Hand { get; set; }

    /// <summary>Not a participant but how to become one. Null for a participant.</summary>
    public Invitation? Invitation { get; set; }

    /// <summary>How good the connection is, from 0 (none) to 4 (excellent); null when that is unknown or of no interest.</summary>
    public int? Quality { get; set; }

    /// <summary>Where the tile is, or will be when it has arrived: written by <see cref="WallScene.Build"/>. A tile that is not visible needs no
    /// pictures, and one that is needs no more pixels than this.</summary>
    public TilePlacement Placement { get; internal set; }

    internal string Initials { get; private set; } = "";

    internal string CauseLine { get; private set; } = NoSignal;

    private const string NoSignal = "No signal";
}
