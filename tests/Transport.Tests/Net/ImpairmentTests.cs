using System.Buffers.Binary;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Tests.Net;

public class ImpairmentTests
{
    private static readonly MediaTime Millisecond = MediaTime.FromMilliseconds(1);

    [Fact]
    public void A_perfect_network_hands_everything_on_at_once_and_unchanged()
    {
        var network = new Impairment(new ImpairmentOptions(), 1);
        var path = new NetworkPath(3, UdpAddress.FromBytes([10, 0, 0, 1], 99));
        network.Offer([1, 2, 3], path, new Instant(5));
        Assert.Equal(new Instant(5), network.NextDeadline);
        Assert.False(network.TryTake(new Instant(4), out _, out _, out _));
        Assert.True(network.TryTake(new Instant(9), out var datagram, out var from, out var arrival));
        Assert.Equal([1, 2, 3], datagram.ToArray());
        Assert.Equal(path, from);
        Assert.Equal(new Instant(5), arrival);
        Assert.Null(network.NextDeadline);
        Assert.Equal(0, network.Count);
    }

    [Theory]
    [InlineData(0.01, 0)]
    [InlineData(0.05, 0)]
    [InlineData(0.3, 0)]
    [InlineData(0.05, 5)]
    [InlineData(0.2, 10)]
    public void It_loses_the_part_it_was_told_in_bursts_of_the_length_it_was_told(double loss, double burst)
    {
        var numbers = Numbers(Run(new ImpairmentOptions { Loss = loss, MeanBurst = burst }, 100_000));
        Assert.InRange(1 - numbers.Count / 100_000.0, loss * 0.85, loss * 1.15);
        var bursts = numbers.Zip(numbers.Skip(1), (left, right) => right - left - 1).Where(gap => gap > 0).Average();
        var expected = burst > 1 ? burst : 1 / (1 - loss);
        Assert.InRange(bursts, expected * 0.85, expected * 1.15);
    }

    [Fact]
    public void All_lost_is_all_lost_and_a_burst_ends_with_the_loss()
    {
        Assert.Empty(Run(new ImpairmentOptions { Loss = 1, MeanBurst = 4 }, 1000));
        Assert.Equal(1000, Run(new ImpairmentOptions { MeanBurst = 4 }, 1000).Count);
    }

    [Fact]
    public void Jitter_keeps_the_order_unless_it_may_reorder()
    {
        var options = new ImpairmentOptions { Delay = Millisecond * 20, Jitter = Millisecond * 30 };
        var inOrder = Run(options, 5000);
        var mixed = Run(options with { Reorders = true }, 5000);
        Assert.Equal(Enumerable.Range(0, 5000), Numbers(inOrder));
        Assert.NotEqual(Enumerable.Range(0, 5000), Numbers(mixed));
        Assert.Equal(Enumerable.Range(0, 5000), Numbers(mixed).Order());
        var delays = mixed.Select(one => (one.At - new Instant(one.Number * Millisecond.Nanoseconds)).Milliseconds).ToList();
        Assert.InRange(delays.Min(), 20, 21);
        Assert.InRange(delays.Average(), 34, 36);
        Assert.InRange(delays.Max(), 49, 50);
    }

    [Fact]
    public void Some_come_twice()
    {
        var numbers = Numbers(Run(new ImpairmentOptions { Duplicates = 0.1 }, 10_000));
        Assert.InRange(numbers.Count, 10_850, 11_150);
        Assert.Equal(10_000, numbers.Distinct().Count());
    }

    [Fact]
    public void The_same_seed_has_the_same_fate_and_another_has_not()
    {
        var options = new ImpairmentOptions { Loss = 0.2, MeanBurst = 3, Jitter = Millisecond * 9, Reorders = true, Duplicates = 0.1 };
        Assert.Equal(Run(options, 500, seed: 7), Run(options, 500, seed: 7));
        Assert.NotEqual(Run(options, 500, seed: 7), Run(options, 500, seed: 8));
        // The jitter of what comes through does not depend on how much is lost.
        var lossless = Run(options with { Loss = 0, Duplicates = 0 }, 500, seed: 7);
        Assert.Subset(lossless.ToHashSet(), Run(options with { Duplicates = 0 }, 500, seed: 7).ToHashSet());
    }

