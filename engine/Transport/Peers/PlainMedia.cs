using ConfEngine.Rtp.Payloads;

namespace ConfEngine.Transport.Peers;

/// <summary>One track of plain RTP (RFC 3551), as an encoder on the LAN sends it.</summary>
/// <param name="Kind">Sound or pictures.</param>
/// <param name="Video">The codec of pictures; null for sound, which is Opus.</param>
/// <param name="PayloadType">What its packets carry.</param>
/// <param name="ClockRate">RTP ticks per second.</param>
/// <param name="RtpSocket">Index of the socket that its packets come in by.</param>
/// <param name="RtcpSocket">Index of the socket for its reports.</param>
public sealed record PlainMedia(TrackKind Kind, VideoCodec? Video, int PayloadType, int ClockRate, int RtpSocket, int RtcpSocket);
