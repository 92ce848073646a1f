namespace ConfEngine.Transport.Srtp;

/// <summary>Encrypts and authenticates one direction's packets with one set of session keys. Works in place, allocates nothing.</summary>
internal interface IPacketCipher : IDisposable
{
    /// <summary>Encrypts <paramref name="buffer"/> from <paramref name="headerLength"/> to <paramref name="length"/> and appends the tag.</summary>
    void SealRtp(Span<byte> buffer, int headerLength, int length, uint ssrc, long index);

    /// <summary>Checks the tag at the end of the packet and decrypts what lies between header and tag. False leaves no plain text behind.</summary>
    bool OpenRtp(Span<byte> packet, int headerLength, uint ssrc, long index);

    /// <summary>Encrypts all but the first 8 bytes and appends tag and index word in the order of the profile.</summary>
    void SealRtcp(Span<byte> buffer, int length, uint ssrc, uint index);

    /// <summary>The index word, whose top bit says "encrypted".</summary>
    uint ReadRtcpIndex(ReadOnlySpan<byte> packet);

    /// <summary>Checks the tag and decrypts all but the first 8 bytes.</summary>
    bool OpenRtcp(Span<byte> packet, uint ssrc, uint indexWord);
}
