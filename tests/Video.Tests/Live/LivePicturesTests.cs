using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Video.Live;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Live;

public sealed class LivePicturesTests(MediaFolder media) : IClassFixture<MediaFolder>
{
    [Theory]
    [InlineData(LiveCodec.H264, "h264", 160, 96)]
    [InlineData(LiveCodec.Vp8, "vp8", 160, 96)]
    [InlineData(LiveCodec.H264, "h264", 162, 90)]
    [InlineData(LiveCodec.Vp8, "vp8", 162, 90)]
    public void EveryFrameGivesItsPictureAtOnce(LiveCodec codec, string name, int width, int height)
    {
        using var live = new LiveStream();
        using var source = Coded.Source(width, height);
        foreach (var coded in Coded.Make(codec, 30, width, height))
        {
            using var original = Play.Next(source);
            Assert.True(coded.WriteTo(live.Feed));
            using var picture = live.Newest();
            Assert.True(picture.HasValue, live.Video.Statistics.Cause);
            Assert.Equal(coded.Pts, picture.Value.Pts);
            Assert.InRange(Psnr.Luma(original.Value, picture.Value), 32, 99);
        }

        Assert.Equal((StreamState.Running, name, width, height, 30L, 0L, 0L), (live.Video.State, live.Video.Statistics.Codec,
            live.Video.Statistics.Width, live.Video.Statistics.Height, live.Video.Statistics.Decoded, live.Video.Statistics.Dropped, live.Video.Statistics.Errors));
    }

