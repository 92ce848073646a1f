using ConfEngine.Core.Time;

namespace ConfEngine.Transport.Net;

/// <summary>A link of limited speed with a drop-tail queue before it: first in, first out, one datagram after the other.</summary>
internal sealed class Bottleneck(int capacity)
{
    // What UDP and IPv4 add to a datagram on the wire.
    private const int HeaderBytes = 28;

    private readonly Queue<(int Slot, int Bytes, Instant Offered)> _waiting = new(capacity);
    private long _bitsPerSecond;
    private long _waitingBytes;
    private Instant _free;
    private Instant _headDone;

    /// <summary>When the datagram that is being sent will be through; null when none is.</summary>
    public Instant? NextDone => _waiting.Count > 0 ? _headDone : null;

    /// <summary>Changes the speed. What has gone of the datagram being sent has gone at the old one.</summary>
    public void SetRate(long bitsPerSecond, Instant now)
    {
        if (_waiting.Count > 0)
        {
            var left = Math.Max(0, (_headDone - now).Nanoseconds);
            var scaled = bitsPerSecond == 0 ? 0 : (long)((Int128)left * _bitsPerSecond / bitsPerSecond);
            _headDone = now + new MediaTime(scaled);
        }

        _bitsPerSecond = bitsPerSecond;
    }

    /// <summary>Lets a datagram wait for its turn. False when the queue is full.</summary>
    public bool TryEnqueue(int slot, int length, Instant now, int queueBytes)
    {
        var bytes = length + HeaderBytes;
        if (_waitingBytes + bytes > queueBytes && _waiting.Count > 0) return false;
        _waiting.Enqueue((slot, bytes, now));
        _waitingBytes += bytes;
        if (_waiting.Count == 1) Begin();
        return true;
    }

    /// <summary>Takes the next datagram that is through by <paramref name="now"/>, and when it was.</summary>
    public bool TryDequeue(Instant now, out int slot, out Instant done)
    {
        (slot, done) = (0, _headDone);
        if (_waiting.Count == 0 || _headDone > now) return false;
        var head = _waiting.Dequeue();
        slot = head.Slot;
        _waitingBytes -= head.Bytes;
        _free = done;
        if (_waiting.Count > 0) Begin();
        return true;
    }

    private void Begin()
    {
        var head = _waiting.Peek();
        var start = head.Offered > _free ? head.Offered : _free;
        _headDone = _bitsPerSecond == 0 ? start : start + new MediaTime(head.Bytes * 8_000_000_000L / _bitsPerSecond);
    }
}
