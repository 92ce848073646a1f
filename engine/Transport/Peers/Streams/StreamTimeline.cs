using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Rtcp;

namespace ConfEngine.Transport.Peers.Streams;

/// <summary>One time line out of the time stamps of changing layers, which start anywhere. Where the sender's clock is known for both, a
/// change is exact; else the arrival says how much time has passed.</summary>
internal sealed class StreamTimeline(int clockRate)
{
    private static readonly MediaTime s_step = MediaTime.FromMilliseconds(1);
    private static readonly MediaTime s_doubt = MediaTime.FromMilliseconds(500);
    private TimestampUnwrapper _unwrapper = new(clockRate);
    private MediaTime _offset;
    private MediaTime _newest;
    private Instant _newestAt;
    private MediaTime? _floor;
    private bool _started;
    private bool _switches = true;

    /// <summary>The sender's wall clock at position 0; null while unknown.</summary>
    public MediaTime? CaptureAtZero { get; private set; }

    /// <summary>The next time stamp is one of another layer, or of the same after a restart.</summary>
    public void Switch() => _switches = true;

    /// <summary>The position of a time stamp.</summary>
    public MediaTime Map(SourceLayer layer, RtpTimestamp timestamp, Instant arrival)
    {
        var isFirst = _switches && _started;
        if (_switches) Begin(layer, timestamp, arrival);
        var pts = _offset + _unwrapper.ToMediaTime(timestamp);
        // Two layers have the same moments, and the one that is taken up may be behind; the line must not go back.
        if (isFirst && pts <= _newest) _floor = _newest;
        if (_floor is { } floor)
        {
            if (pts <= floor) pts = floor + s_step;
            _floor = pts > floor + s_step ? null : pts;
        }

        if (pts > _newest || !_started)
        {
            _newest = pts;
            _newestAt = arrival;
        }

        _started = true;
        return pts;
    }

    /// <summary>Takes note of the sender's clock. True when <see cref="CaptureAtZero"/> changed.</summary>
    public bool Update(SourceLayer layer)
    {
        if (_switches || !layer.TryGetClock(out var ntp, out var rtp)) return false;
        var capture = ntp.Since(default) - _offset - MediaTime.FromUnits(_unwrapper.Peek(rtp), clockRate);
        if (CaptureAtZero == capture) return false;
        CaptureAtZero = capture;
        return true;
    }

    private void Begin(SourceLayer layer, RtpTimestamp timestamp, Instant arrival)
    {
        _switches = false;
        _unwrapper = new TimestampUnwrapper(clockRate);
        if (!_started) return;
        var passed = arrival - _newestAt;
        _offset = _newest + (passed > s_step ? passed : s_step);
        if (CaptureAtZero is not { } zero || !layer.TryGetClock(out var ntp, out var rtp)) return;
        var exact = ntp.Since(default) + MediaTime.FromUnits(timestamp.DistanceFrom(rtp), clockRate) - zero;
        // A clock that was set in between says nothing.
        if (exact - _offset < s_doubt && _offset - exact < s_doubt) _offset = exact;
    }
}
