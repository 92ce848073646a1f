using ConfEngine.Rtp.Payloads;

namespace ConfEngine.Rtp.Tests.Payloads;

public sealed class DepacketizerTests
{
    [Theory]
    // VP8: descriptors go, data stays.
    [InlineData(VideoCodec.Vp8, "1000aaaaaaaaaaaaaaaa | 00bbcc", "00aaaaaaaaaaaaaaaabbcc", true)]
    [InlineData(VideoCodec.Vp8, "908017 01ee", "01ee", false)]
    [InlineData(VideoCodec.Vp8, "1000aa", "", false)]                       // a key frame needs its header
    [InlineData(VideoCodec.Vp8, "0001aa", "", false)]                       // begins in the middle
    [InlineData(VideoCodec.Vp8, "1001aa | 1001bb", "", false)]              // two beginnings
    // VP9: layers of a picture together.
    [InlineData(VideoCodec.Vp9, "881782 | 8417bb", "82bb", true)]
    [InlineData(VideoCodec.Vp9, "ac17000182 | fc17020202bb", "8202bb", true)]
    [InlineData(VideoCodec.Vp9, "cc17aa", "aa", false)]
    [InlineData(VideoCodec.Vp9, "8417aa", "", false)]
    [InlineData(VideoCodec.Vp9, "8817aa", "", false)]                       // its end is missing
    [InlineData(VideoCodec.Vp9, "8817aa | 8c17bb", "", false)]
    // H.264: single, STAP-A, FU-A.
    [InlineData(VideoCodec.H264, "419aff", "00000001419aff", false)]
    [InlineData(VideoCodec.H264, "78 0002 6742 0002 68ce | 6588", "000000016742 0000000168ce 000000016588", true)]
    [InlineData(VideoCodec.H264, "7c8588 | 7c05aa | 7c45bb", "000000016588aabb", true)]
    [InlineData(VideoCodec.H264, "5cc19a", "00000001419a", false)]          // start and end in one: tolerated
    [InlineData(VideoCodec.H264, "7c05aa | 7c45bb", "", false)]             // start missing
    [InlineData(VideoCodec.H264, "7c8588", "", false)]                      // end missing
    [InlineData(VideoCodec.H264, "7c8588 | 419a", "", false)]               // another unit in between
    [InlineData(VideoCodec.H264, "7c8588 | 7c85aa", "", false)]
    [InlineData(VideoCodec.H264, "78 0002 6742 0003 68ce", "", false)]      // runs over the end
    [InlineData(VideoCodec.H264, "78 0002 6742 00", "", false)]
    [InlineData(VideoCodec.H264, "78 0002 7800", "", false)]                // an aggregate in an aggregate
    [InlineData(VideoCodec.H264, "78", "", false)]
    [InlineData(VideoCodec.H264, "7c85", "", false)]
    [InlineData(VideoCodec.H264, "79 0000 00", "", false)]                  // STAP-B
    [InlineData(VideoCodec.H264, "00", "", false)]
    // AV1: delimiter in front, sizes put in.
    [InlineData(VideoCodec.Av1, "18 08aabb", "1200 0a02aabb", true)]                                  // W=1: no length, N
    [InlineData(VideoCodec.Av1, "10 30cc", "1200 3201cc", false)]
    [InlineData(VideoCodec.Av1, "28 02 08aa 30bbcc", "1200 0a01aa 3202bbcc", true)]                   // W=2: length but for the last
    [InlineData(VideoCodec.Av1, "00 02 30aa 03 30bbcc", "1200 3201aa 3202bbcc", false)]               // W=0: every length
    [InlineData(VideoCodec.Av1, "58 30aa | d0 bb | 90 cc", "1200 3203aabbcc", true)]                  // over three packets
    [InlineData(VideoCodec.Av1, "10 3401aabb", "1200 360102aabb", false)]
    [InlineData(VideoCodec.Av1, "20 01 10 30aa", "1200 3201aa", false)]                               // a delimiter is dropped
    [InlineData(VideoCodec.Av1, "10 3202aabb", "1200 3202aabb", false)]                               // it had its size
    [InlineData(VideoCodec.Av1, "10 3203aabb", "", false)]                                            // and a wrong one
    [InlineData(VideoCodec.Av1, "90 aa", "", false)]                                                  // goes on, with nothing
    [InlineData(VideoCodec.Av1, "50 30aa", "", false)]                                                // end missing
    [InlineData(VideoCodec.Av1, "50 30aa | 10 30bb", "", false)]
    [InlineData(VideoCodec.Av1, "20 05 30aa", "", false)]
    [InlineData(VideoCodec.Av1, "10 b0aa", "", false)]                                                // forbidden bit
    [InlineData(VideoCodec.Av1, "00 808080808001 00", "", false)]
    public void Payloads_become_a_frame(VideoCodec codec, string payloads, string expected, bool isKey)
    {
        var frame = new FrameBuffer();
        var good = TryDepacketize(codec, payloads.Split('|').Select(Bytes.Of), frame, out var key);
        Assert.Equal(expected.Length > 0, good);
        if (!good) return;
        Assert.Equal(Convert.ToHexString(Bytes.Of(expected)), Convert.ToHexString(frame.Span));
        Assert.Equal(isKey, key);
    }

