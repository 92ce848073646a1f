namespace ConfEngine.Conference.Quality;

/// <summary>How a member's connection does, one report a period.</summary>
internal sealed class LinkState
{
    // ZEGO Express 2.22: one heartbeat missed is Unknown, three are Die.
    private const int Dead = 3;
    private LinkFigures? _latest;
    private int _missed;
    private bool _everHeard;

    public QualityLevel Level { get; private set; } = QualityLevel.Unknown;

    public void Report(LinkFigures figures)
    {
        _latest = figures;
        _everHeard = true;
    }

    /// <summary>A period is over. True when the level changed.</summary>
    public bool Advance()
    {
        _missed = _latest is null ? Math.Min(_missed + 1, Dead) : 0;
        var level = _latest?.Level ?? (_missed >= Dead && _everHeard ? QualityLevel.Die : QualityLevel.Unknown);
        _latest = null;
        var changed = level != Level;
        Level = level;
        return changed;
    }
}
