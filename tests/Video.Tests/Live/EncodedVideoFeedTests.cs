using ConfEngine.Core.Time;
using ConfEngine.Video.Live;

namespace ConfEngine.Video.Tests.Live;

public sealed class EncodedVideoFeedTests
{
    private static readonly byte[] s_frame = new byte[100];
    private readonly EncodedVideoFeed _feed = new(new ManualClock());
    private int _written;

    public EncodedVideoFeedTests() => _feed.Written = () => _written++;

    [Fact]
    public void ANewDecoderWishesForAKeyFrameAtOnce()
    {
        Assert.True(_feed.TakeKeyFrameWish());
        Assert.False(_feed.TakeKeyFrameWish());
    }

    [Fact]
    public void TheFirstFrameMustBeAKeyFrame()
    {
        Assert.True(_feed.TakeKeyFrameWish());
        Assert.False(Write(0, false));
        Assert.True(_feed.TakeKeyFrameWish());
        Assert.False(_feed.TakeKeyFrameWish());
        Assert.True(Write(1, true));
        Assert.True(Write(2, false));
        Assert.Equal((2, 1L, 2), (_feed.Count, _feed.Dropped, _written));
    }

    [Fact]
    public void WhenFullEverythingUpToTheNextKeyFrameGoes()
    {
        using var live = new LiveStream();
        var frames = Coded.Make(LiveCodec.Vp8, 12, 32, 32, keyEvery: 10);
        for (var i = 0; i < 8; i++) Assert.True(frames[i].WriteTo(live.Feed));
        Assert.False(live.Feed.TakeKeyFrameWish());
        Assert.False(frames[8].WriteTo(live.Feed));
        Assert.True(live.Feed.TakeKeyFrameWish());
        // What waits is still of use.
        using (var newest = live.Newest()) Assert.Equal(frames[7].Pts, newest.Value.Pts);
        Assert.Equal(0, live.Feed.Count);
        // Room alone is not enough: the chain is broken.
        Assert.False(frames[9].WriteTo(live.Feed));
        Assert.True(frames[10].WriteTo(live.Feed));
        Assert.True(frames[11].WriteTo(live.Feed));
        Assert.Equal((2, 2L), (live.Feed.Count, live.Feed.Dropped));
    }

    [Fact]
    public void AKeyFrameFindsRoomByItself()
    {
        for (var i = 0; i < 8; i++) Write(i, i == 0);
        Assert.True(Write(8, true));
        Assert.Equal((1, 8L), (_feed.Count, _feed.Dropped));
        Assert.False(_feed.TakeKeyFrameWish());
    }

    [Fact]
    public void AWishIsRenewedWhileNothingUsefulComes()
    {
        var wishes = 0;
        for (var i = 0; i < 60; i++)
        {
            Write(i, false);
            if (_feed.TakeKeyFrameWish()) wishes++;
        }

        // Two seconds at one every half.
        Assert.Equal(4, wishes);
        Write(60, true);
        Assert.False(_feed.TakeKeyFrameWish());
    }

    [Fact]
    public void AFrameBeyondTheLimitBreaksTheChainAndAnEmptyOneDoesNot()
    {
        Write(0, true);
        Assert.False(_feed.TryWrite([], LiveCodec.Vp8, false, MediaTime.Zero, 0));
        Assert.True(Write(1, false));
        Assert.False(_feed.TryWrite(new byte[EncodedVideoFeed.MostFrameBytes + 1], LiveCodec.Vp8, true, MediaTime.Zero, 0));
        Assert.False(Write(2, false));
        Assert.True(_feed.TakeKeyFrameWish());
    }

    [Fact]
    public void AfterTheEndNothingIsTaken()
    {
        _feed.End();
        Assert.Equal(1, _written);
        Assert.False(Write(0, true));
        Assert.True(_feed.HasEnded);
    }

    [Fact]
    public void WritingCostsNoManagedMemoryOnceItHasSettled()
    {
        for (var i = 0; i < 100; i++) Write(i, i % 20 == 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 100; i < 1000; i++) Write(i, i % 20 == 0);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private bool Write(int number, bool isKeyFrame) => _feed.TryWrite(s_frame, LiveCodec.Vp8, isKeyFrame, MediaTime.FromUnits(number, 30), 0);
}
