namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>How one axis is scaled: for each output sample the first source sample and the weights of the samples from there on.
/// <para>The filter is a triangle whose half width is max(1, step) source samples, <c>step</c> being source samples per output sample:
/// bilinear interpolation when enlarging, and an average over everything an output sample covers when reducing, so nothing aliases.
/// Output sample
/// i is centred on source coordinate <c>start + (i + 0.5) * step - 0.5</c>, where a source sample's own index is its centre. Samples
/// outside
/// [0, length) count as the nearest one inside.</para>
/// <para>Weights are in 1/128 and add up to exactly 128, by rounding their running sum; so flat colour stays what it is. A sample is
/// <c>(sum of weight * value + 64) >> 7</c>. Rows are scaled down the columns first, rounded to 8 bits, then across.</para></summary>
internal sealed class ScaleFilter
{
    /// <summary>What the weights of one output sample add up to.</summary>
    public const int One = 128;

    private int[] _first = [];
    private byte[] _weights = [];

    /// <summary>Output samples.</summary>
    public int Count { get; private set; }

    /// <summary>Weights per output sample; shorter ones are filled with zeros.</summary>
    public int Taps { get; private set; }

    /// <summary>True when output sample i is source sample <c>First[0] + i</c>, unchanged.</summary>
    public bool IsCopy { get; private set; }

    /// <summary>Index of the first source sample, one per output sample; never falls. <c>First[i] + Taps</c> stays within the
    /// source.</summary>
    public ReadOnlySpan<int> First => _first.AsSpan(0, Count);

    /// <summary>The weights, <see cref="Taps"/> per output sample.</summary>
    public ReadOnlySpan<byte> Weights => _weights.AsSpan(0, Count * Taps);

    /// <summary>Computes the tables. Keeps its memory when it is large enough.</summary>
    /// <param name="start">Source coordinate of the left edge of output sample 0; finite.</param>
    /// <param name="step">Source samples per output sample; positive.</param>
    /// <param name="count">Output samples; at least 1.</param>
    /// <param name="length">Source samples; at least 1.</param>
    public void Build(double start, double step, int count, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (!double.IsFinite(start) || !double.IsFinite(step) || step <= 0) throw new ArgumentOutOfRangeException(nameof(step));
        var support = Math.Max(1, step);
        var room = (int)Math.Min(length, 2 * Math.Ceiling(support) + 1);
        if (_first.Length < count) _first = new int[count];
        if (_weights.Length < count * room) _weights = new byte[count * room];
        Array.Clear(_weights, 0, count * room);
        Count = count;
        Taps = 1;
        for (var i = 0; i < count; i++)
        {
            var centre = Math.Clamp(start + (i + 0.5) * step - 0.5, -support, length - 1 + support);
            Taps = Math.Max(Taps, Weigh(centre, support, length, _weights.AsSpan(i * room, room), out _first[i]));
        }

        Compact(room, length);
        IsCopy = Taps == 1;
        for (var i = 1; i < count; i++) IsCopy &= _first[i] == _first[0] + i;
    }

    /// <summary>Weighs one output sample. Returns how many weights from the first to the last that is not zero.</summary>
    private static int Weigh(double centre, double support, int length, Span<byte> weights, out int first)
    {
        var from = (int)Math.Ceiling(centre - support);
        var to = (int)Math.Floor(centre + support);
        var total = 0.0;
        for (var j = from; j <= to; j++) total += support - Math.Abs(j - centre);
        first = -1;
        var used = 0;
        var sum = 0.0;
        var rounded = 0;
        for (var j = from; j <= to; j++)
        {
            sum += support - Math.Abs(j - centre);
            var upTo = (int)Math.Round(sum / total * One, MidpointRounding.AwayFromZero);
            var weight = upTo - rounded;
            rounded = upTo;
            if (weight == 0) continue;
            var index = Math.Clamp(j, 0, length - 1);
            if (first < 0) first = index;
            weights[index - first] += (byte)weight;
            used = index - first + 1;
        }

        return used;
    }

    /// <summary>Moves the weights together, <see cref="Taps"/> each, and pulls the last windows back inside the source.</summary>
    private void Compact(int room, int length)
    {
        for (var i = 0; i < Count; i++)
        {
            var to = _weights.AsSpan(i * Taps, Taps);
            _weights.AsSpan(i * room, Taps).CopyTo(to);
            var over = _first[i] + Taps - length;
            if (over <= 0) continue;
            to[..(Taps - over)].CopyTo(to[over..]);
            to[..over].Clear();
            _first[i] -= over;
        }
    }
}
