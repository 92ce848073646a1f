using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Receive;

/// <summary>Decides which missing packets to ask for, when, and when to give up on them and ask for a key frame instead.</summary>
public sealed class NackGenerator
{
    /// <summary>The most packets asked for at a time. More missing than this is an outage: a key frame costs less.</summary>
    public const int Capacity = 256;

    /// <summary>Requests made for one packet.</summary>
    public const int MaxRequests = 10;

    // Packets that overtake each other are rarely further apart; a request made sooner would mostly be for nothing.
    private static readonly MediaTime s_reorderWait = MediaTime.FromMilliseconds(5);
    private static readonly MediaTime s_minSpacing = MediaTime.FromMilliseconds(20);
    private static readonly MediaTime s_maxAge = MediaTime.FromMilliseconds(1000);

    private readonly Entry[] _missing = new Entry[Capacity];
    private int _count;
    private bool _wantsKeyFrame;
    private long _newest = long.MinValue;

    /// <summary>How many packets are being waited for.</summary>
    public int MissingCount => _count;

    /// <summary>When <see cref="Collect"/> next has something to do; null while nothing is missing.</summary>
    public Instant? NextDeadline { get; private set; }

    /// <summary>Takes note of a packet, also of one that a retransmission brought.</summary>
    /// <param name="sequence">Its number, counted on past wraps.</param>
    /// <param name="now">When it came.</param>
    public void OnPacket(long sequence, Instant now)
    {
        if (_newest == long.MinValue)
        {
            _newest = sequence;
        }
        else if (sequence > _newest)
        {
            AddGap(_newest + 1, sequence, now);
            _newest = sequence;
        }
        else
        {
            Remove(sequence);
        }
    }

    /// <summary>Waits no longer for anything before <paramref name="sequence"/>: a key frame begins there, or the player has moved
    /// on.</summary>
    public void ForgetBefore(long sequence)
    {
        var keep = 0;
        while (keep < _count && _missing[keep].Sequence < sequence) keep++;
        RemoveFront(keep);
    }

    /// <summary>Forgets everything: the stream has started anew.</summary>
    public void Restart()
    {
        _newest = long.MinValue;
        _count = 0;
        NextDeadline = null;
    }

    /// <summary>The packets to ask for now, oldest first.</summary>
    /// <param name="now">The time.</param>
    /// <param name="roundTrip">How long an answer takes; spaces repeated requests.</param>
    /// <param name="numbers">Gets them; what does not fit is asked for next time.</param>
    /// <returns>How many.</returns>
    public int Collect(Instant now, MediaTime roundTrip, Span<SequenceNumber> numbers)
    {
        if (NextDeadline is not { } deadline || now < deadline) return 0;
        GiveUp(now);
        var spacing = roundTrip > s_minSpacing ? roundTrip : s_minSpacing;
        var asked = 0;
        for (var i = 0; i < _count && asked < numbers.Length; i++)
        {
            ref var entry = ref _missing[i];
            if (now < entry.AskAt) continue;
            // Each further request waits a quarter longer: a congested path is not helped by more of them.
            entry.Requests++;
            entry.AskAt = now + new MediaTime(spacing.Nanoseconds + spacing.Nanoseconds * (entry.Requests - 1) / 4);
            numbers[asked++] = new SequenceNumber((ushort)entry.Sequence);
        }

        SetDeadline();
        return asked;
    }

    /// <summary>True, once, when packets were given up, so that only a key frame helps.</summary>
    public bool TakeKeyFrameWish()
    {
        var wish = _wantsKeyFrame;
        _wantsKeyFrame = false;
        return wish;
    }

    private void AddGap(long from, long to, Instant now)
    {
        if (to - from > Capacity - _count)
        {
            _wantsKeyFrame = true;
            _count = 0;
            NextDeadline = null;
            return;
        }

        for (var sequence = from; sequence < to; sequence++)
            _missing[_count++] = new Entry { Sequence = sequence, Since = now, AskAt = now + s_reorderWait };
        if (from < to && NextDeadline is null) NextDeadline = now + s_reorderWait;
    }

    private void Remove(long sequence)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_missing[i].Sequence != sequence) continue;
            _count--;
            Array.Copy(_missing, i + 1, _missing, i, _count - i);
            SetDeadline();
            return;
        }
    }

    // Entries are in the order they went missing, so the hopeless ones are at the front. One asked for too often is there too, or soon
    // will be.
    private void GiveUp(Instant now)
    {
        var hopeless = 0;
        while (hopeless < _count && (_missing[hopeless].Requests >= MaxRequests && now >= _missing[hopeless].AskAt
            || now - _missing[hopeless].Since > s_maxAge))
            hopeless++;
        if (hopeless == 0) return;
        _wantsKeyFrame = true;
        RemoveFront(hopeless);
    }

    private void RemoveFront(int count)
    {
        _count -= count;
        Array.Copy(_missing, count, _missing, 0, _count);
        SetDeadline();
    }

    private void SetDeadline()
    {
        NextDeadline = null;
        for (var i = 0; i < _count; i++)
            if (NextDeadline is not { } earliest || _missing[i].AskAt < earliest) NextDeadline = _missing[i].AskAt;
    }

    private struct Entry
    {
        public long Sequence;
        public Instant Since;
        public Instant AskAt;
        public int Requests;
    }
}
