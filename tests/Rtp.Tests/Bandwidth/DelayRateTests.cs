using ConfEngine.Core.Time;
using ConfEngine.Rtp.Bandwidth;

namespace ConfEngine.Rtp.Tests.Bandwidth;

public sealed class DelayRateTests
{
    [Fact]
    public void A_long_jam_does_not_make_the_way_back_longer()
    {
        var rate = new DelayRate(1_000_000, minimum: 80_000);
        var roundTrip = MediaTime.FromMilliseconds(20);
        var now = default(Instant);
        for (var i = 0; i < 200; i++) rate.Update(PathUsage.Over, 10_000, roundTrip, now += MediaTime.FromMilliseconds(300));
        Assert.Equal(80_000, rate.BitsPerSecond);
        for (var i = 0; i < 100; i++) rate.Update(PathUsage.Normal, 1_000_000, roundTrip, now += MediaTime.FromMilliseconds(100));
        Assert.InRange(rate.BitsPerSecond, 150_000, 250_000);
    }
}
