using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Rtcp;

namespace ConfEngine.Rtp.Receive;

/// <summary>Which moment of the sender's wall clock a time stamp stands for, from its last report (RFC 3550, 6.4.1): what lines up the
/// picture
/// and the sound of one participant.</summary>
/// <param name="clockRate">Units of the stream's clock in a second.</param>
public sealed class SenderClock(int clockRate)
{
    private NtpTime _ntp;
    private RtpTimestamp _rtp;

    /// <summary>True after the first report that names a time.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Takes the report's pair of times; one without a wall clock says 0 and is passed over.</summary>
    public void OnSenderReport(in SenderReport report)
    {
        if (report.Ntp.Value == 0) return;
        _ntp = report.Ntp;
        _rtp = report.Rtp;
        IsKnown = true;
    }

    /// <summary>The moment; false before the first report.</summary>
    public bool TryToNtp(RtpTimestamp timestamp, out NtpTime ntp)
    {
        ntp = IsKnown ? _ntp + MediaTime.FromUnits(timestamp.DistanceFrom(_rtp), clockRate) : default;
        return IsKnown;
    }

    /// <summary>Forgets everything: the stream has started anew.</summary>
    public void Restart() => IsKnown = false;
}
