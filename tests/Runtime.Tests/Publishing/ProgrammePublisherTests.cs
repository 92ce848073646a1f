using ConfEngine.Core.Media;
using ConfEngine.Core.Memory;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Publishing;
using ConfEngine.Video;
using ConfEngine.Video.Live;

namespace ConfEngine.Runtime.Tests.Publishing;

public sealed class ProgrammePublisherTests
{
    private static readonly ProgrammeOptions s_options = new() { Width = 320, Height = 180, MostBitsPerSecond = 1_000_000 };

    [Theory]
    [InlineData(LiveCodec.H264)]
    [InlineData(LiveCodec.Vp8)]
    public void WhatTheWallShowsIsWhatViewersSeeAndHear(LiveCodec codec)
    {
        var stream = new LocalStream();
        var shown = new Dictionary<MediaTime, double>();
        Run(stream, s_options with { Codec = codec }, 30, (wall, frame) =>
        {
            shown[frame.Media] = Brightness(wall.Read(PixelLayout.I420));
            stream.WaitFor(written => written.Pictures.Count == frame.Index + 1);
        });
        var pictures = stream.Pictures;
        Assert.Equal(shown.Keys.Order(), pictures.Select(picture => picture.Pts));
        Assert.Equal([true, .. Enumerable.Repeat(false, 29)], pictures.Select(picture => picture.IsKeyFrame));
        var feed = new EncodedVideoFeed();
        using var viewer = new VideoStream("viewer", new VideoStreamOptions { Uri = "programme", Feed = feed });
        foreach (var picture in pictures)
        {
            Assert.True(feed.TryWrite(picture.Data, codec, picture.IsKeyFrame, picture.Pts, 0));
            using var seen = Newest(viewer);
            Assert.Equal(picture.Pts, seen.Value.Pts);
            // VP8 has BT.601 only, whose luma of the same colour is another.
            Assert.Equal(shown[picture.Pts], Brightness(seen.Value), codec == LiveCodec.Vp8 ? 12.0 : 3.0);
        }

        // A second of sound in packets of 20 ms, from the same zero.
        Assert.InRange(stream.Sound.Count, 45, 50);
        Assert.InRange(stream.Sound[0].Pts.Milliseconds, -10, 10);
        Assert.InRange(stream.Sound[^1].Pts.Milliseconds, 930, 1000);
        Assert.Contains(stream.Sound, packet => packet.Level < 60);
    }

    [Fact]
    public void WhileNobodyWatchesNothingIsEncodedAndThenItBeginsWithAKeyFrame()
    {
        var stream = new LocalStream { IsWatched = false };
        Run(stream, s_options, 60, (_, frame) =>
        {
            if (frame.Index == 29) Assert.Empty(stream.Pictures);
            if (frame.Index == 29) Assert.Empty(stream.Sound);
            stream.IsWatched = frame.Index >= 29;
            if (frame.Index > 29) stream.WaitFor(written => written.Pictures.Count == frame.Index - 29);
        });
        Assert.True(stream.Pictures[0].IsKeyFrame);
        Assert.InRange(stream.Pictures[0].Pts.Milliseconds, 990, 1040);
    }

    [Fact]
    public void AWishIsFulfilledByTheNextPicture()
    {
        var stream = new LocalStream();
        Run(stream, s_options, 20, (_, frame) =>
        {
            stream.WaitFor(written => written.Pictures.Count == frame.Index + 1);
            if (frame.Index == 9) stream.WishForKeyFrame(0);
        });
        Assert.Equal([0, 10], stream.Pictures.Index().Where(picture => picture.Item.IsKeyFrame).Select(picture => picture.Index));
    }

    [Fact]
    public void AWallThatDrawsMoreOftenThanIsSentIsThinnedOutEvenly()
    {
        var stream = new LocalStream();
        var options = s_options with { FrameRate = 10 };
        Run(stream, options, 30, (_, frame) => stream.WaitFor(written => written.Pictures.Count == frame.Index / 3 + 1));
        Assert.Equal(10, stream.Pictures.Count);
        Assert.All(stream.Pictures, (picture, i) => Assert.Equal(i * 100, picture.Pts.Milliseconds, 1.0));
    }

    [Fact]
    public void AWallThatStandsStillIsSentTenTimesASecond()
    {
        var stream = new LocalStream();
        Run(stream, s_options, 60, (_, frame) => stream.WaitFor(written => written.Pictures.Count >= frame.Index / 4), isMoving: false);
        Assert.InRange(stream.Pictures.Count, 18, 32);
    }

    [Fact]
    public void TheRenderAndAudioThreadsNeverWaitAndNeverAllocate()
    {
        var stream = new LocalStream();
        using var publisher = new ProgrammePublisher(stream, s_options, new SystemClock());
        var block = new float[960];
        var at = 0;
        for (; at < 400; at++) publisher.WriteAudio(block, MediaTime.FromMilliseconds(10 * at));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (; at < 800; at++) publisher.WriteAudio(block, MediaTime.FromMilliseconds(10 * at));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Run(LocalStream stream, ProgrammeOptions options, long frames, Action<Wall, FrameTime> look, bool isMoving = true)
    {
        using var wall = new Wall();
        using var publisher = new ProgrammePublisher(stream, options, new SystemClock());
        for (var i = 0L; i < frames; i++)
        {
            var at = MediaTime.FromUnits(i, 30);
            if (isMoving || i == 0) wall.Paint((byte)(40 + 5 * (i % 30)));
            for (var block = at.ToUnits(100); block < MediaTime.FromUnits(i + 1, 30).ToUnits(100); block++) publisher.WriteAudio(Wall.Tone, MediaTime.FromUnits(block, 100));
            var frame = new FrameTime(i, default, at);
            publisher.Take(wall, frame, isMoving || i == 0);
            look(wall, frame);
        }

        Assert.Null(publisher.Fault);
        Assert.Equal(0, publisher.Dropped);
    }

    private static Lease<VideoFrame> Newest(VideoStream stream)
    {
        stream.Due = MediaTime.MaxValue;
        while (stream.Urgency(default) != long.MaxValue) stream.Step(default);
        Assert.True(stream.TryTakeDue(MediaTime.MaxValue, out var frame), stream.Statistics.Cause);
        return frame;
    }

    private static double Brightness(VideoFrame frame)
    {
        var sum = 0L;
        for (var y = 0; y < frame.Height; y++)
            foreach (var code in frame[0].Row(y)) sum += code;
        return (double)sum / frame.Width / frame.Height;
    }
}
