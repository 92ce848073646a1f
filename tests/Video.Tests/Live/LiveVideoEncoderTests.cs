using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.TestKit.Media;
using ConfEngine.Video.Live;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Live;

public sealed class LiveVideoEncoderTests
{
    [Theory]
    [InlineData(LiveCodec.H264)]
    [InlineData(LiveCodec.Vp8)]
    public void KeyFramesComeFirstAndWhenAskedFor(LiveCodec codec)
    {
        var coded = Coded.Make(codec, 40, keyEvery: 15);
        Assert.Equal(40, coded.Count);
        Assert.All(coded, (frame, i) => Assert.Equal(i % 15 == 0, frame.IsKeyFrame));
    }

    [Theory]
    [InlineData(LiveCodec.H264)]
    [InlineData(LiveCodec.Vp8)]
    public void ACutInThePictureIsNoReasonForAKeyFrame(LiveCodec codec)
    {
        using var encoder = new LiveVideoEncoder(codec, 160, 96, 30, 500_000, new ManualClock());
        var keys = 0;
        for (var i = 0; i < 60; i++)
        {
            using var flat = FlatPicture.Of(PixelLayout.I420, 160, 96, ColorDescription.Canvas, (byte)(i / 10 % 2 == 0 ? 30 : 200), 128, 128);
            encoder.Encode(flat, MediaTime.FromUnits(i, 30), false, (_, isKey, _) => keys += isKey ? 1 : 0);
        }

        Assert.Equal(1, keys);
    }

    [Fact]
    public void H264IsConstrainedBaselineInOneSliceWithItsHeadersBeforeEveryKeyFrame()
    {
        foreach (var frame in Coded.Make(LiveCodec.H264, 12, 320, 180, keyEvery: 6))
        {
            var units = Units(frame.Data);
            if (!frame.IsKeyFrame)
            {
                Assert.Equal([1], units.Select(unit => unit[0] & 31));
                continue;
            }

            Assert.Equal([7, 8, 5], units.Select(unit => unit[0] & 31).Where(type => type != 6));
            // profile_idc 66 with constraint_set1_flag: Constrained Baseline.
            Assert.Equal((66, 0x40), (units[0][1], units[0][2] & 0x40));
        }
    }

    [Theory]
    [InlineData(LiveCodec.H264)]
    [InlineData(LiveCodec.Vp8)]
    public void TheRateIsHeldAndANewOneTakesEffect(LiveCodec codec)
    {
        var clock = new ManualClock();
        using var encoder = new LiveVideoEncoder(codec, 320, 180, 30, 600_000, clock);
        using var noise = new Noise(320, 180);
        // Virtual time: 4 s at each rate, of which the last three count.
        Assert.InRange(Rate(600_000), 450_000, 720_000);
        Assert.InRange(Rate(200_000), 150_000, 250_000);
        Assert.InRange(Rate(900_000), 675_000, 1_080_000);

        double Rate(long wanted)
        {
            encoder.BitsPerSecond = wanted;
            var bytes = 0L;
            for (var i = 0; i < 120; i++)
            {
                var counts = i >= 30;
                clock.Advance(MediaTime.FromUnits(1, 30));
                encoder.Encode(noise.Next(), clock.Now - default(Instant), false, (data, _, _) => bytes += counts ? data.Length : 0);
            }

            return bytes * 8 / 3.0;
        }
    }

    [Fact]
    public void AKeyFrameComesEvenWhereTheRateLeavesPicturesOut()
    {
        using var encoder = new LiveVideoEncoder(LiveCodec.Vp8, 320, 180, 30, LiveVideoEncoder.LeastBitsPerSecond, new ManualClock());
        using var noise = new Noise(320, 180);
        var (frames, keys) = (0, 0);
        for (var i = 0; i < 100; i++)
        {
            encoder.Encode(noise.Next(), MediaTime.FromUnits(i, 30), i % 10 == 0, (_, isKey, _) =>
            {
                frames++;
                keys += isKey ? 1 : 0;
            });
        }

        Assert.Equal(10, keys);
        Assert.InRange(frames, 10, 60);
    }

    [Fact]
    public void ARateBelowTheLeastIsRaised()
    {
        using var encoder = new LiveVideoEncoder(LiveCodec.H264, 16, 16, 1, 0);
        Assert.Equal(LiveVideoEncoder.LeastBitsPerSecond, encoder.BitsPerSecond);
    }

    [Theory]
    [InlineData(LiveCodec.H264, PixelLayout.I420, 320, 192)]
    [InlineData(LiveCodec.Vp8, PixelLayout.I420, 320, 192)]
    [InlineData(LiveCodec.H264, PixelLayout.I420, 80, 48)]
    [InlineData(LiveCodec.H264, PixelLayout.Bgra32, 160, 96)]
    [InlineData(LiveCodec.Vp8, PixelLayout.Bgra32, 333, 201)]
    [InlineData(LiveCodec.H264, PixelLayout.I444, 333, 201)]
    public void PicturesOfAnySizeAndLayoutAreScaledToTheEncoder(LiveCodec codec, PixelLayout layout, int width, int height)
    {
        using var live = new LiveStream();
        using var encoder = new LiveVideoEncoder(codec, 160, 96, 30, 1_000_000);
        using var picture = Halves(layout, width, height);
        encoder.Encode(picture, MediaTime.Zero, true, (data, isKey, pts) => Assert.True(live.Feed.TryWrite(data, codec, isKey, pts, 0)));
        using var decoded = live.Newest();
        Assert.Equal((160, 96), (decoded.Value.Width, decoded.Value.Height));
        // Dark on the left, bright on the right; limited range where the input was full.
        Assert.InRange(decoded.Value[0].Row(48)[40], 40, 60);
        Assert.InRange(decoded.Value[0].Row(48)[120], 190, 212);
    }

