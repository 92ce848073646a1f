using Concentus;
using Concentus.Enums;
using Concentus.Structs;
using ConfEngine.TestKit.Media;

namespace ConfEngine.Audio.Tests.StandIn;

public class OpusCodecTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_tone_survives_encoding_and_decoding(int channels)
    {
        using var stream = new OpusStream(1000, channels, bitrate: 96_000);
        using var decoder = OpusCodecFactory.CreateDecoder(48_000, channels);
        var pcm = new float[960 * channels];
        var left = new List<float>();
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(960, decoder.Decode(stream.Next(), pcm.AsSpan(), 960));
            for (var s = 0; s < 960; s++) left.Add(pcm[s * channels]);
        }

        Assert.Equal(20 * Math.Log10(0.25), Tone.Level(left.ToArray().AsSpan(4800, 38_400), 1000), 0.2);
        Assert.Equal(960, decoder.LastPacketDuration);
        Assert.Equal(channels, decoder.NumChannels);
    }

    [Fact]
    public void Sixteen_bit_samples_work_as_floats_do()
    {
        using var encoder = OpusCodecFactory.CreateEncoder(48_000, 1);
        using var decoder = OpusCodecFactory.CreateDecoder(48_000, 1);
        var tone = Signals.Tone(500, 0.5, 960).Select(sample => (short)(sample * 32767)).ToArray();
        var packet = new byte[1275];
        var back = new short[960];
        for (var i = 0; i < 10; i++)
        {
            var length = encoder.Encode(tone.AsSpan(), 960, packet, packet.Length);
            Assert.Equal(960, decoder.Decode(packet.AsSpan(0, length), back.AsSpan(), 960));
        }

        Assert.InRange(back.Max(), (short)14_000, (short)19_000);
    }

    [Fact]
    public void An_empty_packet_conceals()
    {
        using var stream = new OpusStream();
        using var decoder = OpusCodecFactory.CreateDecoder(48_000, 1);
        var pcm = new float[960];
        foreach (var packet in stream.Take(10)) decoder.Decode(packet, pcm.AsSpan(), 960);
        Assert.Equal(480, decoder.Decode([], pcm.AsSpan(), 480));
        Assert.InRange(Signals.Rms(pcm.AsSpan(0, 480)), 0.05, 0.3);
    }

    [Fact]
    public void Forward_error_correction_recovers_the_packet_before()
    {
        using var stream = new OpusStream(300, fec: true, bitrate: 40_000);
        var packets = stream.Take(20);
        using var decoder = OpusCodecFactory.CreateDecoder(48_000, 1);
        var recovered = new float[960];
        // The loss is at the very start of what this decoder hears: only the copy in the next packet can bring sound back.
        Assert.Equal(960, decoder.Decode(packets[10], recovered.AsSpan(), 960, true));
        Assert.True(Signals.Rms(recovered.AsSpan(480)) > 0.05);
        using var deaf = OpusCodecFactory.CreateDecoder(48_000, 1);
        deaf.Decode([], recovered.AsSpan(), 960);
        Assert.True(Signals.Rms(recovered) < 1e-3);
    }

    [Fact]
    public void Encoder_controls_read_back_what_was_set()
    {
        using var encoder = OpusCodecFactory.CreateEncoder(48_000, 2, OpusApplication.OPUS_APPLICATION_VOIP);
        encoder.Bitrate = 48_000;
        encoder.Complexity = 3;
        encoder.PacketLossPercent = 15;
        encoder.UseInbandFEC = true;
        encoder.UseDTX = true;
        encoder.UseVBR = false;
        encoder.UseConstrainedVBR = false;
        encoder.ForceChannels = 1;
        encoder.LSBDepth = 16;
        encoder.MaxBandwidth = OpusBandwidth.OPUS_BANDWIDTH_WIDEBAND;
        encoder.SignalType = OpusSignal.OPUS_SIGNAL_VOICE;
        encoder.ExpertFrameDuration = OpusFramesize.OPUS_FRAMESIZE_20_MS;
        encoder.PredictionDisabled = true;
        encoder.Application = OpusApplication.OPUS_APPLICATION_AUDIO;
        Assert.Equal(48_000, encoder.Bitrate);
        Assert.Equal(3, encoder.Complexity);
        Assert.Equal(15, encoder.PacketLossPercent);
        Assert.True(encoder.UseInbandFEC);
        Assert.True(encoder.UseDTX);
        Assert.False(encoder.UseVBR);
        Assert.False(encoder.UseConstrainedVBR);
        Assert.Equal(1, encoder.ForceChannels);
        Assert.Equal(16, encoder.LSBDepth);
        Assert.Equal(OpusBandwidth.OPUS_BANDWIDTH_WIDEBAND, encoder.MaxBandwidth);
        Assert.Equal(OpusSignal.OPUS_SIGNAL_VOICE, encoder.SignalType);
        Assert.Equal(OpusFramesize.OPUS_FRAMESIZE_20_MS, encoder.ExpertFrameDuration);
        Assert.True(encoder.PredictionDisabled);
        Assert.Equal(OpusApplication.OPUS_APPLICATION_AUDIO, encoder.Application);
        Assert.Equal(312, encoder.Lookahead);
        Assert.Contains("opus", encoder.GetVersionString());
    }

    [Fact]
    public void Decoder_controls_read_back_and_the_final_ranges_agree()
    {
        using var encoder = OpusCodecFactory.CreateEncoder(48_000, 1);
        using var decoder = OpusCodecFactory.CreateDecoder(48_000, 1);
        var packet = new byte[1275];
        var length = encoder.Encode(Signals.Noise(960, 0.3, 1).AsSpan(), 960, packet, packet.Length);
        decoder.Decode(packet.AsSpan(0, length), new float[960].AsSpan(), 960);
        Assert.Equal(encoder.FinalRange, decoder.FinalRange);
        Assert.Equal(encoder.Bandwidth, decoder.Bandwidth);
        decoder.Gain = 256;
        Assert.Equal(256, decoder.Gain);
        decoder.ResetState();
        Assert.Equal(256, decoder.Gain);
    }

    [Fact]
    public void Packet_info_reads_the_first_bytes()
    {
        using var stream = new OpusStream(440, 2);
        var packet = stream.Next();
        Assert.Equal(1, OpusPacketInfo.GetNumFrames(packet));
        Assert.Equal(960, OpusPacketInfo.GetNumSamples(packet, 48_000));
        Assert.Equal(960, OpusPacketInfo.GetNumSamplesPerFrame(packet, 48_000));
        Assert.Equal(2, OpusPacketInfo.GetNumEncodedChannels(packet));
        Assert.Equal(OpusBandwidth.OPUS_BANDWIDTH_FULLBAND, OpusPacketInfo.GetBandwidth(packet));
        Assert.Equal(OpusError.OPUS_BAD_ARG, OpusPacketInfo.GetNumFrames([]));
    }

    [Fact]
    public void Bad_input_throws_with_the_code_of_libopus()
    {
        using var decoder = OpusCodecFactory.CreateDecoder(48_000, 1);
        // Code 3 with no frame count byte.
        var broken = Assert.Throws<OpusException>(() => decoder.Decode(new byte[] { 0xFF }, new float[5760].AsSpan(), 5760));
        Assert.Equal(OpusError.OPUS_INVALID_PACKET, broken.OpusErrorCode);
        var small = Assert.Throws<OpusException>(() => decoder.Decode([], new float[100].AsSpan(), 480));
        Assert.Equal(OpusError.OPUS_BUFFER_TOO_SMALL, small.OpusErrorCode);
        Assert.Equal(OpusError.OPUS_BAD_ARG, Assert.Throws<OpusException>(() => OpusCodecFactory.CreateDecoder(44_100, 1)).OpusErrorCode);
        Assert.Equal(OpusError.OPUS_BAD_ARG, Assert.Throws<OpusException>(() => OpusCodecFactory.CreateEncoder(48_000, 3)).OpusErrorCode);
        using var encoder = OpusCodecFactory.CreateEncoder(48_000, 1);
        Assert.Equal(OpusError.OPUS_BAD_ARG, Assert.Throws<OpusException>(() => encoder.Complexity = 11).OpusErrorCode);
    }

    [Fact]
    public void A_disposed_codec_says_so()
    {
        var decoder = OpusCodecFactory.CreateDecoder(48_000, 1);
        decoder.Dispose();
        decoder.Dispose();
        Assert.Throws<ObjectDisposedException>(() => decoder.Decode([], new float[480].AsSpan(), 480));
    }
}
