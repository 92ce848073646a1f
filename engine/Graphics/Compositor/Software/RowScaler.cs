namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Scales rows across by one <see cref="ScaleFilter"/>: the horizontal half of scaling. Turns the filter into byte shuffles once,
/// then runs them on every row.</summary>
internal sealed unsafe class RowScaler
{
    private readonly ShuffleTable _table = new();
    private InstructionSet _prepared = InstructionSet.Scalar;

    /// <summary>The filter; also used by itself for the other axis.</summary>
    public ScaleFilter Filter { get; } = new();

    /// <summary>When it was last asked for, in the cache's count.</summary>
    public long LastUsed { get; set; }

    /// <summary>Becomes the scaler of another filter. See <see cref="ScaleFilter.Build"/>.</summary>
    public void Build(double start, double step, int count, int length)
    {
        Filter.Build(start, step, count, length);
        _prepared = InstructionSet.Scalar;
    }

    /// <summary>Scales one row.</summary>
    /// <param name="source">The source samples, with <see cref="AlignedBuffer.Padding"/> readable bytes behind them.</param>
    /// <param name="destination">Receives the output samples; up to 63 bytes behind them are overwritten.</param>
    /// <param name="set">The form to run.</param>
    public void Scale(byte* source, byte* destination, InstructionSet set)
    {
        if (set == InstructionSet.Scalar)
        {
            ScaleScalar(source, destination);
            return;
        }

        if (_prepared != set)
        {
            _table.Build(Filter, set);
            _prepared = set;
        }

        if (_table.WindowCount == 0) TapScaler.Scale(Filter, source, destination);
        else if (set == InstructionSet.Avx512) ShuffleScaler512.Scale(_table, source, destination);
        else ShuffleScaler256.Scale(_table, source, destination);
    }

    private void ScaleScalar(byte* source, byte* destination)
    {
        var taps = Filter.Taps;
        var first = Filter.First;
        var weights = Filter.Weights;
        for (var i = 0; i < first.Length; i++)
        {
            var sum = ScaleFilter.One / 2;
            for (var k = 0; k < taps; k++) sum += weights[i * taps + k] * source[first[i] + k];
            destination[i] = (byte)(sum >> 7);
        }
    }
}