    [Fact]
    public void A_large_obu_gets_a_long_size()
    {
        var payload = new byte[1002];
        payload[0] = 0x10;
        payload[1] = 0x30;
        var frame = new FrameBuffer();
        Assert.True(TryDepacketize(VideoCodec.Av1, [payload], frame, out _));
        Assert.Equal(Bytes.Of("1200 32 e807"), frame.Span[..5].ToArray());
        Assert.Equal(5 + 1000, frame.Length);
    }

    [Fact]
    public void A_frame_stops_growing_at_its_limit()
    {
        var depacketizer = VideoCodec.Vp8.CreateDepacketizer();
        var frame = new FrameBuffer(5000);
        depacketizer.Begin();
        var payload = new byte[1200];
        payload[0] = 0x10;
        Assert.True(depacketizer.TryAppend(payload, frame));
        payload[0] = 0;
        var added = 1;
        while (depacketizer.TryAppend(payload, frame)) added++;
        Assert.Equal((4, 4 * 1199), (added, frame.Length));
    }

    [Theory]
    [InlineData(VideoCodec.Vp8, "90e09234 56a0 00aaaaaaaaaaaaaaaaaaaa | 00bbcc")]
    [InlineData(VideoCodec.Vp9, "aa17000138014000b402800168010082 | 8417bb")]
    [InlineData(VideoCodec.H264, "78 0002 6742 0002 68ce | 7c8588 | 7c05aa | 7c45bb")]
    [InlineData(VideoCodec.Av1, "68 02 08aa 30bbcc | d0 bb | 90 cc | 00 02 30aa 03 30bbcc")]
    public void Payloads_cut_or_damaged_anywhere_never_harm(VideoCodec codec, string payloads)
    {
        var random = new Random(7 + (int)codec);
        var good = payloads.Split('|').Select(Bytes.Of).ToArray();
        var frame = new FrameBuffer(2000);
        var whole = 0;
        for (var i = 0; i < 60_000; i++)
        {
            var damaged = good.Select(payload => random.Next(3) switch
            {
                0 => payload,
                1 => Bytes.Damage(random, payload),
                _ => Bytes.Random(random, 40),
            }).Where(payload => payload.Length > 0).ToArray();
            foreach (var payload in damaged)
            {
                codec.StartsKeyFrame(payload);
                codec.StartsFrame(payload);
            }

            if (TryDepacketize(codec, damaged, frame, out _)) whole++;
        }

        Assert.InRange(whole, 100, 59_000);
    }

    [Fact]
    public void Opus_takes_any_bytes()
    {
        var random = new Random(3);
        for (var i = 0; i < 10_000; i++)
            if (OpusPayload.TryGetDuration(Bytes.Random(random, 4), out var samples)) Assert.InRange(samples, 120, OpusPayload.MaxSamples);
    }

    internal static bool TryDepacketize(VideoCodec codec, IEnumerable<byte[]> payloads, FrameBuffer frame, out bool isKey)
    {
        var depacketizer = codec.CreateDepacketizer();
        frame.Clear();
        depacketizer.Begin();
        isKey = false;
        return payloads.All(payload => depacketizer.TryAppend(payload, frame)) && depacketizer.TryEnd(frame, out isKey);
    }
}
