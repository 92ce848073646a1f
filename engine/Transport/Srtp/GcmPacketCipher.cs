using System.Buffers.Binary;
using ConfEngine.Transport.Native;

namespace ConfEngine.Transport.Srtp;

/// <summary>AEAD_AES_128_GCM (RFC 7714). The header is authenticated, the rest encrypted, the tag of 16 bytes follows; in SRTCP the index
/// word comes last of all.</summary>
internal sealed class GcmPacketCipher : IPacketCipher
{
    private const int TagSize = 16;
    private const int RtcpHeaderSize = 8;

    private readonly AesGcmCipher _rtp;
    private readonly AesGcmCipher _rtcp;
    private readonly byte[] _rtpSalt;
    private readonly byte[] _rtcpSalt;

    public GcmPacketCipher(byte[] masterKey, byte[] masterSalt)
        : this(Derive(masterKey, masterSalt, 0, 16), Derive(masterKey, masterSalt, 2, 12),
            Derive(masterKey, masterSalt, 3, 16), Derive(masterKey, masterSalt, 5, 12))
    {
    }

    /// <summary>With session keys: the published vectors start here.</summary>
    internal GcmPacketCipher(byte[] rtpKey, byte[] rtpSalt, byte[] rtcpKey, byte[] rtcpSalt)
    {
        _rtp = new AesGcmCipher(rtpKey);
        _rtcp = new AesGcmCipher(rtcpKey);
        _rtpSalt = rtpSalt;
        _rtcpSalt = rtcpSalt;
    }

    public void SealRtp(Span<byte> buffer, int headerLength, int length, uint ssrc, long index)
    {
        Span<byte> iv = stackalloc byte[12];
        MakeRtpIv(iv, ssrc, index);
        _rtp.Encrypt(iv, buffer[..headerLength], buffer[headerLength..length], buffer.Slice(length, TagSize));
    }

    public bool OpenRtp(Span<byte> packet, int headerLength, uint ssrc, long index)
    {
        Span<byte> iv = stackalloc byte[12];
        MakeRtpIv(iv, ssrc, index);
        return _rtp.TryDecrypt(iv, packet[..headerLength], packet[headerLength..^TagSize], packet[^TagSize..]);
    }

    public void SealRtcp(Span<byte> buffer, int length, uint ssrc, uint index)
    {
        Span<byte> iv = stackalloc byte[12];
        MakeRtcpIv(iv, ssrc, index);
        var word = buffer.Slice(length + TagSize, 4);
        BinaryPrimitives.WriteUInt32BigEndian(word, index | SrtpContext.EncryptedFlag);
        Span<byte> covered = stackalloc byte[RtcpHeaderSize + 4];
        buffer[..RtcpHeaderSize].CopyTo(covered);
        word.CopyTo(covered[RtcpHeaderSize..]);
        _rtcp.Encrypt(iv, covered, buffer[RtcpHeaderSize..length], buffer.Slice(length, TagSize));
    }

    public uint ReadRtcpIndex(ReadOnlySpan<byte> packet) => BinaryPrimitives.ReadUInt32BigEndian(packet[^4..]);

    public bool OpenRtcp(Span<byte> packet, uint ssrc, uint indexWord)
    {
        Span<byte> iv = stackalloc byte[12];
        MakeRtcpIv(iv, ssrc, indexWord & ~SrtpContext.EncryptedFlag);
        Span<byte> covered = stackalloc byte[RtcpHeaderSize + 4];
        packet[..RtcpHeaderSize].CopyTo(covered);
        packet[^4..].CopyTo(covered[RtcpHeaderSize..]);
        var tagStart = packet.Length - 4 - TagSize;
        return _rtcp.TryDecrypt(iv, covered, packet[RtcpHeaderSize..tagStart], packet.Slice(tagStart, TagSize));
    }

    public void Dispose()
    {
        _rtp.Dispose();
        _rtcp.Dispose();
    }

    // RFC 7714, section 8.1: 00 00 | SSRC | ROC | SEQ, XORed with the salt.
    private void MakeRtpIv(Span<byte> iv, uint ssrc, long index)
    {
        iv.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(iv[2..], ssrc);
        BinaryPrimitives.WriteUInt32BigEndian(iv[6..], (uint)(index >> 16));
        BinaryPrimitives.WriteUInt16BigEndian(iv[10..], (ushort)index);
        for (var i = 0; i < iv.Length; i++) iv[i] ^= _rtpSalt[i];
    }

    // RFC 7714, section 9.1: 00 00 | SSRC | 00 00 | index, XORed with the salt.
    private void MakeRtcpIv(Span<byte> iv, uint ssrc, uint index)
    {
        iv.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(iv[2..], ssrc);
        BinaryPrimitives.WriteUInt32BigEndian(iv[8..], index);
        for (var i = 0; i < iv.Length; i++) iv[i] ^= _rtcpSalt[i];
    }

    private static byte[] Derive(byte[] key, byte[] salt, byte label, int size) => SrtpKeyDerivation.Derive(key, salt, label, size);
}
