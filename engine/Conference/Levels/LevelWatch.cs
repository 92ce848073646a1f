using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Levels;

/// <summary>A member's wish for sound levels.</summary>
internal sealed class LevelWatch(MediaTime period, bool detectSpeech, Instant next)
{
    public MediaTime Period { get; } = period;

    public bool DetectSpeech { get; } = detectSpeech;

    public Instant Next { get; set; } = next;
}
