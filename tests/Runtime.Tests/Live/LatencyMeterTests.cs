using ConfEngine.Core.Time;
using ConfEngine.Runtime.Live;

namespace ConfEngine.Runtime.Tests.Live;

public sealed class LatencyMeterTests
{
    [Fact]
    public void Percentiles_are_those_of_what_was_counted()
    {
        var meter = new LatencyMeter();
        Assert.True(double.IsNaN(meter.Percentile(0.5)));
        for (var i = 1; i <= 100; i++) meter.Add(MediaTime.FromMilliseconds(i));
        Assert.Equal(50, meter.Percentile(0.5));
        Assert.Equal(95, meter.Percentile(0.95));
        Assert.Equal(100, meter.Percentile(1));
    }

    [Fact]
    public void What_is_out_of_range_is_counted_at_its_ends()
    {
        var meter = new LatencyMeter();
        meter.Add(MediaTime.FromMilliseconds(-5));
        meter.Add(MediaTime.FromSeconds(60));
        Assert.Equal(0, meter.Percentile(0.5));
        Assert.Equal(1000, meter.Percentile(1));
    }
}
