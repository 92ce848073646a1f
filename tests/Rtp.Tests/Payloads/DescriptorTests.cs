using ConfEngine.Rtp.Payloads;

namespace ConfEngine.Rtp.Tests.Payloads;

public sealed class DescriptorTests
{
    [Theory]
    //          payload          length start key   id bits/id  tl0 layer sync
    [InlineData("10 00", 1, true, true, 0, 0, 0, 0, false)]
    [InlineData("10 01", 1, true, false, 0, 0, 0, 0, false)]
    [InlineData("00 00", 1, false, false, 0, 0, 0, 0, false)]              // goes on
    [InlineData("11 00", 1, false, false, 0, 0, 0, 0, false)]              // second partition
    [InlineData("90 80 17 00", 3, true, true, 7, 0x17, 0, 0, false)]
    [InlineData("90 80 92 34 01", 4, true, false, 15, 0x1234, 0, 0, false)]
    [InlineData("90 e0 92 34 56 a0 01", 6, true, false, 15, 0x1234, 0x56, 2, true)]
    [InlineData("90 60 56 40 01", 4, true, false, 0, 0, 0x56, 1, false)]
    [InlineData("90 10 1f 01", 3, true, false, 0, 0, 0, 0, false)]         // key index alone
    public void A_vp8_descriptor_is_read(string hex, int length, bool start, bool key, int bits, int id, int tl0, int layer, bool sync)
    {
        Assert.True(Vp8Descriptor.TryParse(Bytes.Of(hex), out var d));
        Assert.Equal((length, start, key), (d.Length, d.IsFrameStart, d.IsKeyFrameStart));
        Assert.Equal((bits, id, tl0, layer, sync), (d.PictureIdBits, d.PictureId, d.Tl0PictureIndex, d.TemporalLayer, d.IsLayerSync));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("90 80")]
    [InlineData("90 80 92")]
    [InlineData("90 80 92 34")]
    [InlineData("90 40 12")]
    [InlineData("90 30 12")]
    public void A_vp8_descriptor_without_data_behind_it_is_refused(string hex) => Assert.False(Vp8Descriptor.TryParse(Bytes.Of(hex), out _));

    [Theory]
    [InlineData("8c 92 34 82", 3, true, true, true, 15, 0x1234, 0, 0)]
    [InlineData("8c 17 86", 2, true, false, true, 7, 0x17, 0, 0)]              // the header says otherwise
    [InlineData("8c 17 8a", 2, true, false, true, 7, 0x17, 0, 0)]              // an old frame is shown
    [InlineData("cc 17 aa", 2, true, false, true, 7, 0x17, 0, 0)]
    [InlineData("84 17 aa", 2, false, false, true, 7, 0x17, 0, 0)]
    [InlineData("a8 17 20 05 b0", 4, true, true, false, 7, 0x17, 0, 1)]        // layers, TL0PICIDX
    [InlineData("b8 17 02 aa", 3, false, false, false, 7, 0x17, 1, 0)]         // upper spatial layer, flexible
    [InlineData("d8 17 05 02 aa", 4, true, false, false, 7, 0x17, 0, 0)]       // two references
    [InlineData("8a 17 38 0140 00b4 0280 0168 01 00 82", 13, true, true, false, 7, 0x17, 0, 0)]  // structure of two layers, one picture
    public void A_vp9_descriptor_is_read(string hex, int length, bool start, bool key, bool ends, int bits, int id, int spatial, int temporal)
    {
        Assert.True(Vp9Descriptor.TryParse(Bytes.Of(hex), out var d));
        Assert.Equal((length, start, key, ends), (d.Length, d.IsPictureStart, d.IsKeyFrameStart, d.EndsFrame));
        Assert.Equal((bits, id, spatial, temporal), (d.PictureIdBits, d.PictureId, d.SpatialLayer, d.TemporalLayer));
    }

    [Theory]
    [InlineData("")]
    [InlineData("08")]
    [InlineData("88 97")]
    [InlineData("a8 17 20")]
    [InlineData("d8 17 05 03 01 aa")]            // a third reference that is not the last
    [InlineData("8a 17 38 0140 00b4 0280 0168")]
    [InlineData("8a 17 08 ff 00")]
    public void A_vp9_descriptor_that_ends_early_is_refused(string hex) => Assert.False(Vp9Descriptor.TryParse(Bytes.Of(hex), out _));

    [Theory]
    [InlineData(VideoCodec.H264, "67 42", true)]
    [InlineData(VideoCodec.H264, "65 88", true)]
    [InlineData(VideoCodec.H264, "41 9a", false)]
    [InlineData(VideoCodec.H264, "78 0002 6742 0002 68ce", true)]
    [InlineData(VideoCodec.H264, "78 0002 419a", false)]
    [InlineData(VideoCodec.H264, "78 00ff 67", false)]
    [InlineData(VideoCodec.H264, "7c 85 88", true)]
    [InlineData(VideoCodec.H264, "7c 05 88", false)]
    [InlineData(VideoCodec.H264, "7c 81 88", false)]
    [InlineData(VideoCodec.H264, "7c", false)]
    [InlineData(VideoCodec.H264, "", false)]
    [InlineData(VideoCodec.Av1, "18 0a", true)]
    [InlineData(VideoCodec.Av1, "10 0a", false)]
    [InlineData(VideoCodec.Av1, "98 0a", false)]
    [InlineData(VideoCodec.Av1, "", false)]
    public void The_start_of_a_key_frame_is_seen_in_the_payload(VideoCodec codec, string hex, bool key) =>
        Assert.Equal(key, codec.StartsKeyFrame(Bytes.Of(hex)));

    [Theory]
    [InlineData("00", 480)]
    [InlineData("18", 2880)]
    [InlineData("60", 480)]
    [InlineData("78", 960)]
    [InlineData("80", 120)]
    [InlineData("98", 960)]
    [InlineData("f9", 1920)]
    [InlineData("fb 03", 2880)]
    [InlineData("fb 07", 0)]       // 140 ms
    [InlineData("fb", 0)]
    [InlineData("fb 00", 0)]
    [InlineData("", 0)]
    public void Opus_says_how_long_it_is(string hex, int samples)
    {
        Assert.Equal(samples > 0, OpusPayload.TryGetDuration(Bytes.Of(hex), out var found));
        if (samples > 0) Assert.Equal(samples, found);
    }
}