    [Theory]
    [InlineData(LiveCodec.Vp9, "vp9", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -lag-in-frames 0")]
    [InlineData(LiveCodec.Av1, "libdav1d", "-c:v libaom-av1 -usage realtime -cpu-used 8 -lag-in-frames 0")]
    [InlineData(LiveCodec.Vp8, "vp8", "-c:v libvpx -deadline realtime -lag-in-frames 0")]
    public void FramesOfForeignEncodersGiveTheirPicturesAtOnce(LiveCodec codec, string decoder, string encode)
    {
        Assert.True(FFmpegLibrary.HasDecoder(decoder));
        using var live = new LiveStream();
        var frames = Ivf.Read(media.Make($"-f lavfi -i testsrc2=size=96x64:rate=30:duration=1 {encode} -g 10 foreign{codec}.ivf"), codec, 10);
        Assert.Equal(30, frames.Count);
        foreach (var coded in frames) Assert.Equal((coded.Pts, 96, 64), live.Pass(coded));
        Assert.Equal(0, live.Video.Statistics.Errors);
    }

    [Fact]
    public void SizeAndCodecMayChangeWithAKeyFrame()
    {
        using var live = new LiveStream();
        (LiveCodec Codec, int Width, int Height)[] parts =
            [(LiveCodec.Vp8, 160, 96), (LiveCodec.Vp8, 320, 192), (LiveCodec.H264, 320, 192), (LiveCodec.H264, 64, 64), (LiveCodec.Vp8, 64, 64)];
        var at = 0;
        foreach (var (codec, width, height) in parts)
        {
            foreach (var coded in Coded.Make(codec, 5, width, height, from: at)) Assert.Equal((coded.Pts, width, height), live.Pass(coded));
            at += 5;
        }

        Assert.Equal(25, live.Video.Statistics.Decoded);
        Assert.False(live.Feed.TakeKeyFrameWish());
    }

    [Fact]
    public void AnotherCodecWithoutAKeyFrameIsWaitedOut()
    {
        using var live = new LiveStream();
        Assert.NotNull(live.Pass(Coded.Make(LiveCodec.Vp8, 1)[0]));
        var other = Coded.Make(LiveCodec.H264, 3, keyEvery: 2, from: 1);
        Assert.Null(live.Pass(other[1]));
        Assert.True(live.Feed.TakeKeyFrameWish());
        Assert.Equal((other[2].Pts, 160, 96), live.Pass(other[2]));
    }

    [Theory]
    [InlineData(LiveCodec.H264)]
    [InlineData(LiveCodec.Vp8)]
    public void ADamagedFrameIsNotShownAndAKeyFrameIsWishedFor(LiveCodec codec)
    {
        using var live = new LiveStream();
        var frames = Coded.Make(codec, 12, keyEvery: 8);
        for (var i = 0; i < 3; i++) Assert.NotNull(live.Pass(frames[i]));
        Assert.Null(live.Pass(frames[3] with { Data = frames[3].Data[..2] }));
        Assert.Equal(1, live.Video.Statistics.Errors);
        Assert.True(live.Feed.TakeKeyFrameWish());
        for (var i = 4; i < 8; i++) Assert.Null(live.Pass(frames[i]));
        for (var i = 8; i < 12; i++) Assert.Equal((frames[i].Pts, 160, 96), live.Pass(frames[i]));
        Assert.False(live.Feed.TakeKeyFrameWish());
        Assert.Equal(StreamState.Running, live.Video.State);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void PicturesAreTurnedClockwise(int quarterTurns)
    {
        using var live = new LiveStream();
        using var source = Coded.Source();
        using var original = Play.Next(source);
        Assert.True(Coded.Make(LiveCodec.H264, 1)[0].WriteTo(live.Feed, quarterTurns));
        using var picture = live.Newest();
        using var upright = TurnedBack(picture.Value, quarterTurns);
        Assert.InRange(Psnr.Luma(original.Value, upright), 32, 99);
    }

    [Fact]
    public void ATurnMayComeInTheMiddle()
    {
        using var live = new LiveStream();
        var frames = Coded.Make(LiveCodec.Vp8, 4);
        for (var i = 0; i < 4; i++)
        {
            var (width, height) = i % 2 == 0 ? (160, 96) : (96, 160);
            Assert.Equal((frames[i].Pts, width, height), live.Pass(frames[i], i));
        }
    }

    [Fact]
    public void TheArrivalTravelsToThePictureAndNoFurther()
    {
        using var live = new LiveStream();
        var frames = Coded.Make(LiveCodec.H264, 2);
        frames[0].WriteTo(live.Feed, arrival: new Instant(42));
        using (var first = live.Newest()) Assert.Equal(new Instant(42), first.Value.Arrival);
        frames[1].WriteTo(live.Feed);
        using var second = live.Newest();
        Assert.Null(second.Value.Arrival);
    }

    [Fact]
    public void TheWayFromFeedToPictureIsMeasured()
    {
        using var live = new LiveStream();
        foreach (var coded in Coded.Make(LiveCodec.Vp8, 2))
        {
            coded.WriteTo(live.Feed);
            live.Clock.Advance(MediaTime.FromMilliseconds(7));
            live.Run();
        }

        Assert.Equal((2L, 14_000_000L), (live.Video.Statistics.Handled, live.Video.Statistics.HandlingNanoseconds));
    }

    [Fact]
    public void AStreamIsOpeningUntilItsFirstPictureAndEndsOnlyWhenTold()
    {
        using var live = new LiveStream();
        live.Run();
        Assert.Equal((StreamState.Opening, true), (live.Video.State, live.Video.HasVideo));
        var frames = Coded.Make(LiveCodec.H264, 2);
        Assert.NotNull(live.Pass(frames[0]));
        live.Run();
        Assert.Equal(StreamState.Running, live.Video.State);
        frames[1].WriteTo(live.Feed);
        live.Feed.End();
        using (var last = live.Newest()) Assert.Equal(frames[1].Pts, last.Value.Pts);
        Assert.Equal((StreamState.Ended, frames[1].Pts), (live.Video.State, live.Video.EndsAt));
        Assert.False(frames[0].WriteTo(live.Feed));
    }

    [Fact]
    public void AFeedThatEndsBeforeItBeganEndsTheStream()
    {
        using var live = new LiveStream();
        live.Feed.End();
        live.Run();
        Assert.Equal(StreamState.Ended, live.Video.State);
    }

    [Fact]
    public void WhileNobodyKnowsWhatIsDueDecodingGoesOnAndPicturesAreShown()
    {
        using var live = new LiveStream();
        var shown = new List<MediaTime>();
        var frames = Coded.Make(LiveCodec.H264, 60, from: 100_000);
        foreach (var coded in frames)
        {
            Assert.True(coded.WriteTo(live.Feed), "decoding stalled");
            live.Run();
            // The wall asks for a position that lies an hour back.
            if (!live.Video.TryTakeDue(MediaTime.Zero, out var frame)) continue;
            shown.Add(frame.Value.Pts);
            frame.Dispose();
        }

        Assert.InRange(shown.Count, 20, 40);
        Assert.Equal(shown.Order(), shown);
        Assert.Equal(live.Video.Statistics.Decoded, shown.Count + live.Video.Statistics.Dropped + live.Video.Statistics.Queued);
        using var newest = live.Newest();
        Assert.Equal(frames[^1].Pts, newest.Value.Pts);
    }

    [Fact]
    public void WhenNobodyTakesPicturesDecodingGoesOn()
    {
        using var live = new LiveStream();
        foreach (var coded in Coded.Make(LiveCodec.H264, 60))
        {
            Assert.True(coded.WriteTo(live.Feed), "decoding stalled");
            live.Run();
        }

        Assert.InRange(live.Video.Statistics.Decoded, 54, 60);
    }

    [Fact]
    public void AWallThatLiesBehindByTwoHundredMillisecondsMissesNothing()
    {
        using var live = new LiveStream();
        var shown = 0;
        foreach (var coded in Coded.Make(LiveCodec.Vp8, 60))
        {
            coded.WriteTo(live.Feed);
            live.Run();
            if (!live.Video.TryTakeDue(coded.Pts - MediaTime.FromMilliseconds(199), out var frame)) continue;
            shown++;
            frame.Dispose();
        }

        Assert.Equal((54, 0L), (shown, live.Video.Statistics.Dropped));
    }

    private static OwnedVideoFrame TurnedBack(VideoFrame turned, int quarterTurns)
    {
        var (width, height) = quarterTurns == 2 ? (turned.Width, turned.Height) : (turned.Height, turned.Width);
        var upright = new OwnedVideoFrame(PixelLayout.I420, width, height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                upright[0].Row(y)[x] = quarterTurns switch
                {
                    1 => turned[0].Row(x)[height - 1 - y],
                    2 => turned[0].Row(height - 1 - y)[width - 1 - x],
                    _ => turned[0].Row(width - 1 - x)[y],
                };
        return upright;
    }
}
