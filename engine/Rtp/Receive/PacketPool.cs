namespace ConfEngine.Rtp.Receive;

/// <summary>Buffers for whole packets, handed out and taken back by one thread. They are made on demand up to the capacity and
/// kept.</summary>
/// <param name="capacity">How many may be out at a time: the sum over all streams of what they may hold.</param>
public sealed class PacketPool(int capacity)
{
    /// <summary>Bytes of a buffer: a full Ethernet frame.</summary>
    public const int BufferLength = 1500;

    private readonly byte[]?[] _free = new byte[capacity][];
    private int _freeCount;
    private int _made;

    /// <summary>How many are out.</summary>
    public int Rented => _made - _freeCount;

    /// <summary>Takes a buffer; false when all are out.</summary>
    public bool TryRent(out byte[] buffer)
    {
        buffer = [];
        if (_freeCount > 0)
        {
            buffer = _free[--_freeCount]!;
            return true;
        }

        if (_made == capacity) return false;
        _made++;
        buffer = new byte[BufferLength];
        return true;
    }

    /// <summary>Takes a buffer back.</summary>
    public void Return(byte[] buffer)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(buffer.Length, BufferLength);
        ArgumentOutOfRangeException.ThrowIfEqual(_freeCount, _made, nameof(buffer));
        _free[_freeCount++] = buffer;
    }
}
