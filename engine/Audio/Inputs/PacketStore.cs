namespace ConfEngine.Audio.Inputs;

/// <summary>The packets that wait to be played, in the order of their time stamps. Only the audio thread touches it.</summary>
internal sealed class PacketStore
{
    private readonly PacketBuffer[] _packets;
    private readonly int _mask;
    private int _head;

    /// <summary>Makes an empty store.</summary>
    /// <param name="capacity">Packets it holds; a power of two.</param>
    public PacketStore(int capacity)
    {
        _packets = new PacketBuffer[capacity];
        _mask = capacity - 1;
        for (var i = 0; i < capacity; i++) _packets[i] = new PacketBuffer();
    }

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>True when no more fit.</summary>
    public bool IsFull => Count == _packets.Length;

    /// <summary>The earliest packet; there must be one.</summary>
    public PacketBuffer First => At(0);

    /// <summary>The latest packet; there must be one.</summary>
    public PacketBuffer Last => At(Count - 1);

    /// <summary>Puts a packet in its place and gives an unused one in exchange. There must be room.</summary>
    /// <returns>False for a duplicate, which is not taken.</returns>
    public bool TryInsert(ref PacketBuffer packet)
    {
        var place = Count;
        while (place > 0 && At(place - 1).Start > packet.Start) place--;
        if (place > 0 && At(place - 1).Start == packet.Start) return false;
        var spare = At(Count);
        for (var i = Count; i > place; i--) At(i) = At(i - 1);
        At(place) = packet;
        packet = spare;
        Count++;
        return true;
    }

    /// <summary>Lets the earliest packet go.</summary>
    public void RemoveFirst()
    {
        _head = (_head + 1) & _mask;
        Count--;
    }

    /// <summary>Lets all go.</summary>
    public void Clear() => Count = 0;

    private ref PacketBuffer At(int index) => ref _packets[(_head + index) & _mask];
}
