namespace ConfEngine.Transport.Srtp;

/// <summary>SRTP protection profiles by their DTLS-SRTP number (RFC 5764, section 4.1.2; RFC 7714, section 14.2).</summary>
public enum SrtpProfile : ushort
{
    /// <summary>AES-128 in counter mode with an 80-bit HMAC-SHA1 tag: what every endpoint speaks.</summary>
    Aes128CmHmacSha1Tag80 = 0x0001,

    /// <summary>AES-128-GCM: what browsers take when offered first.</summary>
    AeadAes128Gcm = 0x0007,
}

/// <summary>Facts that follow from a profile.</summary>
public static class SrtpProfiles
{
    /// <summary>Bytes of a master key.</summary>
    public const int KeySize = 16;

    /// <summary>Bytes of a master salt: 14, and 12 for GCM.</summary>
    public static int SaltSize(this SrtpProfile profile) => profile == SrtpProfile.AeadAes128Gcm ? 12 : 14;

    /// <summary>Bytes of the authentication tag.</summary>
    public static int TagSize(this SrtpProfile profile) => profile == SrtpProfile.AeadAes128Gcm ? 16 : 10;

    /// <summary>The name as in the IANA registry.</summary>
    public static string WireName(this SrtpProfile profile) =>
        profile == SrtpProfile.AeadAes128Gcm ? "SRTP_AEAD_AES_128_GCM" : "SRTP_AES128_CM_SHA1_80";
}
