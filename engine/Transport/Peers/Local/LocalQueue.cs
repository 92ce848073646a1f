namespace ConfEngine.Transport.Peers.Local;

/// <summary>Frames on their way from one encoder to the network thread: a ring of buffers that are filled again and again. Full means that
/// the newest is refused.</summary>
internal sealed class LocalQueue(int capacity)
{
    /// <summary>The longest frame that is taken.</summary>
    public const int MaxLength = 4 << 20;

    private readonly Lock _gate = new();
    private readonly LocalUnit[] _units = new LocalUnit[capacity];
    private int _head;
    private int _count;
    private long _bytes;

    /// <summary>Bytes that wait.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Adds a copy; false when there is no room.</summary>
    public bool TryAdd(ReadOnlySpan<byte> bytes, bool isKeyFrame, Core.Time.MediaTime pts, byte level, bool isSpeech)
    {
        if (bytes.Length is 0 or > MaxLength) return false;
        lock (_gate)
        {
            if (_count == capacity) return false;
            var unit = _units[(_head + _count) % capacity] ??= new LocalUnit();
            unit.Fill(bytes);
            unit.IsKeyFrame = isKeyFrame;
            unit.Pts = pts;
            unit.Level = level;
            unit.IsSpeech = isSpeech;
            _count++;
            _bytes += bytes.Length;
            return true;
        }
    }

    /// <summary>Shows the oldest. It stays as it is until <see cref="Release"/>.</summary>
    public bool TryPeek(out LocalUnit unit)
    {
        lock (_gate)
        {
            unit = _count == 0 ? null! : _units[_head];
            return _count > 0;
        }
    }

    /// <summary>Gives the oldest's buffer free.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _bytes -= _units[_head].Length;
            _head = (_head + 1) % capacity;
            _count--;
        }
    }
}
