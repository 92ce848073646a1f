namespace ConfEngine.Transport.Net;

/// <summary>Datagrams waiting to be sent: a ring of slots that are made on first use and kept, so that steady state allocates nothing.
/// Full means the newest is dropped and counted, as a network would.</summary>
public sealed class DatagramQueue
{
    /// <summary>Room for one datagram in bytes: an Ethernet frame's worth, which leaves 300 bytes beyond the 1200 that WebRTC sends.</summary>
    public const int SlotSize = 1500;

    private readonly byte[]?[] _slots;
    private readonly int[] _lengths;
    private readonly NetworkPath[] _paths;
    private int _head;
    private int _count;

    /// <summary>An empty queue.</summary>
    /// <param name="capacity">How many datagrams may wait.</param>
    public DatagramQueue(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _slots = new byte[capacity][];
        _lengths = new int[capacity];
        _paths = new NetworkPath[capacity];
    }

    /// <summary>How many datagrams wait.</summary>
    public int Count => _count;

    /// <summary>How many datagrams found the queue full.</summary>
    public long Dropped { get; private set; }

    /// <summary>Gives the next free slot to be written in place, or says no and counts. Nothing is queued before <see cref="Commit"/>.</summary>
    public bool TryReserve(out Span<byte> slot)
    {
        slot = default;
        if (_count == _slots.Length)
        {
            Dropped++;
            return false;
        }

        // An empty queue starts over, so that a quiet peer keeps one slot warm instead of walking through all of them.
        if (_count == 0) _head = 0;
        slot = _slots[Tail] ??= new byte[SlotSize];
        return true;
    }

    /// <summary>Queues the first <paramref name="length"/> bytes of the slot that <see cref="TryReserve"/> gave.</summary>
    public void Commit(int length, in NetworkPath path)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, SlotSize);
        _lengths[Tail] = length;
        _paths[Tail] = path;
        _count++;
    }

    /// <summary>Queues a copy. False, and counted, when the queue is full or the datagram too long.</summary>
    public bool TryEnqueue(ReadOnlySpan<byte> datagram, in NetworkPath path)
    {
        if (datagram.Length > SlotSize)
        {
            Dropped++;
            return false;
        }

        if (!TryReserve(out var slot)) return false;
        datagram.CopyTo(slot);
        Commit(datagram.Length, path);
        return true;
    }

    /// <summary>Takes the oldest datagram. Its bytes stay valid until the next datagram is queued.</summary>
    public bool TryDequeue(out ReadOnlySpan<byte> datagram, out NetworkPath path)
    {
        datagram = default;
        path = default;
        if (_count == 0) return false;
        datagram = _slots[_head].AsSpan(0, _lengths[_head]);
        path = _paths[_head];
        _head = (_head + 1) % _slots.Length;
        _count--;
        return true;
    }

    private int Tail => (_head + _count) % _slots.Length;
}
