using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Rtcp;

namespace ConfEngine.Rtp.Send;

/// <summary>Counts what was sent on a stream and makes its sender reports (RFC 3550, 6.4.1).</summary>
/// <param name="ssrc">The stream.</param>
/// <param name="clockRate">Units of its clock in a second.</param>
public sealed class SendStatistics(Ssrc ssrc, int clockRate)
{
    private uint _packets;
    private uint _octets;
    private RtpTimestamp _timestamp;
    private Instant _sampledAt;

    /// <summary>True once a packet was sent: before that there is no time to report.</summary>
    public bool HasSent => _packets > 0;

    /// <summary>Payload bytes sent, modulo 2^32 as the report has it.</summary>
    public uint Octets => _octets;

    /// <summary>Packets sent, modulo 2^32 as the report has it.</summary>
    public uint Packets => _packets;

    /// <summary>Counts a packet.</summary>
    /// <param name="packet">As it was sent.</param>
    /// <param name="sampledAt">When its first sample was taken, or the best that is known of it: when it came, for a forwarded one.</param>
    public void OnPacket(in RtpPacket packet, Instant sampledAt)
    {
        _packets++;
        _octets += (uint)packet.Payload.Length;
        // The earliest packet of a frame is closest to the truth: the ones behind it were merely sent later.
        if (_packets > 1 && packet.Timestamp == _timestamp) return;
        _timestamp = packet.Timestamp;
        _sampledAt = sampledAt;
    }

    /// <summary>Makes the report.</summary>
    /// <param name="now">The time.</param>
    /// <param name="wall">The same on the wall clock that all of this sender's streams share.</param>
    public SenderReport MakeReport(Instant now, NtpTime wall) =>
        new(ssrc, wall, _timestamp + (uint)(now - _sampledAt).ToUnits(clockRate), _packets, _octets);

    /// <summary>Makes the report of a forwarded stream from the original sender's, so that the line between picture and sound stays as it
    /// was.</summary>
    /// <param name="report">What the original sender said last.</param>
    /// <param name="timestamp">Its time stamp as <see cref="StreamRewriter.Map"/> gives it.</param>
    public SenderReport Forward(in SenderReport report, RtpTimestamp timestamp) => new(ssrc, report.Ntp, timestamp, _packets, _octets);
}
