namespace ConfEngine.Audio.Live;

/// <summary>Levels as RTP header extensions carry them (RFC 6464): whole decibels below overload, the louder the smaller. Overload is a
/// full-scale square wave, so a level is the RMS level in dBFS with its sign changed.</summary>
public static class AudioLevel
{
    /// <summary>The level of silence, and the highest there is.</summary>
    public const int Silence = 127;

    /// <summary>The level of a signal with this mean square, full scale ±1.</summary>
    public static int FromPower(double meanSquare) => FromDecibels(DecibelMath.FromPower(meanSquare));

    /// <summary>The level of an RMS level in dBFS.</summary>
    public static int FromDecibels(double decibels) => (int)Math.Clamp(Math.Round(-decibels), 0, Silence);

    /// <summary>The RMS level in dBFS that <paramref name="level"/> stands for; 127 stands for everything below too.</summary>
    public static float ToDecibels(int level) => level >= Silence ? DecibelMath.Silence : -Math.Max(level, 0);
}
