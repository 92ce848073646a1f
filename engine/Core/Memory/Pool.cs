namespace ConfEngine.Core.Memory;

/// <summary>A bounded set of reusable objects. Objects are made on demand up to the capacity and live until the pool is disposed.
/// Renting and returning allocate nothing once every object has been made, and may happen on different threads.</summary>
/// <typeparam name="T">The pooled type; disposed with the pool when it is <see cref="IDisposable"/>.</typeparam>
public sealed class Pool<T> : IDisposable where T : class, IRecyclable
{
    private readonly Func<T> _create;
    private readonly Slot?[] _free;
    private readonly Lock _gate = new();
    private int _freeCount;
    private int _madeCount;
    private bool _disposed;

    /// <summary>Makes an empty pool.</summary>
    /// <param name="name">What the objects are for, in the words of a leak report.</param>
    /// <param name="capacity">How many may exist: the sum of everyone who can hold one.</param>
    /// <param name="create">Makes one more.</param>
    public Pool(string name, int capacity, Func<T> create)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Name = name;
        Capacity = capacity;
        _create = create;
        _free = new Slot?[capacity];
    }

    /// <summary>What the objects are for.</summary>
    public string Name { get; }

    /// <summary>How many objects may exist.</summary>
    public int Capacity { get; }

    /// <summary>How many are out now. In a test, anything but 0 at the end is a leak.</summary>
    public int Rented
    {
        get { lock (_gate) return _madeCount - _freeCount; }
    }

    /// <summary>Takes an object, or says no when all are out.</summary>
    public bool TryRent(out Lease<T> lease)
    {
        lease = default;
        Slot? slot = null;
        lock (_gate)
        {
            if (_disposed) return false;
            if (_freeCount > 0) slot = _free[--_freeCount];
            else if (_madeCount == Capacity) return false;
            else _madeCount++;
        }

        slot ??= Make();
        lease = new Lease<T>(slot, slot.Generation);
        return true;
    }

    /// <summary>Disposes the objects on the shelf; those still out are disposed when they come back.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
            _madeCount -= _freeCount;
            while (_freeCount > 0) (_free[--_freeCount]!.Item as IDisposable)?.Dispose();
        }
    }

    private Slot Make()
    {
        try
        {
            return new Slot(this, _create());
        }
        catch
        {
            lock (_gate) _madeCount--;
            throw;
        }
    }

    private void Shelve(Slot slot)
    {
        slot.Item.Recycle();
        lock (_gate)
        {
            if (!_disposed)
            {
                _free[_freeCount++] = slot;
                return;
            }

            _madeCount--;
        }

        (slot.Item as IDisposable)?.Dispose();
    }

    internal sealed class Slot(Pool<T> pool, T item)
    {
        private int _generation;

        public T Item => item;

        public int Generation => Volatile.Read(ref _generation);

        public void Return(int generation)
        {
            if (Interlocked.CompareExchange(ref _generation, generation + 1, generation) != generation)
                throw new ObjectDisposedException(typeof(T).Name, $"A lease on '{pool.Name}' was given back twice.");
            pool.Shelve(this);
        }
    }
}
