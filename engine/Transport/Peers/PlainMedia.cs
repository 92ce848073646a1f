using ConfEngine.Rtp.Payloads;

namespace ConfEngine.Transport.Peers;

/// <summary>A track that comes as plain RTP (RFC 3550), without ICE, DTLS and SRTP. The first address that sends to a socket owns it.</summary>
/// <param name="Kind">Sound, which must be Opus, or pictures.</param>
/// <param name="Video">The codec of pictures; null for sound.</param>
/// <param name="PayloadType">The only one that is taken, 0 to 127.</param>
/// <param name="ClockRate">RTP ticks per second.</param>
/// <param name="RtpSocket">Index of the socket that it comes in by, used by nothing else.</param>
/// <param name="RtcpSocket">Index of the socket for reports; the same as <paramref name="RtpSocket"/> where they share one (RFC 5761).</param>
public sealed record PlainMedia(TrackKind Kind, VideoCodec? Video, int PayloadType, int ClockRate, int RtpSocket, int RtcpSocket);
