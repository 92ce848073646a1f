using ConfEngine.Core.Time;

namespace ConfEngine.Golden.Choice;

/// <summary>A clock whose every second reading is later than the one before by the next of the given lengths: each pair measures one of them.</summary>
internal sealed class SteppingClock(params int[] milliseconds) : IClock
{
    private long _nanoseconds;
    private int _readings;

    public Instant Now
    {
        get
        {
            if (_readings++ % 2 == 1) _nanoseconds += milliseconds[(_readings / 2 - 1) % milliseconds.Length] * 1_000_000L;
            return new Instant(_nanoseconds);
        }
    }

    public DateTimeOffset WallNow => DateTimeOffset.UnixEpoch;

    public void WaitUntil(Instant deadline) => throw new InvalidOperationException("A measurement does not wait.");
}
