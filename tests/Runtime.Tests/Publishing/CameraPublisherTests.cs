using ConfEngine.Core.Time;
using ConfEngine.Runtime.Publishing;
using ConfEngine.Video.Live;
using ConfEngine.Video.Synthetic;

namespace ConfEngine.Runtime.Tests.Publishing;

/// <summary>The camera's thread on the real clock: it has no other.</summary>
public sealed class CameraPublisherTests
{
    private static readonly TestPicture s_picture = new() { Width = 320, Height = 180, FrameRate = 100 };

    [Theory]
    [InlineData(LiveCodec.H264)]
    [InlineData(LiveCodec.Vp8)]
    public void EveryLayerStartsWithAKeyFrameAndKeepsToOneTimeLine(LiveCodec codec)
    {
        var stream = new LocalStream();
        var clock = new SystemClock();
        var zero = clock.Now - MediaTime.FromSeconds(5);
        using (new CameraPublisher(Options() with { Codec = codec, Zero = zero }, stream, clock)) stream.WaitFor(written => written.Pictures.Count >= 20);
        var pictures = stream.Pictures;
        Assert.Equal([0, 1], pictures.Select(picture => picture.Layer).Distinct().Order());
        foreach (var layer in pictures.GroupBy(picture => picture.Layer))
        {
            Assert.True(layer.First().IsKeyFrame);
            Assert.Equal(layer.Select(picture => picture.Pts).Order().Distinct(), layer.Select(picture => picture.Pts));
        }

        Assert.InRange(pictures[0].Pts.Seconds, 5, 600);
    }

    [Fact]
    public void AWishIsFulfilledInItsLayerOnly()
    {
        var stream = new LocalStream();
        using var camera = new CameraPublisher(Options(), stream, new SystemClock());
        stream.WaitFor(written => written.Pictures.Count >= 4);
        stream.WishForKeyFrame(1);
        stream.WaitFor(written => written.Pictures.Count(picture => picture.IsKeyFrame) == 3);
        Assert.Equal(1, stream.Pictures.Last(picture => picture.IsKeyFrame).Layer);
    }

    [Fact]
    public void WhatTheNetworkDoesNotTakeIsCounted()
    {
        var stream = new LocalStream { IsFull = true };
        using var camera = new CameraPublisher(Options(), stream, new SystemClock());
        stream.WaitFor(_ => camera.Refused > 2);
    }

    private static CameraOptions Options() => new() { Uri = "test:", Test = s_picture, FrameRate = 100 };
}
