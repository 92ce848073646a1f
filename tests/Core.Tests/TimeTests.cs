using ConfEngine.Core.Time;

namespace ConfEngine.Core.Tests;

public sealed class TimeTests
{
    [Theory]
    [InlineData(0, 30, 0)]
    [InlineData(1, 30, 33_333_333)]
    [InlineData(30, 30, 1_000_000_000)]
    [InlineData(48_000L * 3600 * 24 * 365, 48_000, 31_536_000_000_000_000)]
    public void UnitsBecomeExactTimes(long count, int perSecond, long nanoseconds) =>
        Assert.Equal(nanoseconds, MediaTime.FromUnits(count, perSecond).Nanoseconds);

    [Theory]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(48_000)]
    public void UnitsAddUpOverDays(int perSecond)
    {
        var second = MediaTime.FromUnits(perSecond, perSecond);
        for (long day = 0; day < 5; day++)
            Assert.Equal(second * (day * 86_400), MediaTime.FromUnits(day * 86_400 * perSecond, perSecond));
    }

    [Fact]
    public void TheManualClockOnlyGoesForward()
    {
        var clock = new ManualClock();
        clock.WaitUntil(new Instant(500));
        clock.WaitUntil(new Instant(100));
        Assert.Equal(500, clock.Now.Nanoseconds);
        clock.Advance(MediaTime.FromSeconds(2));
        Assert.Equal(TimeSpan.FromTicks(20_000_005), clock.WallNow - new ManualClock().WallNow);
    }

    [Fact]
    public void TheSystemClockReachesItsDeadline()
    {
        var clock = new SystemClock();
        var deadline = clock.Now + MediaTime.FromMilliseconds(3);
        clock.WaitUntil(deadline);
        Assert.True(clock.Now >= deadline);
        clock.WaitUntil(deadline);
    }
}
