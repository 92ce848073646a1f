using System.Numerics;

namespace ConfEngine.Audio.Inputs.Jitter;

/// <summary>Finds by how much sound can be shortened or lengthened without a trace: a number of whole pitch periods, where it is like
/// itself. Crossing over between two places that are alike keeps pitch and timbre (the method known as WSOLA: W. Verhelst and M. Roelands,
/// 1993). Audio thread only.</summary>
internal sealed class PitchMatch
{
    /// <summary>Shortest step in samples: a period at 400 Hz.</summary>
    public const int MinimumLag = 120;

    /// <summary>Longest step in samples: a period at 67 Hz.</summary>
    public const int MaximumLag = 720;

    /// <summary>Samples that are compared and crossed over.</summary>
    public const int Length = Mixer.BlockSamples;

    // The search runs on a quarter of the samples, the last bit on all.
    private const int Coarse = 4;
    private readonly float[] _coarse = new float[(Length + MaximumLag) / Coarse];

    /// <summary>Correlation at the step found, at most 1.</summary>
    public double Likeness { get; private set; }

    /// <summary>Looks for the step at which a run of samples is most like the one that far from it.</summary>
    /// <param name="samples">One channel: a run of <see cref="Length"/> and <paramref name="reach"/> samples, in front of it when looking
    /// back, behind it when looking forward.</param>
    /// <param name="reach">The longest step allowed, <see cref="MinimumLag"/> to <see cref="MaximumLag"/>, a multiple of 4.</param>
    /// <param name="back">True for a step back.</param>
    /// <returns>The step, positive.</returns>
    public int Find(ReadOnlySpan<float> samples, int reach, bool back)
    {
        var coarse = Thin(samples[..(Length + reach)]);
        var near = back ? reach : 0;
        var direction = back ? -1 : 1;
        var best = MinimumLag;
        Likeness = double.MinValue;
        for (var lag = MinimumLag; lag <= reach; lag += Coarse)
            Try(coarse.Slice(near / Coarse, Length / Coarse), coarse.Slice((near + direction * lag) / Coarse, Length / Coarse), lag, ref best);
        var first = Math.Max(MinimumLag, best - Coarse + 1);
        var last = Math.Min(reach, best + Coarse - 1);
        Likeness = double.MinValue;
        for (var lag = first; lag <= last; lag++)
            Try(samples.Slice(near, Length), samples.Slice(near + direction * lag, Length), lag, ref best);
        return best;
    }

    /// <summary>Mean square of a run.</summary>
    public static double Power(ReadOnlySpan<float> samples) => Dot(samples, samples) / samples.Length;

    private Span<float> Thin(ReadOnlySpan<float> samples)
    {
        var thin = _coarse.AsSpan(0, samples.Length / Coarse);
        for (var i = 0; i < thin.Length; i++)
        {
            var four = samples.Slice(i * Coarse, Coarse);
            thin[i] = four[0] + four[1] + four[2] + four[3];
        }

        return thin;
    }

    private void Try(ReadOnlySpan<float> near, ReadOnlySpan<float> far, int lag, ref int best)
    {
        var found = Dot(near, far) / Math.Sqrt(((double)Dot(near, near) + 1e-9) * (Dot(far, far) + 1e-9));
        if (found <= Likeness) return;
        best = lag;
        Likeness = found;
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
            sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        var total = Vector.Sum(sum);
        for (; i < a.Length; i++) total += a[i] * b[i];
        return total;
    }
}
