using System.Buffers.Binary;
using System.Security.Cryptography;
using ConfEngine.Transport.Native;

namespace ConfEngine.Transport.Srtp;

/// <summary>AES128_CM_HMAC_SHA1_80 (RFC 3711, sections 4.1.1 and 4.2.1): counter mode, then a tag of 10 bytes over header, cipher text and
/// roll-over counter; in SRTCP the index word comes before the tag.</summary>
internal sealed class CounterModePacketCipher : IPacketCipher
{
    private const int TagSize = 10;
    private const int RtcpHeaderSize = 8;

    private readonly AesCtrCipher _rtp;
    private readonly AesCtrCipher _rtcp;
    private readonly byte[] _rtpSalt;
    private readonly byte[] _rtcpSalt;
    private readonly IncrementalHash _rtpMac;
    private readonly IncrementalHash _rtcpMac;

    public CounterModePacketCipher(byte[] masterKey, byte[] masterSalt)
    {
        _rtp = new AesCtrCipher(SrtpKeyDerivation.Derive(masterKey, masterSalt, 0, 16));
        _rtpMac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, SrtpKeyDerivation.Derive(masterKey, masterSalt, 1, 20));
        _rtpSalt = SrtpKeyDerivation.Derive(masterKey, masterSalt, 2, 14);
        _rtcp = new AesCtrCipher(SrtpKeyDerivation.Derive(masterKey, masterSalt, 3, 16));
        _rtcpMac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, SrtpKeyDerivation.Derive(masterKey, masterSalt, 4, 20));
        _rtcpSalt = SrtpKeyDerivation.Derive(masterKey, masterSalt, 5, 14);
    }

    public void SealRtp(Span<byte> buffer, int headerLength, int length, uint ssrc, long index)
    {
        Span<byte> counter = stackalloc byte[16];
        MakeCounter(counter, _rtpSalt, ssrc, index);
        _rtp.Apply(counter, buffer[headerLength..length]);
        Span<byte> tag = stackalloc byte[20];
        ComputeRtpTag(buffer[..length], index, tag);
        tag[..TagSize].CopyTo(buffer[length..]);
    }

    public bool OpenRtp(Span<byte> packet, int headerLength, uint ssrc, long index)
    {
        Span<byte> tag = stackalloc byte[20];
        ComputeRtpTag(packet[..^TagSize], index, tag);
        if (!CryptographicOperations.FixedTimeEquals(tag[..TagSize], packet[^TagSize..])) return false;
        Span<byte> counter = stackalloc byte[16];
        MakeCounter(counter, _rtpSalt, ssrc, index);
        _rtp.Apply(counter, packet[headerLength..^TagSize]);
        return true;
    }

    public void SealRtcp(Span<byte> buffer, int length, uint ssrc, uint index)
    {
        Span<byte> counter = stackalloc byte[16];
        MakeCounter(counter, _rtcpSalt, ssrc, index);
        _rtcp.Apply(counter, buffer[RtcpHeaderSize..length]);
        BinaryPrimitives.WriteUInt32BigEndian(buffer[length..], index | SrtpContext.EncryptedFlag);
        Span<byte> tag = stackalloc byte[20];
        ComputeTag(_rtcpMac, buffer[..(length + 4)], tag);
        tag[..TagSize].CopyTo(buffer[(length + 4)..]);
    }

    public uint ReadRtcpIndex(ReadOnlySpan<byte> packet) => BinaryPrimitives.ReadUInt32BigEndian(packet[^(TagSize + 4)..]);

    public bool OpenRtcp(Span<byte> packet, uint ssrc, uint indexWord)
    {
        Span<byte> tag = stackalloc byte[20];
        ComputeTag(_rtcpMac, packet[..^TagSize], tag);
        if (!CryptographicOperations.FixedTimeEquals(tag[..TagSize], packet[^TagSize..])) return false;
        Span<byte> counter = stackalloc byte[16];
        MakeCounter(counter, _rtcpSalt, ssrc, indexWord & ~SrtpContext.EncryptedFlag);
        _rtcp.Apply(counter, packet[RtcpHeaderSize..^(TagSize + 4)]);
        return true;
    }

    public void Dispose()
    {
        _rtp.Dispose();
        _rtcp.Dispose();
        _rtpMac.Dispose();
        _rtcpMac.Dispose();
    }

    // RFC 3711, section 4.1.1: salt * 2^16 XOR SSRC * 2^64 XOR index * 2^16.
    private static void MakeCounter(Span<byte> counter, byte[] salt, uint ssrc, long index)
    {
        counter.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(counter[4..], ssrc);
        BinaryPrimitives.WriteUInt32BigEndian(counter[8..], (uint)(index >> 16));
        BinaryPrimitives.WriteUInt16BigEndian(counter[12..], (ushort)index);
        for (var i = 0; i < salt.Length; i++) counter[i] ^= salt[i];
    }

    private void ComputeRtpTag(ReadOnlySpan<byte> packet, long index, Span<byte> tag)
    {
        Span<byte> rollOver = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(rollOver, (uint)(index >> 16));
        _rtpMac.AppendData(packet);
        ComputeTag(_rtpMac, rollOver, tag);
    }

    private static void ComputeTag(IncrementalHash mac, ReadOnlySpan<byte> last, Span<byte> tag)
    {
        mac.AppendData(last);
        mac.GetHashAndReset(tag);
    }
}
