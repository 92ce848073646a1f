using System.Buffers.Binary;

namespace ConfEngine.Transport.Srtp;

/// <summary>SRTP and SRTCP (RFC 3711, RFC 7714) in managed code over libcrypto's ciphers: packet indices, replay windows and key derivation
/// here, AES there.</summary>
public sealed class SrtpContext : ISrtpContext
{
    /// <summary>The most SSRCs either direction may hold. A room of 49 with simulcast and retransmission stays below half of it.</summary>
    public const int MaxStreams = 1024;

    /// <summary>The most bytes that protecting adds: a GCM tag and the SRTCP index.</summary>
    public const int MaxOverhead = 20;

    /// <summary>Top bit of the SRTCP index word: the packet is encrypted.</summary>
    internal const uint EncryptedFlag = 0x8000_0000;

    private const int RtpHeaderSize = 12;
    private const int RtcpHeaderSize = 8;

    private readonly IPacketCipher _outgoing;
    private readonly IPacketCipher _incoming;
    private readonly Dictionary<uint, OutgoingStream> _sent = [];
    private readonly Dictionary<uint, IncomingStream> _received = [];
    private readonly int _tagSize;

    /// <summary>A session with the keys of one DTLS handshake.</summary>
    public SrtpContext(SrtpKeys keys)
        : this(keys.Profile, MakeCipher(keys.Profile, keys.LocalKey, keys.LocalSalt),
            MakeCipher(keys.Profile, keys.RemoteKey, keys.RemoteSalt))
    {
    }

    internal SrtpContext(SrtpProfile profile, IPacketCipher outgoing, IPacketCipher incoming)
    {
        _tagSize = profile.TagSize();
        _outgoing = outgoing;
        _incoming = incoming;
    }

    /// <inheritdoc/>
    public SrtpStatus ProtectRtp(Span<byte> buffer, ref int length)
    {
        if (!TryReadRtpHeader(buffer[..length], out var headerLength, out var ssrc, out var sequence)) return SrtpStatus.Malformed;
        if (buffer.Length - length < _tagSize) return SrtpStatus.NoRoom;
        if (!TryGetStream(_sent, ssrc, out var stream)) return SrtpStatus.TooManyStreams;
        var index = stream.Rtp.Highest < 0 ? sequence : PacketIndex.Guess(stream.Rtp.Highest, sequence);
        if (index > PacketIndex.Last) return SrtpStatus.KeyExhausted;
        // The same index twice with other bytes would give away the GCM authentication key (RFC 7714, section 8.4).
        if (index < 0 || !stream.Rtp.IsFresh(index)) return SrtpStatus.Replayed;
        stream.Rtp.Accept(index);
        _outgoing.SealRtp(buffer, headerLength, length, ssrc, index);
        length += _tagSize;
        return SrtpStatus.Ok;
    }

    /// <inheritdoc/>
    public SrtpStatus UnprotectRtp(Span<byte> packet, out int length)
    {
        length = 0;
        if (packet.Length < RtpHeaderSize + _tagSize) return SrtpStatus.Malformed;
        if (!TryReadRtpHeader(packet[..^_tagSize], out var headerLength, out var ssrc, out var sequence)) return SrtpStatus.Malformed;
        var known = _received.TryGetValue(ssrc, out var stream);
        if (!known && _received.Count >= MaxStreams) return SrtpStatus.TooManyStreams;
        var highest = known ? stream!.Rtp.Highest : -1;
        var index = highest < 0 ? sequence : PacketIndex.Guess(highest, sequence);
        if (index < 0 || index > PacketIndex.Last || (known && !stream!.Rtp.IsFresh(index))) return SrtpStatus.Replayed;
        if (!_incoming.OpenRtp(packet, headerLength, ssrc, index)) return SrtpStatus.Forged;
        // Only what proved authentic may take memory, move the window or the roll-over counter (RFC 3711, section 3.3).
        if (!known) _received.Add(ssrc, stream = new IncomingStream());
        stream!.Rtp.Accept(index);
        length = packet.Length - _tagSize;
        return SrtpStatus.Ok;
    }

