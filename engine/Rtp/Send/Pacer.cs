using ConfEngine.Core.Time;

namespace ConfEngine.Rtp.Send;

/// <summary>Says when the next packet may leave, so that a key frame does not arrive as one burst and overflow a small queue. It keeps no
/// packets:
/// the sender's queue does, and asks before each.</summary>
public sealed class Pacer
{
    private Instant _free = new(long.MinValue);

    /// <summary>The rate packets leave at; best 1.5 to 2.5 times the media's, so that the queue drains between frames.</summary>
    public long BitsPerSecond { get; set; } = 2_500_000;

    /// <summary>How much may leave at once: what a wake-up timer of that grain needs to reach the rate.</summary>
    public MediaTime Burst { get; init; } = MediaTime.FromMilliseconds(5);

    /// <summary>How long a queue of <paramref name="queuedBytes"/> takes to drain.</summary>
    public MediaTime QueueDelay(long queuedBytes) => Duration(queuedBytes);

    /// <summary>When the next packet may leave; in the past when it may now.</summary>
    public Instant NextDeadline => _free.Nanoseconds == long.MinValue ? _free : _free - Burst;

    /// <summary>Asks for one packet to leave.</summary>
    /// <returns>False when it has to wait until <see cref="NextDeadline"/>.</returns>
    public bool TrySend(int bytes, Instant now)
    {
        if (now < NextDeadline) return false;
        Charge(bytes, now);
        return true;
    }

    /// <summary>Takes note of a packet that did not ask: sound is never held up.</summary>
    public void Charge(int bytes, Instant now)
    {
        if (_free < now) _free = now;
        _free += Duration(bytes);
    }

    private MediaTime Duration(long bytes) => new((long)((Int128)bytes * 8_000_000_000 / Math.Max(1, BitsPerSecond)));
}
