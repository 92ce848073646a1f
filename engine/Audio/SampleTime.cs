using ConfEngine.Core.Time;

namespace ConfEngine.Audio;

/// <summary>Positions counted in samples of 1/48000 s.</summary>
public static class SampleTime
{
    // 48000 per 1e9 ns is 6 per 125000.
    private const long Numerator = 6;
    private const long Denominator = 125_000;

    /// <summary>The sample nearest to <paramref name="time"/>. Rounding, not cutting: a time made from a sample count may lie just
    /// below it.</summary>
    public static long ToSamples(MediaTime time) => (long)Math.Floor(ToPosition(time) + 0.5);

    /// <summary>The position of sample <paramref name="samples"/>.</summary>
    public static MediaTime FromSamples(long samples) => MediaTime.FromUnits(samples, Mixer.SampleRate);

    /// <summary>The position in samples with its fraction; exact to 1e-5 samples for weeks.</summary>
    internal static double ToPosition(MediaTime time)
    {
        var whole = Math.DivRem(time.Nanoseconds, Denominator, out var rest);
        return whole * Numerator + (double)rest * Numerator / Denominator;
    }
}
