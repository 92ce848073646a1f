using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Devices;

/// <summary>Turns a sound device's coarse reports of its position into a smooth time line: between reports it runs with the system's
/// clock, and each report pulls it a little. One thread reports, any thread reads.</summary>
/// <param name="clock">Runs on between reports.</param>
public sealed class PlaybackClock(IClock clock)
{
    // A report further off than this is a jump (device suspended, thread stopped), not jitter.
    private const long JumpNanoseconds = 80_000_000;
    private const int Smoothing = 16;
    private long _offset;
    private bool _known;

    /// <summary>The position now.</summary>
    public MediaTime Position => new(clock.Now.Nanoseconds + Volatile.Read(ref _offset));

    /// <summary>Takes in that <paramref name="position"/> was played at <paramref name="now"/>.</summary>
    public void Report(Instant now, MediaTime position)
    {
        var error = position.Nanoseconds - now.Nanoseconds - _offset;
        var step = _known && Math.Abs(error) < JumpNanoseconds ? error / Smoothing : error;
        _known = true;
        Volatile.Write(ref _offset, _offset + step);
    }
}
