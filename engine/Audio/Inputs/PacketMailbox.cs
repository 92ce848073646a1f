namespace ConfEngine.Audio.Inputs;

/// <summary>Hands packets from the pushing thread to the audio thread without a lock, so that neither can hold up the other. A bounded ring
/// in which every cell carries a ticket (the scheme of D. Vyukov's bounded queue): both sides may take from the front, which lets the
/// writer drop the oldest when the ring is full.</summary>
internal sealed class PacketMailbox
{
    private readonly Cell[] _cells;
    private long _tail;
    private long _head;
    private long _samples;

    /// <summary>Makes an empty ring.</summary>
    /// <param name="capacity">Packets it holds; a power of two.</param>
    public PacketMailbox(int capacity)
    {
        _cells = new Cell[capacity];
        for (var i = 0; i < capacity; i++)
        {
            _cells[i].Ticket = i;
            _cells[i].Packet = new PacketBuffer();
        }
    }

    /// <summary>Samples per channel of all the packets that wait.</summary>
    public long Samples => Volatile.Read(ref _samples);

    /// <summary>How many more packets fit.</summary>
    public int Free => (int)(_cells.Length - (Volatile.Read(ref _tail) - Volatile.Read(ref _head)));

    /// <summary>The cell to write next, or null when the ring is full. <see cref="Publish"/> follows. One writer at a time.</summary>
    public PacketBuffer? Reserve()
    {
        ref var cell = ref _cells[_tail & (_cells.Length - 1)];
        return Volatile.Read(ref cell.Ticket) == _tail ? cell.Packet : null;
    }

    /// <summary>Makes the reserved cell visible to the reader.</summary>
    public void Publish()
    {
        ref var cell = ref _cells[_tail & (_cells.Length - 1)];
        Interlocked.Add(ref _samples, cell.Packet.Samples);
        Volatile.Write(ref cell.Ticket, _tail + 1);
        Volatile.Write(ref _tail, _tail + 1);
    }

    /// <summary>Takes the oldest packet and leaves <paramref name="exchange"/> in its place.</summary>
    /// <returns>False when nothing waits.</returns>
    public bool TryTake(ref PacketBuffer exchange)
    {
        while (true)
        {
            var head = Volatile.Read(ref _head);
            ref var cell = ref _cells[head & (_cells.Length - 1)];
            var ahead = Volatile.Read(ref cell.Ticket) - (head + 1);
            if (ahead < 0) return false;
            if (ahead > 0 || Interlocked.CompareExchange(ref _head, head + 1, head) != head) continue;
            (cell.Packet, exchange) = (exchange, cell.Packet);
            Interlocked.Add(ref _samples, -exchange.Samples);
            Volatile.Write(ref cell.Ticket, head + _cells.Length);
            return true;
        }
    }

    private struct Cell
    {
        public long Ticket;
        public PacketBuffer Packet;
    }
}
