using ConfEngine.Rtp.Payloads;

namespace ConfEngine.Rtp.Tests.Payloads;

public sealed class PictureSizeTests
{
    [Theory]
    [InlineData(VideoCodec.Vp8, "10 10 00 00 9d 01 2a 80 02 68 01 00", 640, 360)]
    [InlineData(VideoCodec.H264, "67 42 e0 1f da 01 40 16 e8 06 d0 a1 35", 1280, 720)]
    [InlineData(VideoCodec.H264, "78 00 0d 67 42 e0 1f da 01 40 16 e8 06 d0 a1 35 00 04 68 ce 06 e2", 1280, 720)]
    [InlineData(VideoCodec.Vp9, "0c 82 49 83 42 20 27 f0 16 70 00", 640, 360)]
    public void The_first_packet_of_a_key_frame_says_how_large_the_picture_is(VideoCodec codec, string payload, int width, int height)
    {
        Assert.True(PictureSize.TryRead(codec, Bytes(payload), out var size));
        Assert.Equal(new PictureSize(width, height), size);
    }

    [Theory]
    [InlineData(VideoCodec.Vp8, "10 11 00 00 9d 01 2a 80 02 68 01 00")]
    [InlineData(VideoCodec.Vp8, "10 10 00 00 9d 01 2a 00 00 68 01 00")]
    [InlineData(VideoCodec.H264, "65 88 84 00")]
    [InlineData(VideoCodec.H264, "67 42 e0 1f 00 00 00 00 00 00 00 00")]
    [InlineData(VideoCodec.Vp9, "0c 86 49 83 42 20 27 f0 16 70 00")]
    [InlineData(VideoCodec.Av1, "18 0a 0b")]
    public void Others_say_nothing(VideoCodec codec, string payload) => Assert.False(PictureSize.TryRead(codec, Bytes(payload), out _));

    [Fact]
    public void What_is_cut_anywhere_is_refused_or_read_and_never_throws()
    {
        var random = new Random(1);
        foreach (var codec in Enum.GetValues<VideoCodec>())
        {
            for (var i = 0; i < 20_000; i++)
            {
                var payload = new byte[random.Next(0, 40)];
                random.NextBytes(payload);
                if (codec == VideoCodec.H264 && payload.Length > 0) payload[0] = 0x67;
                if (PictureSize.TryRead(codec, payload, out var size)) Assert.InRange(size.Width, 1, 16_384);
            }
        }
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
