using ConfEngine.Audio.Devices;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Runtime.Tests;

/// <summary>The garbage collector stops every thread, so the live loop must give it nothing to do.</summary>
public sealed class AllocationTests
{
    private const int WarmUp = 60;
    private const int Measured = 60;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheRenderThreadAllocatesNothingInSteadyState(bool withOverlay)
    {
        var clock = new SystemClock();
        var options = EngineFixture.Options("test:size=64x36:codec=h264:talk=0/2/1", "test:size=64x36:talk=1/2/1", "/nowhere/at/all.mp4") with { IsOffline = false, ShowOverlay = withOverlay };
        using var engine = EngineFixture.Create(options, clock, new NullDevice(clock));
        long before = 0, after = 0;
        engine.AddSink(new EngineFixture.Watcher((in FrameTime _, bool _) =>
        {
            if (engine.FrameStatistics.Frames == WarmUp) before = GC.GetAllocatedBytesForCurrentThread();
            if (engine.FrameStatistics.Frames == WarmUp + Measured) after = GC.GetAllocatedBytesForCurrentThread();
            if (engine.FrameStatistics.Frames > WarmUp + Measured) engine.Commands.TryEnqueue(new EngineCommand.Stop());
        }));
        engine.Start();
        new FrameLoop(engine, clock, clock).Run(TestContext.Current.CancellationToken);
        Assert.True(engine.Sources[0].Statistics.Shown > 0);
        // The missing file is opened again at a second and at three: what that makes is the price of trying, not of the frame.
        var attempts = 2 * 16_384;
        Assert.InRange(after - before, 0, attempts);
    }

    [Fact]
    public void WithoutFaultsNotASingleByte()
    {
        var clock = new SystemClock();
        var options = EngineFixture.Options("test:size=64x36:codec=h264:talk=0/2/1", "test:size=64x36:talk=1/2/1") with { IsOffline = false, CanvasLayout = PixelLayout.I420 };
        using var engine = EngineFixture.Create(options, clock, new NullDevice(clock));
        long before = 0, after = 0;
        engine.AddSink(new EngineFixture.Watcher((in FrameTime _, bool _) =>
        {
            if (engine.FrameStatistics.Frames == WarmUp) before = GC.GetAllocatedBytesForCurrentThread();
            if (engine.FrameStatistics.Frames == WarmUp + Measured) after = GC.GetAllocatedBytesForCurrentThread();
        }));
        engine.Start();
        new FrameLoop(engine, clock, clock).Run(TestContext.Current.CancellationToken, WarmUp * 4 + Measured * 2);
        Assert.True(engine.FrameStatistics.Frames > WarmUp + Measured);
        Assert.Equal(0, after - before);
    }
}
