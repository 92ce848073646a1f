using ConfEngine.Core.Time;

namespace ConfEngine.Runtime;

/// <summary>The engine's media time line: sound leads, pictures follow. The audio device reports which position is being heard; between two
/// reports, and where there is no device, the monotonic clock carries the time on. The steps are spread out, so that a report that comes a
/// little early or late does not show as a jerk.</summary>
public sealed class MediaClock
{
    // A report corrects a tenth of the error: jitter of a few milliseconds vanishes, a drift of 200 ppm stays below 0.1 ms.
    private const int Smoothing = 10;
    private static readonly MediaTime StepThreshold = MediaTime.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private Instant _origin;

    /// <summary>Starts the time line at zero.</summary>
    /// <param name="now">The monotonic time that is media time zero until sound says otherwise.</param>
    public MediaClock(Instant now) => _origin = now;

    /// <summary>The media position that is being heard and should be seen at <paramref name="now"/>.</summary>
    public MediaTime At(Instant now)
    {
        lock (_gate) return now - _origin;
    }

    /// <summary>Takes a report of the audio device: at <paramref name="now"/> the sound of <paramref name="played"/> is being heard.</summary>
    public void Report(Instant now, MediaTime played)
    {
        lock (_gate)
        {
            var error = (now - played) - _origin;
            var far = error > StepThreshold || error < -StepThreshold;
            _origin += far ? error : new MediaTime(error.Nanoseconds / Smoothing);
        }
    }
}
