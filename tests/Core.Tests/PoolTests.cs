using ConfEngine.Core.Media;
using ConfEngine.Core.Memory;

namespace ConfEngine.Core.Tests;

public sealed class PoolTests
{
    private sealed class Item : IRecyclable, IDisposable
    {
        public int Recycled { get; private set; }

        public bool IsDisposed { get; private set; }

        public void Recycle() => Recycled++;

        public void Dispose() => IsDisposed = true;
    }

    [Fact]
    public void AnObjectComesBackAndIsHandedOutAgain()
    {
        using var pool = new Pool<Item>("items", 2, () => new Item());
        Assert.True(pool.TryRent(out var first));
        var item = first.Value;
        first.Dispose();
        Assert.Equal(1, item.Recycled);
        Assert.True(pool.TryRent(out var second));
        Assert.Same(item, second.Value);
        Assert.Equal(1, pool.Rented);
        second.Dispose();
        Assert.Equal(0, pool.Rented);
    }

    [Fact]
    public void ThePoolSaysNoWhenAllAreOut()
    {
        using var pool = new Pool<Item>("items", 1, () => new Item());
        Assert.True(pool.TryRent(out var lease));
        Assert.False(pool.TryRent(out _));
        lease.Dispose();
        Assert.True(pool.TryRent(out var again));
        again.Dispose();
    }

    [Fact]
    public void ASecondReturnIsAnError()
    {
        using var pool = new Pool<Item>("items", 1, () => new Item());
        pool.TryRent(out var lease);
        var copy = lease;
        lease.Dispose();
        Assert.Throws<ObjectDisposedException>(() => copy.Dispose());
    }

    [Fact]
    public void UseAfterReturnIsAnErrorEvenWhenSomebodyElseHoldsTheObject()
    {
        using var pool = new Pool<Item>("items", 1, () => new Item());
        pool.TryRent(out var stale);
        stale.Dispose();
        pool.TryRent(out var current);
        Assert.Throws<ObjectDisposedException>(() => stale.Value);
        Assert.NotNull(current.Value);
        current.Dispose();
    }

    [Fact]
    public void ALeaseOutlivesItsPool()
    {
        var pool = new Pool<Item>("items", 2, () => new Item());
        pool.TryRent(out var held);
        pool.TryRent(out var shelved);
        var shelf = shelved.Value;
        shelved.Dispose();
        pool.Dispose();
        Assert.True(shelf.IsDisposed);
        var item = held.Value;
        Assert.False(item.IsDisposed);
        Assert.Equal(1, pool.Rented);
        held.Dispose();
        Assert.True(item.IsDisposed);
        Assert.Equal(0, pool.Rented);
        Assert.False(pool.TryRent(out _));
    }

    [Fact]
    public void AFailedConstructionLeavesItsPlaceFree()
    {
        var fail = true;
        using var pool = new Pool<Item>("items", 1, () => fail ? throw new InvalidOperationException("no") : new Item());
        Assert.Throws<InvalidOperationException>(() => pool.TryRent(out _));
        fail = false;
        Assert.True(pool.TryRent(out var lease));
        lease.Dispose();
    }

    [Fact]
    public void RentingAndReturningAllocateNothing()
    {
        using var pool = new Pool<Item>("items", 1, () => new Item());
        Cycle(pool);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) Cycle(pool);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Cycle(Pool<Item> pool)
        {
            pool.TryRent(out var lease);
            lease.Dispose();
        }
    }

    [Fact]
    public void FramesKeepTheirMemoryWhenTheyShrink()
    {
        using var frame = new OwnedVideoFrame(PixelLayout.I420, 64, 48);
        var data = frame[0].Data;
        var serial = frame.Serial;
        frame.Allocate(PixelLayout.I420, 33, 17);
        Assert.Equal(data, frame[0].Data);
        Assert.NotEqual(serial, frame.Serial);
        Assert.Equal((33, 17), (frame[0].Width, frame[0].Height));
        Assert.Equal((17, 9), (frame[1].Width, frame[1].Height));
        Assert.Equal(0, frame[1].Stride % 64);
    }
}