    [Fact]
    public void The_bottleneck_carries_its_rate_and_drops_the_newest_when_its_queue_is_full()
    {
        // 1000 bytes a millisecond are offered where 125 fit: a datagram is through every 8 ms, headers counted.
        var options = new ImpairmentOptions { BitsPerSecond = 1_000_000, QueueBytes = 10_000 };
        var arrived = Run(options, 1000, size: 1000 - 28);
        Assert.InRange(arrived.Count, 125, 136);
        Assert.Equal([0, 1, 2], Numbers(arrived).Take(3));
        Assert.Equal(8, (arrived[50].At - arrived[49].At).Milliseconds, 3);
        // Nobody waits longer than the queue is deep.
        Assert.InRange(arrived.Max(one => (one.At - new Instant(one.Number * Millisecond.Nanoseconds)).Milliseconds), 70, 80);
    }

    [Fact]
    public void A_change_of_rate_speeds_up_what_waits()
    {
        var network = new Impairment(new ImpairmentOptions { BitsPerSecond = 80_000, QueueBytes = 100_000 }, 1);
        var body = new byte[1000 - 28];
        for (var i = 0; i < 10; i++) network.Offer(body, default, default);
        // Each takes 100 ms; half of the first has gone when the link becomes ten times as fast.
        Assert.Equal(new Instant(100 * Millisecond.Nanoseconds), network.NextDeadline);
        network.Change(network.Options with { BitsPerSecond = 800_000 }, new Instant(50 * Millisecond.Nanoseconds));
        Assert.Equal(new Instant(55 * Millisecond.Nanoseconds), network.NextDeadline);
        var last = default(Instant);
        var count = 0;
        while (network.TryTake(new Instant(1_000_000_000), out _, out _, out var arrival)) (count, last) = (count + 1, arrival);
        Assert.Equal(10, count);
        Assert.Equal(new Instant(145 * Millisecond.Nanoseconds), last);

        for (var i = 0; i < 10; i++) network.Offer(body, default, new Instant(1_000_000_000));
        network.Change(network.Options with { BitsPerSecond = 0 }, new Instant(1_000_000_001));
        for (var i = 0; i < 10; i++) Assert.True(network.TryTake(new Instant(1_000_000_001), out _, out _, out _));
    }

    [Fact]
    public void It_holds_no_more_than_its_capacity_and_takes_no_giants()
    {
        var network = new Impairment(new ImpairmentOptions { Delay = Millisecond }, 1, capacity: 10);
        for (var i = 0; i < 25; i++) network.Offer([1], default, default);
        network.Offer(new byte[Impairment.SlotSize + 1], default, default);
        Assert.Equal(10, network.Count);
        Assert.Equal(16, network.Overflowed);
        var taken = 0;
        while (network.TryTake(new Instant(Millisecond.Nanoseconds), out _, out _, out _)) taken++;
        Assert.Equal(10, taken);
        Assert.Equal(0, network.Count);
        Assert.Equal(26, network.Offered);
        Assert.Equal(10, network.Delivered);
    }

    [Fact]
    public void Steady_state_allocates_nothing()
    {
        var options = new ImpairmentOptions { Loss = 0.1, Jitter = Millisecond * 20, Duplicates = 0.1, BitsPerSecond = 5_000_000, Reorders = true };
        var network = new Impairment(options, 1, capacity: 100);
        var body = new byte[500];
        // Every slot is made once.
        for (var i = 0; i < 200; i++) network.Offer(body, default, default);
        Push(0, 2000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Push(2000, 4000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Push(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                var now = new Instant(i * Millisecond.Nanoseconds);
                network.Offer(body, default, now);
                while (network.TryTake(now, out _, out _, out _)) { }
            }
        }
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Impairment(new ImpairmentOptions { Loss = 1.1 }, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Impairment(new ImpairmentOptions { Jitter = -Millisecond }, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Impairment(new ImpairmentOptions(), 1, capacity: 0));
    }

    private static List<int> Numbers(List<(int Number, Instant At)> arrived) => arrived.ConvertAll(one => one.Number);

    // One numbered datagram a millisecond.
    private static List<(int Number, Instant At)> Run(ImpairmentOptions options, int count, int seed = 42, int size = 4)
    {
        var network = new Impairment(options, seed);
        var arrived = new List<(int, Instant)>();
        var body = new byte[size];
        for (var i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(body, i);
            var now = new Instant(i * Millisecond.Nanoseconds);
            Take(now);
            network.Offer(body, default, now);
        }

        while (network.NextDeadline is { } next) Take(next);
        Assert.Equal(0, network.Count);
        return arrived;

        void Take(Instant now)
        {
            while (network.TryTake(now, out var datagram, out _, out var at)) arrived.Add((BinaryPrimitives.ReadInt32BigEndian(datagram), at));
        }
    }
}
