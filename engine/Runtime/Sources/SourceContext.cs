using ConfEngine.Audio;
using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Runtime.Sources;

/// <summary>What all sources of an engine share.</summary>
/// <param name="Workers">The threads that decode.</param>
/// <param name="Mixer">Where sound goes.</param>
/// <param name="Text">Draws the captions of synthetic pictures.</param>
/// <param name="Options">What was decided before the start.</param>
/// <param name="Clock">What the frame loop goes by.</param>
public sealed record SourceContext(PumpWorkers Workers, Mixer Mixer, TextRenderer Text, EngineOptions Options, IClock Clock)
{
    /// <summary>A picture is shown this much before its time: half a frame on a live wall, so that it is early as often as late.</summary>
    public MediaTime Lead => Options.IsOffline ? MediaTime.Zero : MediaTime.FromUnits(1, Options.FrameRate * 2);

    /// <summary>True for synthetic pictures that carry their name; where the wall letters its tiles, twice would be once too often.</summary>
    public bool HasCaptions => !Options.Decorations;
}
