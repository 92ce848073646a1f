using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Rtcp;

namespace ConfEngine.Rtp.Receive;

/// <summary>The figures of a receiver report: loss and interarrival jitter (RFC 3550, 6.4.1, A.3 and A.8).</summary>
/// <param name="ssrc">The stream.</param>
/// <param name="clockRate">Units of its clock in a second.</param>
public sealed class ReceptionStatistics(Ssrc ssrc, int clockRate)
{
    private bool _started;
    private long _first;
    private long _newest;
    private long _received;
    private long _expectedBefore;
    private long _receivedBefore;
    private bool _hasTransit;
    private long _transit;
    private RtpTimestamp _lastTimestamp;
    private long _jitterTimes16;
    private uint _lastReport;
    private Instant _lastReportAt;

    /// <summary>Packets that came, retransmissions not counted.</summary>
    public long Received => _received;

    /// <summary>Packets that should have come and did not, so far; below 0 when duplicates came.</summary>
    public long Lost => _started ? _newest - _first + 1 - _received : 0;

    /// <summary>Mean deviation of the packets' spacing.</summary>
    public MediaTime Jitter => MediaTime.FromUnits(_jitterTimes16 >> 4, clockRate);

    /// <summary>Counts a packet.</summary>
    /// <param name="sequence">Its number, counted on past wraps.</param>
    /// <param name="timestamp">Its time stamp.</param>
    /// <param name="arrival">When it came.</param>
    public void OnPacket(long sequence, RtpTimestamp timestamp, Instant arrival)
    {
        if (!_started)
        {
            _started = true;
            _first = _newest = sequence;
        }

        _newest = Math.Max(_newest, sequence);
        _received++;
        var transit = ToUnits(arrival) - timestamp.Value;
        // The packets of one video frame share a time stamp but leave one after the other: only the first says something of the network.
        if (_hasTransit && timestamp != _lastTimestamp)
        {
            var difference = Math.Abs((long)(int)(transit - _transit));
            // A step of the sender's clock by half a second is no jitter.
            if (difference < clockRate / 2) _jitterTimes16 += difference - ((_jitterTimes16 + 8) >> 4);
        }

        if (_hasTransit && timestamp == _lastTimestamp) return;
        _hasTransit = true;
        _transit = transit;
        _lastTimestamp = timestamp;
    }

    /// <summary>Forgets everything: the stream has started anew.</summary>
    public void Restart()
    {
        _started = _hasTransit = false;
        _received = _receivedBefore = _expectedBefore = 0;
        _jitterTimes16 = 0;
    }

    /// <summary>Takes note of the sender's report, for the round trip that the sender measures.</summary>
    public void OnSenderReport(in SenderReport report, Instant arrival)
    {
        _lastReport = report.Ntp.Middle;
        _lastReportAt = arrival;
    }

    /// <summary>Makes the block for a report and begins the next interval.</summary>
    public ReportBlock TakeReport(Instant now)
    {
        var expected = _started ? _newest - _first + 1 : 0;
        var expectedNow = expected - _expectedBefore;
        var lostNow = expectedNow - (_received - _receivedBefore);
        _expectedBefore = expected;
        _receivedBefore = _received;
        var fraction = expectedNow > 0 && lostNow > 0 ? Math.Min(255, (lostNow << 8) / expectedNow) : 0;
        var delay = _lastReport == 0 ? 0 : ((Int128)(now - _lastReportAt).Nanoseconds << 16) / 1_000_000_000;
        return new ReportBlock(
            ssrc,
            (byte)fraction,
            (int)Math.Clamp(expected - _received, -0x80_0000, 0x7f_ffff),
            // The count of wraps starts at 0, the count of our numbers at one wrap.
            (uint)(_newest - (_first & ~0xffffL)) & 0xffff_ffff,
            (uint)(_jitterTimes16 >> 4),
            _lastReport,
            (uint)Int128.Clamp(delay, 0, uint.MaxValue));
    }

    // 64 bits hold nanoseconds times rate for long enough only when split.
    private long ToUnits(Instant at) => (long)((Int128)at.Nanoseconds * clockRate / 1_000_000_000);
}
