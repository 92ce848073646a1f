using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Devices;

/// <summary>Says when a block was captured. What a device tells comes in coarse steps, so that the blocks are counted, and what it tells
/// only pulls the count a little. One thread.</summary>
internal sealed class CaptureClock
{
    // Further off than this is a break, not coarseness.
    private const long BreakNanoseconds = 80_000_000;
    private const int Smoothing = 64;
    private Instant _next;
    private bool _known;

    /// <summary>The time of the next block.</summary>
    /// <param name="told">When it was captured, going by the device.</param>
    public Instant Next(Instant told)
    {
        var error = (told - _next).Nanoseconds;
        if (!_known || Math.Abs(error) > BreakNanoseconds) _next = told;
        else _next += new MediaTime(error / Smoothing);
        _known = true;
        var at = _next;
        _next += Mixer.BlockLength;
        return at;
    }
}
