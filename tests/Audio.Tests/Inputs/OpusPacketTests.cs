using Concentus;
using ConfEngine.Audio.Inputs;
using Concentus.Structs;

namespace ConfEngine.Audio.Tests.Inputs;

public class OpusPacketTests
{
    [Fact]
    public void Agrees_with_libopus_on_random_packets()
    {
        var random = new Random(20_261);
        using var decoder = OpusCodecFactory.CreateDecoder(48_000, 2);
        var pcm = new float[OpusPacket.MaximumSamples * 2];
        int accepted = 0, refused = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var packet = new byte[random.Next(1, 60)];
            random.NextBytes(packet);
            // Half of them with a frame count byte, where the rules are.
            if (i % 2 == 0) packet[0] |= 3;
            var isGood = OpusPacket.TryParse(packet, out var samples, out var channels);
            if (isGood != Decodes(decoder, packet, pcm)) Assert.Fail($"packet {Convert.ToHexString(packet)}: we say {isGood}");
            if (isGood) Assert.Equal(OpusPacketInfo.GetNumSamples(packet, 48_000), samples);
            if (isGood) Assert.Equal(OpusPacketInfo.GetNumEncodedChannels(packet), channels);
            _ = isGood ? accepted++ : refused++;
        }

        Assert.True(accepted > 2000 && refused > 2000, $"{accepted} accepted, {refused} refused");
    }

    [Fact]
    public void An_empty_packet_is_refused() => Assert.False(OpusPacket.TryParse([], out _, out _));

    [Theory]
    [InlineData(1276, true)]
    [InlineData(1277, false)]
    public void A_frame_is_no_longer_than_1275_bytes(int length, bool isGood) =>
        Assert.Equal(isGood, OpusPacket.TryParse(new byte[length], out _, out _));

    private static bool Decodes(IOpusDecoder decoder, byte[] packet, float[] pcm)
    {
        try
        {
            return decoder.Decode(packet, pcm.AsSpan(), OpusPacket.MaximumSamples) > 0;
        }
        catch (OpusException)
        {
            return false;
        }
    }
}
