using ConfEngine.Core.Threading;

namespace ConfEngine.Core.Tests;

public sealed class BoundedQueueTests
{
    [Fact]
    public void ItemsComeOutInOrderAcrossTheWrap()
    {
        var queue = new BoundedQueue<int>(3, FullPolicy.Refuse);
        var next = 0;
        for (var i = 0; i < 10; i++)
        {
            Assert.True(queue.TryEnqueue(i));
            if (i < 1) continue;
            Assert.True(queue.TryDequeue(out var item));
            Assert.Equal(next++, item);
        }
    }

    [Fact]
    public void RefuseKeepsTheOldAndCounts()
    {
        var queue = new BoundedQueue<int>(2, FullPolicy.Refuse);
        Assert.True(queue.TryEnqueue(1));
        Assert.True(queue.TryEnqueue(2));
        Assert.False(queue.TryEnqueue(3));
        Assert.Equal(1, queue.Dropped);
        Assert.True(queue.TryDequeue(out var item));
        Assert.Equal(1, item);
    }

    [Fact]
    public void DropOldestHandsTheVictimBack()
    {
        var victims = new List<int>();
        var queue = new BoundedQueue<int>(2, FullPolicy.DropOldest, victims.Add);
        for (var i = 1; i <= 4; i++) Assert.True(queue.TryEnqueue(i));
        Assert.Equal([1, 2], victims);
        Assert.Equal(2, queue.Dropped);
        queue.Clear();
        Assert.Equal([1, 2, 3, 4], victims);
        Assert.Equal(2, queue.Dropped);
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public async Task ManyThreadsLoseNothing()
    {
        const int PerThread = 20_000;
        var queue = new BoundedQueue<int>(64, FullPolicy.Refuse);
        long taken = 0, sum = 0;
        var producers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            for (var i = 1; i <= PerThread; i++)
            {
                while (!queue.TryEnqueue(i)) Thread.Yield();
            }
        }, TestContext.Current.CancellationToken)).ToArray();
        var consumer = Task.Run(() =>
        {
            while (taken < 3 * PerThread)
            {
                if (!queue.TryDequeue(out var item)) continue;
                taken++;
                sum += item;
            }
        }, TestContext.Current.CancellationToken);
        await Task.WhenAll([.. producers, consumer]);
        Assert.Equal(3L * PerThread * (PerThread + 1) / 2, sum);
    }
}
