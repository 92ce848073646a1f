using ConfEngine.Core.Stats;

namespace ConfEngine.Core.Tests;

public sealed class FrameStatisticsTests
{
    [Fact]
    public void WaitingIsNotWork()
    {
        var statistics = new FrameStatistics(4);
        statistics.BeginFrame();
        statistics.Add(FramePhase.Compose, 5);
        statistics.Add(FramePhase.Compose, 2);
        statistics.Add(FramePhase.Wait, 100);
        Assert.Equal(7, statistics.Work(0));
        Assert.Equal(100, statistics.Get(FramePhase.Wait, 0));
        Assert.Equal(7, statistics.Total(FramePhase.Compose));
    }

    [Fact]
    public void PercentilesCoverTheFinishedFramesKept()
    {
        var statistics = new FrameStatistics(101);
        Assert.Equal((0, 0, 0), statistics.WorkPercentiles());
        for (var i = 1; i <= 300; i++)
        {
            statistics.BeginFrame();
            statistics.Add(FramePhase.Streams, i);
        }

        // Kept: 200..299 finished, 300 still running.
        Assert.Equal((250, 295, 299), statistics.WorkPercentiles());
        Assert.Equal(300, statistics.Frames);
        Assert.Equal(299, statistics.Work(1));
    }

    [Fact]
    public void RecordingAllocatesNothing()
    {
        var statistics = new FrameStatistics();
        // More turns than the runtime needs to have compiled everything for good.
        for (var i = 0; i < 200; i++) Turn();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) Turn();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Turn()
        {
            statistics.BeginFrame();
            for (var phase = FramePhase.Begin; phase <= FramePhase.Wait; phase++) statistics.Add(phase, 1);
            statistics.WorkPercentiles();
        }
    }
}
