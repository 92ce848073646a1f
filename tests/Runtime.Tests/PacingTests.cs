using ConfEngine.Core.Time;
using ConfEngine.Runtime.Sources;

namespace ConfEngine.Runtime.Tests;

public sealed class PacingTests
{
    [Fact]
    public void DeadlinesDoNotDrift()
    {
        var clock = new ManualClock();
        var pacer = new FramePacer(clock, 30);
        for (var i = 0; i < 30 * 3600; i++) Assert.Equal(0, pacer.WaitForNext());
        Assert.Equal(MediaTime.FromSeconds(3600), new Instant(clock.Now.Nanoseconds) - default(Instant));
    }

    [Theory]
    [InlineData(10, 0, 1)]
    [InlineData(40, 0, 1)]
    [InlineData(70, 1, 2)]
    [InlineData(1000, 29, 30)]
    public void LateFramesCostWholeIntervals(double workMilliseconds, long skipped, long index)
    {
        var clock = new ManualClock();
        var pacer = new FramePacer(clock, 30);
        clock.Advance(MediaTime.FromMilliseconds(workMilliseconds));
        Assert.Equal(skipped, pacer.WaitForNext());
        Assert.Equal(index, pacer.Index);
        Assert.True(clock.Now >= pacer.Deadline);
    }

    [Fact]
    public void BackoffDoublesUpToHalfAMinuteAndStartsAgain()
    {
        var backoff = new Backoff();
        Assert.Equal([1, 2, 4, 8, 16, 30, 30], Enumerable.Range(0, 7).Select(_ => backoff.Next().Nanoseconds / 1_000_000_000));
        backoff.Reset();
        Assert.Equal(1, backoff.Next().Seconds);
    }
}