    [Theory]
    [InlineData(LiveCodec.H264, 96)]
    [InlineData(LiveCodec.H264, 720)]
    [InlineData(LiveCodec.Vp8, 96)]
    [InlineData(LiveCodec.Vp8, 720)]
    public void ColoursArriveAsTheyWere(LiveCodec codec, int height)
    {
        using var live = new LiveStream();
        using var encoder = new LiveVideoEncoder(codec, 160, height, 30, 4_000_000);
        // A strong green in BT.709 numbers.
        using var green = FlatPicture.Of(PixelLayout.I420, 160, height, ColorDescription.Canvas, 173, 42, 26);
        encoder.Encode(green, MediaTime.Zero, true, (data, isKey, pts) => Assert.True(live.Feed.TryWrite(data, codec, isKey, pts, 0)));
        using var decoded = live.Newest();
        var (y, u, v) = (decoded.Value[0].Row(20)[20], decoded.Value[1].Row(10)[10], decoded.Value[2].Row(10)[10]);
        var isBt601 = decoded.Value.Color.Matrix == ColorMatrix.Bt601;
        Assert.Equal(codec == LiveCodec.Vp8, isBt601);
        // The same green in BT.601 numbers: luma 144.5, chroma 53.8 and 34.2.
        var (wantedY, wantedU, wantedV) = isBt601 ? (145, 54, 34) : (173, 42, 26);
        Assert.InRange(y, wantedY - 3, wantedY + 3);
        Assert.InRange(u, wantedU - 3, wantedU + 3);
        Assert.InRange(v, wantedV - 3, wantedV + 3);
    }

    [Fact]
    public void PositionsMayRepeatOrLeaveGaps()
    {
        using var encoder = new LiveVideoEncoder(LiveCodec.H264, 64, 64, 30, 100_000);
        using var picture = FlatPicture.Of(PixelLayout.I420, 64, 64, ColorDescription.Canvas, 100, 128, 128);
        var seen = new List<MediaTime>();
        MediaTime[] positions = [MediaTime.Zero, MediaTime.Zero, new(1), MediaTime.FromSeconds(60), MediaTime.FromSeconds(60), MediaTime.FromSeconds(1)];
        foreach (var pts in positions) encoder.Encode(picture, pts, false, (_, _, at) => seen.Add(at));
        Assert.Equal(positions, seen);
    }

    [Theory]
    [InlineData(LiveCodec.H264)]
    [InlineData(LiveCodec.Vp8)]
    public void AnEncodedAndADecodedPictureCostNoManagedMemory(LiveCodec codec)
    {
        using var live = new LiveStream();
        using var encoder = new LiveVideoEncoder(codec, 160, 96, 30, 500_000);
        using var noise = new Noise(160, 96);
        EncodedFrameHandler write = (data, isKey, pts) => live.Feed.TryWrite(data, codec, isKey, pts, 0);
        Pass(0, 200);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Pass(200, 400);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(400, live.Video.Statistics.Decoded);

        void Pass(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                encoder.Encode(noise.Next(), MediaTime.FromUnits(i, 30), i % 40 == 0, write);
                live.Newest().Dispose();
            }
        }
    }

    [Fact]
    public void OnlyWhatTheEngineEncodesCanBeAskedFor()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LiveVideoEncoder(LiveCodec.Av1, 64, 64, 30, 100_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LiveVideoEncoder(LiveCodec.Vp8, 65, 64, 30, 100_000));
    }

    private static List<byte[]> Units(byte[] data)
    {
        var units = new List<byte[]>();
        var start = -1;
        for (var i = 0; i + 3 <= data.Length; i++)
        {
            if (data[i] != 0 || data[i + 1] != 0 || data[i + 2] != 1) continue;
            if (start >= 0) units.Add(data[start..i]);
            start = i + 3;
        }

        units.Add(data[start..]);
        return units;
    }

    private static OwnedVideoFrame Halves(PixelLayout layout, int width, int height)
    {
        var isRgb = layout == PixelLayout.Bgra32;
        var picture = new OwnedVideoFrame(layout, width, height) { Color = isRgb ? new(ColorMatrix.Bt709, ColorRange.Full, ChromaSiting.Center) : ColorDescription.Canvas };
        for (var plane = 0; plane < layout.PlaneCount(); plane++)
        {
            for (var y = 0; y < picture[plane].Height; y++)
            {
                var row = picture[plane].Row(y, layout.SampleBytes());
                row.Fill(128);
                if (plane > 0) continue;
                row[..(row.Length / 2)].Fill((byte)(isRgb ? 40 : 50));
                row[(row.Length / 2)..].Fill((byte)(isRgb ? 215 : 200));
            }
        }

        return picture;
    }
}
