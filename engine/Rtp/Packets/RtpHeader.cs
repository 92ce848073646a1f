namespace ConfEngine.Rtp.Packets;

/// <summary>The fields of the fixed RTP header that mean something to the payload (RFC 3550, 5.1).</summary>
/// <param name="PayloadType">The codec.</param>
/// <param name="SequenceNumber">The packet's number.</param>
/// <param name="Timestamp">When the first sample was taken.</param>
/// <param name="Ssrc">The stream.</param>
/// <param name="Marker">For video the last packet of a frame, for audio the first after a pause (RFC 3551, 4.1).</param>
public readonly record struct RtpHeader(PayloadType PayloadType, SequenceNumber SequenceNumber, RtpTimestamp Timestamp, Ssrc Ssrc,
    bool Marker);
