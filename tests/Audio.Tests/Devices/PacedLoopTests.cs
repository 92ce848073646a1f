using ConfEngine.Audio.Devices;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Tests.Devices;

public class PacedLoopTests
{
    [Fact]
    public void One_block_every_ten_milliseconds_and_late_wake_ups_are_caught_up()
    {
        var clock = new ManualClock();
        var source = new CountingSource();
        var loop = new PacedLoop(clock, null);
        loop.Begin(source, MediaTime.FromSeconds(5));
        loop.RenderDue(clock.Now);
        Assert.Equal([5000], source.Asked);
        clock.Advance(MediaTime.FromMilliseconds(9));
        loop.RenderDue(clock.Now);
        Assert.Single(source.Asked);
        clock.Advance(MediaTime.FromMilliseconds(35));
        loop.RenderDue(clock.Now);
        Assert.Equal([5000, 5010, 5020, 5030, 5040], source.Asked);
        Assert.Equal(5044, loop.Position.Milliseconds, 1e-6);
        Assert.Equal(0, loop.Skipped);
    }

    [Fact]
    public void Far_too_late_leaves_out_blocks_and_counts_them()
    {
        var clock = new ManualClock();
        var source = new CountingSource();
        var writer = new CountingWriter();
        var loop = new PacedLoop(clock, writer);
        loop.Begin(source, MediaTime.Zero);
        clock.Advance(MediaTime.FromSeconds(2));
        loop.RenderDue(clock.Now);
        Assert.Equal([2000], source.Asked);
        Assert.Equal(200, loop.Skipped);
        // A file has no hole.
        Assert.Equal(201, writer.Blocks);
    }

    [Fact]
    public void A_null_device_runs_on_a_virtual_clock_until_disposed()
    {
        var source = new CountingSource();
        using (var device = new NullDevice(new ManualClock()))
        {
            Assert.Equal(MediaTime.Zero, device.PlayedPosition);
            device.Start(source, MediaTime.Zero);
            while (true)
                lock (source.Asked)
                    if (source.Asked.Count >= 100) break;
        }

        Assert.Equal(Enumerable.Range(0, 100).Select(i => i * 10.0), source.Asked.Take(100));
    }

    private sealed class CountingWriter : IBlockWriter
    {
        public int Blocks { get; private set; }

        public void Write(ReadOnlySpan<float> stereoBlock) => Blocks++;
    }
}