    /// <inheritdoc/>
    public SrtpStatus ProtectRtcp(Span<byte> buffer, ref int length)
    {
        if (!TryReadRtcpHeader(buffer[..length], out var ssrc)) return SrtpStatus.Malformed;
        if (buffer.Length - length < _tagSize + 4) return SrtpStatus.NoRoom;
        if (!TryGetStream(_sent, ssrc, out var stream)) return SrtpStatus.TooManyStreams;
        if (stream.NextRtcp >= EncryptedFlag) return SrtpStatus.KeyExhausted;
        _outgoing.SealRtcp(buffer, length, ssrc, stream.NextRtcp++);
        length += _tagSize + 4;
        return SrtpStatus.Ok;
    }

    /// <inheritdoc/>
    public SrtpStatus UnprotectRtcp(Span<byte> packet, out int length)
    {
        length = 0;
        if (packet.Length < RtcpHeaderSize + _tagSize + 4) return SrtpStatus.Malformed;
        if (!TryReadRtcpHeader(packet, out var ssrc)) return SrtpStatus.Malformed;
        var word = _incoming.ReadRtcpIndex(packet);
        // Both profiles were agreed with encryption, so a packet that claims to go without is none of the peer's.
        if ((word & EncryptedFlag) == 0) return SrtpStatus.Forged;
        var known = _received.TryGetValue(ssrc, out var stream);
        if (!known && _received.Count >= MaxStreams) return SrtpStatus.TooManyStreams;
        var index = word & ~EncryptedFlag;
        if (known && !stream!.Rtcp.IsFresh(index)) return SrtpStatus.Replayed;
        if (!_incoming.OpenRtcp(packet, ssrc, word)) return SrtpStatus.Forged;
        if (!known) _received.Add(ssrc, stream = new IncomingStream());
        stream!.Rtcp.Accept(index);
        length = packet.Length - _tagSize - 4;
        return SrtpStatus.Ok;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _outgoing.Dispose();
        _incoming.Dispose();
    }

    private static IPacketCipher MakeCipher(SrtpProfile profile, byte[] key, byte[] salt) => profile == SrtpProfile.AeadAes128Gcm
        ? new GcmPacketCipher(key, salt)
        : new CounterModePacketCipher(key, salt);

    private static bool TryGetStream(Dictionary<uint, OutgoingStream> streams, uint ssrc, out OutgoingStream stream)
    {
        if (streams.TryGetValue(ssrc, out stream!)) return true;
        if (streams.Count >= MaxStreams) return false;
        streams.Add(ssrc, stream = new OutgoingStream());
        return true;
    }

    // RFC 3550, section 5.1: fixed header, CSRC list, extension.
    private static bool TryReadRtpHeader(ReadOnlySpan<byte> packet, out int headerLength, out uint ssrc, out ushort sequence)
    {
        headerLength = 0;
        ssrc = 0;
        sequence = 0;
        if (packet.Length < RtpHeaderSize || packet[0] >> 6 != 2) return false;
        headerLength = RtpHeaderSize + 4 * (packet[0] & 0x0F);
        if ((packet[0] & 0x10) != 0)
        {
            if (packet.Length < headerLength + 4) return false;
            headerLength += 4 + 4 * BinaryPrimitives.ReadUInt16BigEndian(packet[(headerLength + 2)..]);
        }

        if (packet.Length < headerLength) return false;
        sequence = BinaryPrimitives.ReadUInt16BigEndian(packet[2..]);
        ssrc = BinaryPrimitives.ReadUInt32BigEndian(packet[8..]);
        return true;
    }

    private static bool TryReadRtcpHeader(ReadOnlySpan<byte> packet, out uint ssrc)
    {
        ssrc = 0;
        if (packet.Length < RtcpHeaderSize || packet[0] >> 6 != 2) return false;
        ssrc = BinaryPrimitives.ReadUInt32BigEndian(packet[4..]);
        return true;
    }

    private sealed class OutgoingStream
    {
        public ReplayWindow Rtp { get; } = new();

        // From 1 as in libsrtp; the RFC leaves the first value open.
        public uint NextRtcp { get; set; } = 1;
    }

    private sealed class IncomingStream
    {
        public ReplayWindow Rtp { get; } = new();

        public ReplayWindow Rtcp { get; } = new();
    }
}
