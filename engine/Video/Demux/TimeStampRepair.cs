using ConfEngine.Core.Time;

namespace ConfEngine.Video.Demux;

/// <summary>Turns a stream's time stamps, which may be missing, go backwards or leap, into strictly rising positions. Good stamps pass
/// through untouched, so that variable frame rates are kept and picture and sound stay together.</summary>
internal sealed class TimeStampRepair
{
    /// <summary>A step ahead beyond this is a fault and not a pause, unless it stays within the container's duration.</summary>
    public static readonly MediaTime LargestStep = MediaTime.FromSeconds(10);

    private MediaTime _last = MediaTime.MinValue;
    private MediaTime _correction;

    /// <summary>Stamps that had to be changed so far.</summary>
    public long Repaired { get; private set; }

    /// <summary>The position of the next frame.</summary>
    /// <param name="stamp">What the stream says; null for nothing.</param>
    /// <param name="step">Usual distance of two frames; more than 0.</param>
    /// <param name="end">Where the current round of the stream ends; null when unknown.</param>
    public MediaTime Next(MediaTime? stamp, MediaTime step, MediaTime? end)
    {
        if (_last == MediaTime.MinValue) return _last = First(stamp, end);
        var expected = _last + step;
        if (stamp is not { } said) return Repair(expected);
        if (IsPlausible(said, end))
        {
            _correction = MediaTime.Zero;
            return _last = said;
        }

        if (_correction != MediaTime.Zero && IsPlausible(said + _correction, null)) return Repair(said + _correction);
        _correction = expected - said;
        return Repair(expected);
    }

    private static MediaTime First(MediaTime? stamp, MediaTime? end)
    {
        var first = stamp ?? MediaTime.Zero;
        var isWild = first < -LargestStep || (first > LargestStep && (end is null || first > end));
        return isWild ? MediaTime.Zero : first;
    }

    private bool IsPlausible(MediaTime at, MediaTime? end) =>
        at > _last && (at - _last <= LargestStep || (end is { } known && at <= known));

    private MediaTime Repair(MediaTime at)
    {
        Repaired++;
        return _last = at;
    }
}
