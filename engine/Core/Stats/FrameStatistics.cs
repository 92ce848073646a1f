namespace ConfEngine.Core.Stats;

/// <summary>The time every phase of the latest frames took: a ring written by the frame loop and read by the overlay on the same thread.
/// Recording allocates nothing.</summary>
public sealed class FrameStatistics
{
    /// <summary>How many phases there are.</summary>
    public const int PhaseCount = (int)FramePhase.Wait + 1;

    private readonly long[] _nanoseconds;
    private readonly long[] _sorted;
    private readonly long[] _totals = new long[PhaseCount];
    private readonly int _capacity;
    private long _frames;

    /// <summary>Makes an empty record.</summary>
    /// <param name="capacity">How many frames are kept.</param>
    public FrameStatistics(int capacity = 600)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 2);
        _capacity = capacity;
        _nanoseconds = new long[capacity * PhaseCount];
        _sorted = new long[capacity];
    }

    /// <summary>Frames recorded since the start.</summary>
    public long Frames => _frames;

    /// <summary>Frame intervals that were skipped because the loop was late.</summary>
    public long Lagged { get; private set; }

    /// <summary>Frames whose scene was the same as before, so that nothing was drawn.</summary>
    public long Unchanged { get; private set; }

    /// <summary>How many frames can be read back by <see cref="Get"/>.</summary>
    public int Available => (int)Math.Min(_frames, _capacity);

    /// <summary>Starts the record of a new frame.</summary>
    public void BeginFrame()
    {
        _frames++;
        Array.Clear(_nanoseconds, Row(0), PhaseCount);
    }

    /// <summary>Adds time to a phase of the current frame.</summary>
    public void Add(FramePhase phase, long nanoseconds)
    {
        _nanoseconds[Row(0) + (int)phase] += nanoseconds;
        _totals[(int)phase] += nanoseconds;
    }

    /// <summary>Nanoseconds that a phase has taken in all frames since the start.</summary>
    public long Total(FramePhase phase) => _totals[(int)phase];

    /// <summary>Counts skipped intervals.</summary>
    public void CountLagged(long intervals) => Lagged += intervals;

    /// <summary>Counts a frame that needed no drawing.</summary>
    public void CountUnchanged() => Unchanged++;

    /// <summary>Nanoseconds of a phase, <paramref name="age"/> frames back (0 is the current one).</summary>
    public long Get(FramePhase phase, int age) => _nanoseconds[Row(age) + (int)phase];

    /// <summary>Nanoseconds of work of a frame, <paramref name="age"/> frames back: all phases but the waiting.</summary>
    public long Work(int age)
    {
        var row = Row(age);
        long sum = 0;
        for (var phase = 0; phase < (int)FramePhase.Wait; phase++) sum += _nanoseconds[row + phase];
        return sum;
    }

    /// <summary>Percentiles of the work per finished frame over the frames kept.</summary>
    /// <returns>Nanoseconds: the median, the 95th and the 99th percentile; zeroes before the first frame is finished.</returns>
    public (long P50, long P95, long P99) WorkPercentiles()
    {
        var count = Math.Max(0, Available - 1);
        if (count == 0) return default;
        for (var age = 1; age <= count; age++) _sorted[age - 1] = Work(age);
        Array.Sort(_sorted, 0, count);
        return (At(0.50), At(0.95), At(0.99));

        long At(double fraction) => _sorted[(int)Math.Min(count - 1, fraction * count)];
    }

    private int Row(int age)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)age, (uint)_capacity);
        return (int)((_frames - age + _capacity) % _capacity) * PhaseCount;
    }
}
