namespace ConfEngine.Core.Threading;

/// <summary>What a <see cref="BoundedQueue{T}"/> does when an item comes and there is no room.</summary>
public enum FullPolicy
{
    /// <summary>The new item is refused and counted.</summary>
    Refuse,

    /// <summary>The oldest item makes room and is counted.</summary>
    DropOldest,
}

/// <summary>A first-in first-out queue with a fixed capacity, a rule for "full" and a counter of what the rule cost.
/// Any number of threads on either side; no allocation after construction.</summary>
/// <typeparam name="T">The item type.</typeparam>
public sealed class BoundedQueue<T>
{
    private readonly T[] _items;
    private readonly FullPolicy _policy;
    private readonly Action<T>? _onDropped;
    private readonly Lock _gate = new();
    private int _head;
    private int _count;
    private long _dropped;

    /// <summary>Makes an empty queue.</summary>
    /// <param name="capacity">The most it holds.</param>
    /// <param name="policy">What happens when it is full.</param>
    /// <param name="onDropped">Gets every item that <see cref="FullPolicy.DropOldest"/> or <see cref="Clear"/> throws out, so that leases go back.</param>
    public BoundedQueue(int capacity, FullPolicy policy, Action<T>? onDropped = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _items = new T[capacity];
        _policy = policy;
        _onDropped = onDropped;
    }

    /// <summary>The most it holds.</summary>
    public int Capacity => _items.Length;

    /// <summary>How many items wait.</summary>
    public int Count
    {
        get { lock (_gate) return _count; }
    }

    /// <summary>How many items the full rule has cost so far.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Adds an item at the end.</summary>
    /// <returns>False when the item was refused; the caller still owns it then.</returns>
    public bool TryEnqueue(T item)
    {
        T? victim = default;
        var full = false;
        lock (_gate)
        {
            if (_count == _items.Length)
            {
                Interlocked.Increment(ref _dropped);
                if (_policy == FullPolicy.Refuse) return false;
                full = true;
                victim = RemoveHead();
            }

            _items[(_head + _count++) % _items.Length] = item;
        }

        if (full) _onDropped?.Invoke(victim!);
        return true;
    }

    /// <summary>Takes the oldest item.</summary>
    public bool TryDequeue(out T item)
    {
        lock (_gate)
        {
            if (_count == 0)
            {
                item = default!;
                return false;
            }

            item = RemoveHead();
            return true;
        }
    }

    /// <summary>Shows the oldest item and leaves it where it is.</summary>
    public bool TryPeek(out T item)
    {
        lock (_gate)
        {
            item = _count == 0 ? default! : _items[_head];
            return _count > 0;
        }
    }

    /// <summary>Throws everything out; does not count as dropped.</summary>
    public void Clear()
    {
        while (TryDequeue(out var item)) _onDropped?.Invoke(item);
    }

    private T RemoveHead()
    {
        var item = _items[_head];
        _items[_head] = default!;
        _head = (_head + 1) % _items.Length;
        _count--;
        return item;
    }
}
