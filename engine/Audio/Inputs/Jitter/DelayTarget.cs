using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Inputs.Jitter;

/// <summary>How long the fastest packets have to wait so that the slower ones are there when they are needed. Rises at once, falls slowly.
/// Audio thread only.</summary>
internal sealed class DelayTarget
{
    // A block is asked for as a whole, with the margin of the resampler; and a little more, for what the percentile does not see.
    private const long BlockNanoseconds = 10_200_000;
    private const long MarginNanoseconds = 2_000_000;

    // Too few packets say little about the network; until there are more, something is added that melts away.
    private const int FewPackets = 50;
    private const long CautionNanoseconds = 20_000_000;

    // 5 ms a second.
    private const long FallPerBlock = 50_000;
    private readonly long _minimum;
    private readonly long _maximum;
    private long _target;

    public DelayTarget(MediaTime minimum, MediaTime maximum)
    {
        _minimum = minimum.Nanoseconds;
        _maximum = maximum.Nanoseconds;
        _target = _minimum;
    }

    /// <summary>The delay wanted, in nanoseconds.</summary>
    public long Nanoseconds => Volatile.Read(ref _target);

    /// <summary>Takes in one block's time.</summary>
    /// <param name="window">How late packets come; not empty.</param>
    /// <param name="wait">Nanoseconds to wait for the copy of a lost packet; 0 when there are none.</param>
    public void Update(ArrivalWindow window, long wait)
    {
        var caution = CautionNanoseconds * Math.Max(0, FewPackets - window.Count) / FewPackets;
        var wanted = Math.Clamp(window.Spread + BlockNanoseconds + MarginNanoseconds + caution + wait, _minimum, _maximum);
        Volatile.Write(ref _target, Math.Max(wanted, _target - FallPerBlock));
    }

    /// <summary>Begins anew with what <paramref name="window"/> says.</summary>
    public void Reset(ArrivalWindow window)
    {
        Volatile.Write(ref _target, 0);
        Update(window, 0);
    }
}
