using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Inputs.Jitter;

/// <summary>How late packets come, from the last ten seconds of them. A packet's delay is its arrival less its time stamp; only differences
/// of delays have a meaning, so that everything is measured against the fastest of the packets remembered. What is older is forgotten at
/// once: a change of route or clocks that drift apart must not be remembered for ever. Audio thread only.</summary>
internal sealed class ArrivalWindow
{
    // 10 s of 20 ms packets.
    private const int Capacity = 512;

    // Of so many, one may be later than the delay that is asked for.
    private const int LateShare = 200;
    private const int WorstKept = Capacity / LateShare + 1;

    // In a pause packets come seldom; they are remembered for longer then, though not for so long that drift matters.
    private const int KeptThroughPauses = 50;
    private const long MaximumAge = 20_000_000_000;
    private const long MaximumPauseAge = 60_000_000_000;
    private const int RefreshEvery = 8;

    private readonly long[] _delays = new long[Capacity];
    private readonly long[] _arrivals = new long[Capacity];
    private readonly long[] _worst = new long[WorstKept];
    private int _next;
    private int _count;
    private int _sinceRefresh;
    private long _base;
    private long _spread;

    /// <summary>True when no packet is remembered.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>How many packets are remembered.</summary>
    public int Count => _count;

    /// <summary>Delay of the fastest packet in nanoseconds. There must be one.</summary>
    public long Base => _base;

    /// <summary>By how much nearly all packets are later than the fastest at most, in nanoseconds.</summary>
    public long Spread => _spread;

    /// <summary>Remembers a packet that arrived at <paramref name="arrival"/> with this delay.</summary>
    public void Add(Instant arrival, long delay)
    {
        _delays[_next] = delay;
        _arrivals[_next] = arrival.Nanoseconds;
        _next = (_next + 1) % Capacity;
        _count = Math.Min(_count + 1, Capacity);
        // What lies within the known bounds changes them little, so it can wait.
        if (++_sinceRefresh >= RefreshEvery || _count <= RefreshEvery || delay < _base || delay > _base + _spread) Refresh();
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _count = 0;
        _spread = 0;
    }

    private void Refresh()
    {
        _sinceRefresh = 0;
        _worst.AsSpan().Fill(long.MinValue);
        var newest = _arrivals[(_next - 1 + Capacity) % Capacity];
        var least = long.MaxValue;
        var used = 0;
        for (; used < _count; used++)
        {
            var index = (_next - 1 - used + Capacity) % Capacity;
            var age = newest - _arrivals[index];
            if (age > (used < KeptThroughPauses ? MaximumPauseAge : MaximumAge)) break;
            least = Math.Min(least, _delays[index]);
            Rank(_delays[index]);
        }

        _count = used;
        _base = least;
        _spread = _worst[used / LateShare] - least;
    }

    // Keeps the latest few in order, the latest first.
    private void Rank(long delay)
    {
        if (delay <= _worst[^1]) return;
        var place = _worst.Length - 1;
        for (; place > 0 && _worst[place - 1] < delay; place--) _worst[place] = _worst[place - 1];
        _worst[place] = delay;
    }
}
