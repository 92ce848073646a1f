using ConfEngine.Core.Time;

namespace ConfEngine.Runtime;

/// <summary>Absolute deadlines for a loop of a fixed rate. When a frame is late, whole intervals are skipped and counted, never chased.</summary>
public sealed class FramePacer
{
    private readonly IClock _clock;
    private readonly int _frameRate;
    private readonly Instant _origin;

    /// <summary>The first frame is due at once.</summary>
    public FramePacer(IClock clock, int frameRate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frameRate, 1);
        _clock = clock;
        _frameRate = frameRate;
        _origin = clock.Now;
    }

    /// <summary>Number of the frame now being made.</summary>
    public long Index { get; private set; }

    /// <summary>When frame <see cref="Index"/> was due.</summary>
    public Instant Deadline => _origin + MediaTime.FromUnits(Index, _frameRate);

    /// <summary>Waits for the next frame.</summary>
    /// <returns>How many intervals were skipped because their frames could not be made in time.</returns>
    public long WaitForNext()
    {
        // A frame has lagged when the work ran past the whole interval that belonged to the next one.
        var reached = (_clock.Now - _origin).ToUnits(_frameRate);
        var skipped = Math.Max(0, reached - (Index + 1));
        Index += 1 + skipped;
        _clock.WaitUntil(Deadline);
        return skipped;
    }
}
