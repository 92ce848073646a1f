using ConfEngine.Transport.Native;
using ConfEngine.Transport.Srtp;

namespace ConfEngine.Transport.Tests.Srtp;

/// <summary>RFC 3711, appendix B, and RFC 7714, sections 16 and 17.</summary>
public class SrtpVectorTests
{
    private const string Rtp = "8040f17b8041f8d35501a0b247616c6c696120657374206f6d6e69732064697669736120696e207061727465732074726573";

    private const string GcmRtp = "8040f17b8041f8d35501a0b2f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833"
        + "899d7f27beb16a9152cf765ee4390cce";

    private const string Rtcp = "81c8000d4d6172734e5450314e545032525450200000042a0000e9304c756e61deadbeefdeadbeefdeadbeefdeadbeefdeadbeef";

    private const string GcmRtcp = "81c8000d4d61727363e94885dcdab67ca727d7662f6b7e997ff5c0f76c06f32dc676a5f1730d6fda4ce09b4686303ded0bb9275b"
        + "c84aa45896cf4d2fc5abf87245d9eade800005d4";

    [Theory]
    [InlineData(0, 16, "C61E7A93744F39EE10734AFE3FF7A087")]
    [InlineData(1, 20, "CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4")]
    [InlineData(2, 14, "30CBBC08863D8C85D49DB34A9AE1")]
    public void Key_derivation_gives_the_keys_of_appendix_B3(byte label, int size, string expected)
    {
        var key = Convert.FromHexString("E1F97A0D3E018BE0D64FA32C06DE4139");
        var salt = Convert.FromHexString("0EC675AD498AFEEBB6960B3AABE6");
        Assert.Equal(expected, Convert.ToHexString(SrtpKeyDerivation.Derive(key, salt, label, size)));
    }

    [Fact]
    public void Counter_mode_gives_the_key_stream_of_appendix_B2()
    {
        using var cipher = new AesCtrCipher(Convert.FromHexString("2B7E151628AED2A6ABF7158809CF4F3C"));
        var stream = new byte[16 * 0xFF02];
        cipher.Apply(Convert.FromHexString("F0F1F2F3F4F5F6F7F8F9FAFBFCFD0000"), stream);
        Assert.Equal("E03EAD0935C95E80E166B16DD92B4EB4D23513162B02D0F72A43A2FE4A5F97AB", Convert.ToHexString(stream, 0, 32));
        Assert.Equal("EC8CDF7398607CB0F2D21675EA9EA1E4362B7C3C6773516318A077D7FC5073AE", Convert.ToHexString(stream, 16 * 0xFEFF, 32));
    }

    [Fact]
    public void Gcm_seals_and_opens_the_rtp_packet_of_section_16()
    {
        using var cipher = MakeGcm();
        var buffer = new byte[Rtp.Length / 2 + 16];
        Convert.FromHexString(Rtp).CopyTo(buffer, 0);
        cipher.SealRtp(buffer, 12, Rtp.Length / 2, 0x5501a0b2, 0xf17b);
        Assert.Equal(GcmRtp, Convert.ToHexStringLower(buffer));
        Assert.True(cipher.OpenRtp(buffer, 12, 0x5501a0b2, 0xf17b));
        Assert.Equal(Rtp, Convert.ToHexStringLower(buffer.AsSpan(0, Rtp.Length / 2)));
    }

    [Fact]
    public void Gcm_seals_and_opens_the_rtcp_packet_of_section_17()
    {
        using var cipher = MakeGcm();
        var buffer = new byte[Rtcp.Length / 2 + 20];
        Convert.FromHexString(Rtcp).CopyTo(buffer, 0);
        cipher.SealRtcp(buffer, Rtcp.Length / 2, 0x4d617273, 0x5d4);
        Assert.Equal(GcmRtcp, Convert.ToHexStringLower(buffer));
        Assert.True(cipher.OpenRtcp(buffer, 0x4d617273, cipher.ReadRtcpIndex(buffer)));
        Assert.Equal(Rtcp, Convert.ToHexStringLower(buffer.AsSpan(0, Rtcp.Length / 2)));
    }

    private static GcmPacketCipher MakeGcm()
    {
        var key = Convert.FromHexString("000102030405060708090a0b0c0d0e0f");
        var salt = Convert.FromHexString("517569642070726f2071756f");
        return new GcmPacketCipher(key, salt, key, salt);
    }
}
