namespace ConfEngine.Runtime.Publishing;

/// <summary>From what receivers can take to what an encoder is set to.</summary>
internal static class LineRate
{
    /// <summary>Below this, in bits a second, no picture is worth looking at.</summary>
    public const long Least = 80_000;

    /// <summary>The rate to encode at.</summary>
    /// <param name="receivable">What the receivers can take; <see cref="long.MaxValue"/> while unknown.</param>
    /// <param name="most">What is of use at most.</param>
    public static long Of(long receivable, long most) => Math.Clamp(receivable, Math.Min(Least, most), most);
}
