using ConfEngine.Core.Media;
using ConfEngine.Core.Memory;
using ConfEngine.Core.Time;

namespace ConfEngine.Video.Decode;

/// <summary>Pictures that wait for their time: filled by a worker, emptied by the render thread. Allocates nothing after construction.</summary>
/// <param name="capacity">The most it holds.</param>
internal sealed class FrameQueue(int capacity)
{
    private readonly (Lease<VideoFrame> Lease, MediaTime Pts)[] _items = new (Lease<VideoFrame>, MediaTime)[capacity];
    private readonly Lock _gate = new();
    private int _head;
    private int _count;
    private bool _hasOverflowed;

    /// <summary>How many wait.</summary>
    public int Count
    {
        get { lock (_gate) return _count; }
    }

    /// <summary>Position of the newest picture ever added.</summary>
    public MediaTime Newest
    {
        get { lock (_gate) return field; }
        private set;
    } = MediaTime.MinValue;

    /// <summary>True when one more fits, or when the oldest can make room because the next one is due as well.</summary>
    public bool HasRoom(MediaTime due)
    {
        lock (_gate) return _count < _items.Length || IsSuperseded(due);
    }

    /// <summary>Adds a picture. A superseded one makes room when there is none.</summary>
    /// <returns>How many pictures were thrown out.</returns>
    public int Add(Lease<VideoFrame> lease, MediaTime pts, MediaTime due)
    {
        lock (_gate)
        {
            var dropped = 0;
            if (_count == _items.Length)
            {
                // Only a live stream is filled without room, by which the oldest goes.
                RemoveHead().Dispose();
                dropped = 1;
                _hasOverflowed = true;
            }

            while (IsSuperseded(due))
            {
                RemoveHead().Dispose();
                dropped++;
            }

            _items[(_head + _count++) % _items.Length] = (lease, pts);
            Newest = pts;
            return dropped;
        }
    }

    /// <summary>Takes the newest picture that is due; earlier ones go back to their pool. After an overflow the oldest counts as due: where
    /// pictures come further ahead than fits in here, each is better seen early than never.</summary>
    /// <returns>False when none is due.</returns>
    public bool TryTakeDue(MediaTime due, out Lease<VideoFrame> lease, out int dropped)
    {
        lease = default;
        dropped = 0;
        lock (_gate)
        {
            while (IsSuperseded(due))
            {
                RemoveHead().Dispose();
                dropped++;
            }

            if (_count == 0 || (_items[_head].Pts > due && !_hasOverflowed)) return false;
            _hasOverflowed = false;
            lease = RemoveHead();
            return true;
        }
    }

    /// <summary>Gives everything back.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            while (_count > 0) RemoveHead().Dispose();
        }
    }

    private bool IsSuperseded(MediaTime due) => _count > 1 && _items[(_head + 1) % _items.Length].Pts <= due;

    private Lease<VideoFrame> RemoveHead()
    {
        var lease = _items[_head].Lease;
        _items[_head] = default;
        _head = (_head + 1) % _items.Length;
        _count--;
        return lease;
    }
}
