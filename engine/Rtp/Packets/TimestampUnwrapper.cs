using ConfEngine.Core.Time;

namespace ConfEngine.Rtp.Packets;

/// <summary>Turns wrapping time stamps into a time line that begins at the first one seen.</summary>
/// <param name="clockRate">Units in a second, as the session description says: 90000 for video, 48000 for Opus.</param>
public struct TimestampUnwrapper(int clockRate)
{
    private bool _started;
    private uint _first;
    private long _newest;

    /// <summary>Units in a second.</summary>
    public readonly int ClockRate => clockRate;

    /// <summary>Clock units since the first time stamp; negative for one that is older than that.</summary>
    public long Unwrap(RtpTimestamp timestamp)
    {
        if (!_started)
        {
            _started = true;
            _first = timestamp.Value;
        }

        var extended = Peek(timestamp);
        if (extended > _newest) _newest = extended;
        return extended;
    }

    /// <summary>What <see cref="Unwrap"/> would give, with nothing remembered: for the time stamps of sender reports.</summary>
    public readonly long Peek(RtpTimestamp timestamp) =>
        _started ? _newest + timestamp.DistanceFrom(new RtpTimestamp((uint)(_first + _newest))) : 0;

    /// <summary>The same as a position on the stream's time line.</summary>
    public MediaTime ToMediaTime(RtpTimestamp timestamp) => MediaTime.FromUnits(Unwrap(timestamp), clockRate);
}
