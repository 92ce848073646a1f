namespace ConfEngine.Audio.Inputs;

/// <summary>Decides how much faster or slower than real time a source is to be played, so that what is buffered stays at the target
/// although the source's clock and ours disagree. A slow proportional rule: clocks differ by tens of parts per million, network jitter
/// by tens of milliseconds, and nobody must hear a change of pitch.</summary>
internal sealed class DriftControl
{
    /// <summary>The most the speed departs from 1; 0.3 % is 5 cents of pitch.</summary>
    public const double MaximumCorrection = 0.003;

    // An excess of 1 s would be worked off at 5 %; 20 ms at 0.1 %, within about 20 s.
    private const double Gain = 0.05;

    // Blocks over which arrival jitter is averaged, 2 s.
    private const double Smoothing = 200;
    private double _excess;

    /// <summary>Input samples per output sample.</summary>
    public double Speed => 1 + Math.Clamp(_excess * Gain, -MaximumCorrection, MaximumCorrection);

    /// <summary>Takes in a measurement, made when a packet has just come.</summary>
    /// <param name="excessSeconds">What is buffered above the target.</param>
    public void Update(double excessSeconds) => _excess += (excessSeconds - _excess) / Smoothing;

    /// <summary>Forgets the past; the source was placed anew.</summary>
    public void Reset() => _excess = 0;
}
