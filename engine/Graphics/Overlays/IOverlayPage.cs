using ConfEngine.Core.Time;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Overlays;

/// <summary>One page of diagnostics that can be laid over the wall. It only reads what others have counted.</summary>
public interface IOverlayPage
{
    /// <summary>What it is called on the command line and in the control API: one lower-case word.</summary>
    string Name { get; }

    /// <summary>How long a painted page stays as it is.</summary>
    MediaTime RepaintInterval { get; }

    /// <summary>The size that the page wants now, in pixels. Should change seldom: a new size takes a new bitmap.</summary>
    (int Width, int Height) Measure(CanvasScale scale, int maxWidth, int maxHeight);

    /// <summary>Paints the whole page anew. Allocates nothing in steady state.</summary>
    void Paint(Painter painter, CanvasScale scale, Instant now);
}
