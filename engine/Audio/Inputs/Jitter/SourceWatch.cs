using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Inputs.Jitter;

/// <summary>Tells packets that came twice, and notices when a source has begun anew or moved for good, so that its packets lie where nobody
/// waits for them. Audio thread only.</summary>
internal sealed class SourceWatch
{
    // A time stamp this far from the others is of another time line. Packets can be held up for long, but no network becomes so much
    // faster than the fastest packets were.
    private const long ForeignLate = 1_000_000_000;
    private const long ForeignEarly = -200_000_000;
    private const int ForeignRun = 3;
    private const long ForeignSpan = 40_000_000;

    // So many packets in a row that are all too late mean that the source has moved, not that some are late.
    private const int LateRun = 10;
    private const long LateSpan = 150_000_000;

    private readonly long[] _recent = new long[64];
    private int _next;
    private Run _foreign;
    private Run _late;

    public SourceWatch() => Reset();

    /// <summary>True when a packet with this time stamp came a short while ago.</summary>
    public bool IsRepeated(long start)
    {
        if (_recent.AsSpan().Contains(start)) return true;
        _recent[_next] = start;
        _next = (_next + 1) % _recent.Length;
        return false;
    }

    /// <summary>Looks at a packet's delay.</summary>
    /// <returns>False when it does not belong to the time line played now.</returns>
    public bool Belongs(ArrivalWindow window, Instant arrival, long delay)
    {
        if (!window.IsEmpty && delay - window.Base is > ForeignLate or < ForeignEarly)
        {
            _foreign.Add(arrival);
            return false;
        }

        _foreign = default;
        return true;
    }

    /// <summary>Takes in whether a packet was too late.</summary>
    public void NoteLate(bool isLate, Instant arrival)
    {
        if (isLate) _late.Add(arrival);
        else _late = default;
    }

    /// <summary>True when the source is to be placed anew.</summary>
    public bool HasMoved => _foreign.Reaches(ForeignRun, ForeignSpan) || _late.Reaches(LateRun, LateSpan);

    /// <summary>Forgets the past.</summary>
    public void Reset()
    {
        _recent.AsSpan().Fill(long.MinValue);
        _foreign = default;
        _late = default;
    }

    // Packets of one kind in a row.
    private record struct Run
    {
        private int _count;
        private Instant _first;
        private Instant _last;

        public void Add(Instant arrival)
        {
            if (_count++ == 0) _first = arrival;
            _last = arrival;
        }

        public readonly bool Reaches(int count, long span) => _count >= count && (_last - _first).Nanoseconds >= span;
    }
}
