namespace ConfEngine.Transport.Srtp;

/// <summary>What became of a packet.</summary>
public enum SrtpStatus
{
    /// <summary>Protected or unprotected; the new length is right.</summary>
    Ok,

    /// <summary>Not a packet of the kind, too short, or its header runs past its end.</summary>
    Malformed,

    /// <summary>The tag does not fit the bytes: forged, damaged, or made with another key.</summary>
    Forged,

    /// <summary>Seen (or sent) before, or too old to tell.</summary>
    Replayed,

    /// <summary>More SSRCs than one session may hold.</summary>
    TooManyStreams,

    /// <summary>The buffer has no room for the tag.</summary>
    NoRoom,

    /// <summary>As many packets as one key may protect have been sent (RFC 3711, section 9.2).</summary>
    KeyExhausted,
}

/// <summary>The encryption of one peer's RTP and RTCP, both ways, in place. Not thread-safe: one thread owns a peer.</summary>
public interface ISrtpContext : IDisposable
{
    /// <summary>Encrypts an RTP packet. Sequence numbers of one SSRC may be out of order by up to 1024, but
    /// none may come twice: a retransmission goes by RTX (RFC 4588) or as the very bytes sent before.</summary>
    /// <param name="buffer">The packet, with room for the tag after it.</param>
    /// <param name="length">Bytes of the packet before and after.</param>
    SrtpStatus ProtectRtp(Span<byte> buffer, ref int length);

    /// <summary>Checks and decrypts an SRTP packet.</summary>
    /// <param name="packet">The packet as received.</param>
    /// <param name="length">Set to the bytes of the plain packet.</param>
    SrtpStatus UnprotectRtp(Span<byte> packet, out int length);

    /// <summary>Encrypts a compound RTCP packet.</summary>
    /// <param name="buffer">The packet, with room for tag and index after it.</param>
    /// <param name="length">Bytes of the packet before and after.</param>
    SrtpStatus ProtectRtcp(Span<byte> buffer, ref int length);

    /// <summary>Checks and decrypts an SRTCP packet.</summary>
    /// <param name="packet">The packet as received.</param>
    /// <param name="length">Set to the bytes of the plain packet.</param>
    SrtpStatus UnprotectRtcp(Span<byte> packet, out int length);
}
