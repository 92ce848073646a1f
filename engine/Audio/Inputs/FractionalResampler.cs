using System.Numerics;

namespace ConfEngine.Audio.Inputs;

/// <summary>Reads a run of samples at places between them, for speeds within a percent of 1: a windowed sinc of 16 taps, its phases
/// tabulated and interpolated. Pass band flat to 0.1 dB up to 15 kHz.</summary>
internal static class FractionalResampler
{
    /// <summary>Samples needed before the first place read.</summary>
    public const int Before = Taps / 2 - 1;

    /// <summary>Samples needed behind the last place read.</summary>
    public const int After = Taps / 2;

    private const int Taps = 16;
    private const int Phases = 256;
    private static readonly float[] s_table = MakeTable();

    /// <summary>Fills <paramref name="output"/> with the samples at <paramref name="position"/>, <paramref name="position"/> +
    /// <paramref name="step"/>, ...</summary>
    /// <param name="input">One channel; index 0 lies <see cref="Before"/> samples before place 0.</param>
    /// <param name="position">First place, at least 0.</param>
    /// <param name="step">Input samples per output sample.</param>
    /// <param name="output">The result.</param>
    public static void Read(ReadOnlySpan<float> input, double position, double step, Span<float> output)
    {
        for (var i = 0; i < output.Length; i++)
        {
            var place = position + step * i;
            var whole = (int)place;
            output[i] = At(input.Slice(whole, Taps), (float)(place - whole));
        }
    }

    private static float At(ReadOnlySpan<float> input, float fraction)
    {
        var scaled = fraction * Phases;
        var phase = Math.Min((int)scaled, Phases - 1);
        var blend = scaled - phase;
        var near = s_table.AsSpan(phase * Taps, Taps);
        var far = s_table.AsSpan((phase + 1) * Taps, Taps);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < Taps; i += Vector<float>.Count)
        {
            var a = new Vector<float>(near[i..]);
            var b = new Vector<float>(far[i..]);
            sum += (a + (b - a) * blend) * new Vector<float>(input[i..]);
        }

        return Vector.Sum(sum);
    }

    // Blackman-windowed sinc, each phase normalised to a gain of exactly 1 at 0 Hz.
    private static float[] MakeTable()
    {
        var table = new float[(Phases + 1) * Taps];
        for (var phase = 0; phase <= Phases; phase++)
        {
            var row = new double[Taps];
            for (var i = 0; i < Taps; i++) row[i] = Tap(i - Before - (double)phase / Phases);
            var gain = row.Sum();
            for (var i = 0; i < Taps; i++) table[phase * Taps + i] = (float)(row[i] / gain);
        }

        return table;
    }

    private static double Tap(double x)
    {
        var edge = Taps / 2.0;
        if (Math.Abs(x) >= edge) return 0;
        var window = 0.42 + 0.5 * Math.Cos(Math.PI * x / edge) + 0.08 * Math.Cos(2 * Math.PI * x / edge);
        return x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x) * window;
    }
}
