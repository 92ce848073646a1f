using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Inputs.Jitter;

/// <summary>Decides how much faster or slower than real time a source is to be played, so that its delay stays at the target although its
/// clock and ours disagree: a proportional rule, and a slow integral one that learns by how much they do. Nobody must hear a change of
/// pitch. Audio thread only.</summary>
internal sealed class DriftControl
{
    // 0.1 % is less than 2 cents of pitch; clocks differ by a tenth of that.
    private const double MaximumCorrection = 0.001;
    private const double MaximumDrift = 0.0004;

    // An excess of 10 ms is worked off at 500 ppm; together the two rules settle in about a minute without swinging.
    private const double Gain = 0.05;
    private const double LearningPerBlock = Gain * Gain / 4 * 0.01;

    // What is further off says nothing about clocks.
    private const double LearnableSeconds = 0.01;
    private double _learned;

    /// <summary>Takes in one block's time.</summary>
    /// <param name="excess">Delay above the target.</param>
    /// <returns>Input samples to be played per output sample.</returns>
    public double Update(MediaTime excess)
    {
        var seconds = excess.Seconds;
        if (Math.Abs(seconds) < LearnableSeconds)
            _learned = Math.Clamp(_learned + seconds * LearningPerBlock, -MaximumDrift, MaximumDrift);
        return 1 + Math.Clamp(seconds * Gain + _learned, -MaximumCorrection, MaximumCorrection);
    }

    /// <summary>Forgets the past; another source begins.</summary>
    public void Reset() => _learned = 0;
}
