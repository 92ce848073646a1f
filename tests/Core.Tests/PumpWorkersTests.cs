using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;

namespace ConfEngine.Core.Tests;

public sealed class PumpWorkersTests
{
    private sealed class Counted(long urgency, int steps, List<string>? log = null, string name = "") : IPumped
    {
        private int _inside;
        private int _left = steps;

        public int Overlaps { get; private set; }

        public int Left => Volatile.Read(ref _left);

        public long Urgency(Instant now) => Left > 0 ? urgency : long.MaxValue;

        public void Step(Instant now)
        {
            if (Interlocked.Increment(ref _inside) > 1) Overlaps++;
            log?.Add(name);
            Thread.Yield();
            Interlocked.Decrement(ref _left);
            Interlocked.Decrement(ref _inside);
        }
    }

    [Fact]
    public void WithoutThreadsTheMostUrgentGoesFirst()
    {
        var log = new List<string>();
        using var workers = new PumpWorkers(new ManualClock(), 0, "test");
        workers.Add(new Counted(20, 2, log, "later"));
        workers.Add(new Counted(10, 2, log, "sooner"));
        while (workers.StepOrWait())
        {
        }

        Assert.Equal(["sooner", "sooner", "later", "later"], log);
    }

    [Fact]
    public void NoItemIsEverOnTwoWorkers()
    {
        var items = Enumerable.Range(0, 5).Select(i => new Counted(i, 400)).ToList();
        using var workers = new PumpWorkers(new ManualClock(), 3, "test");
        foreach (var item in items) workers.Add(item);
        while (items.Exists(item => item.Left > 0)) workers.StepOrWait();
        Assert.All(items, item => Assert.Equal(0, item.Overlaps));
        Assert.All(items, item => Assert.Equal(0, item.Left));
    }

    [Fact]
    public void TheOwnerIsToldThatAllIsDoneOnlyWhenItIs()
    {
        using var workers = new PumpWorkers(new ManualClock(), 3, "test");
        for (var round = 0; round < 2_000; round++)
        {
            var item = new Counted(0, 3);
            workers.Add(item);
            while (workers.StepOrWait())
            {
            }

            Assert.Equal(0, item.Left);
            workers.Remove(item);
        }
    }

    [Fact]
    public void AfterRemoveNobodyIsInside()
    {
        var item = new Counted(0, int.MaxValue);
        using var workers = new PumpWorkers(new ManualClock(), 2, "test");
        workers.Add(item);
        // The owner's own steps prove nothing about the threads; waiting for one of theirs does.
        while (item.Left > int.MaxValue - 10) workers.StepOrWait();
        workers.Remove(item);
        var left = item.Left;
        Thread.Yield();
        Assert.Equal(left, item.Left);
    }

    [Fact]
    public void SleepingWorkersWakeForWhatBecomesDue()
    {
        using var done = new ManualResetEventSlim();
        var gate = new Gated(done);
        using var workers = new PumpWorkers(new ManualClock(), 2, "test");
        workers.Add(gate);
        gate.IsOpen = true;
        workers.Wake();
        Assert.True(done.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    private sealed class Gated(ManualResetEventSlim done) : IPumped
    {
        public volatile bool IsOpen;

        public long Urgency(Instant now) => IsOpen ? 0 : long.MaxValue;

        public void Step(Instant now)
        {
            IsOpen = false;
            done.Set();
        }
    }
}
