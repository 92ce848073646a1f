namespace ConfEngine.Transport;

/// <summary>How a peer's transport is doing, in the words of RTCPeerConnection.</summary>
public enum ConnectionState
{
    /// <summary>Looking for a path, or agreeing on keys.</summary>
    Connecting,

    /// <summary>Media flows.</summary>
    Connected,

    /// <summary>Nothing authentic has come for some seconds. It may come back by itself.</summary>
    Disconnected,

    /// <summary>Lost for good; <see cref="Connection.Error"/> says why.</summary>
    Failed,

    /// <summary>Ended by us or by the peer.</summary>
    Closed,
}

/// <summary>What a datagram turned out to carry for those above the transport.</summary>
public enum PacketKind
{
    /// <summary>Nothing: it was for the transport itself, or was dropped and counted.</summary>
    None,

    /// <summary>One RTP packet, decrypted.</summary>
    Rtp,

    /// <summary>One compound RTCP packet, decrypted.</summary>
    Rtcp,
}

/// <summary>A decrypted packet. Its bytes lie in the datagram it came in and live as long.</summary>
/// <param name="kind">What it is.</param>
/// <param name="bytes">The packet without tag and index.</param>
public readonly ref struct ReceivedPacket(PacketKind kind, Span<byte> bytes)
{
    /// <summary>What it is.</summary>
    public PacketKind Kind { get; } = kind;

    /// <summary>The packet without tag and index.</summary>
    public Span<byte> Bytes { get; } = bytes;
}

/// <summary>What one connection has seen and dropped.</summary>
public struct ConnectionCounters
{
    /// <summary>RTP packets decrypted.</summary>
    public long RtpReceived;

    /// <summary>RTCP packets decrypted.</summary>
    public long RtcpReceived;

    /// <summary>RTP packets encrypted.</summary>
    public long RtpSent;

    /// <summary>RTCP packets encrypted.</summary>
    public long RtcpSent;

    /// <summary>Dropped: of no protocol that shares the port (RFC 7983).</summary>
    public long Unknown;

    /// <summary>Dropped: DTLS or media from an address that no authentic check has come from.</summary>
    public long Unvalidated;

    /// <summary>Dropped: media before there were keys.</summary>
    public long Early;

    /// <summary>Dropped: not decryptable, damaged or forged.</summary>
    public long Forged;

    /// <summary>Dropped: seen before.</summary>
    public long Replayed;

    /// <summary>Dropped: malformed, or of more SSRCs than a session may hold.</summary>
    public long Refused;

    /// <summary>Packets of ours that were not sent: no path or keys yet, or the queue was full.</summary>
    public long Unsent;
}
