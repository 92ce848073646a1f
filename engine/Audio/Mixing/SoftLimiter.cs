namespace ConfEngine.Audio.Mixing;

/// <summary>Keeps the mix below full scale without being heard. It looks ahead no further than the block it is given, so it delays nothing:
/// the block is cut into slices, each slice's peak says what gain it needs, and the gain glides so that it is low enough wherever a
/// slice needs it. Below the ceiling samples pass unchanged. Only an attack in a block's very first slice can overshoot; a soft curve
/// takes that.</summary>
internal sealed class SoftLimiter
{
    /// <summary>Peaks above this (-1 dBFS) are turned down to it.</summary>
    public const float Ceiling = 0.891f;

    private const int SliceFrames = 60;
    private const int Slices = Mixer.BlockSamples / SliceFrames;

    // 1.25 ms slices towards 1 with a time constant of 250 ms.
    private const float Release = 0.005f;
    private readonly float[] _needed = new float[Slices + 1];
    private float _gain = 1;

    /// <summary>The gain at the end of the last block; 1 when nothing had to be done.</summary>
    public float Gain => _gain;

    /// <summary>Limits a stereo block in place.</summary>
    /// <returns>The peak of the result.</returns>
    public float Process(Span<float> stereoBlock)
    {
        var peak = Measure(stereoBlock);
        if (_gain >= 1 && peak <= Ceiling) return peak;
        for (var slice = 0; slice < Slices; slice++)
        {
            var target = Math.Min(Math.Min(_needed[slice], _needed[slice + 1]), _gain + (1 - _gain) * Release);
            Apply(stereoBlock.Slice(slice * SliceFrames * 2, SliceFrames * 2), _gain, target);
            _gain = target > 0.9999f ? 1 : target;
        }

        return Math.Min(peak, 1);
    }

    private float Measure(ReadOnlySpan<float> block)
    {
        var all = 0f;
        for (var slice = 0; slice < Slices; slice++)
        {
            var peak = 0f;
            foreach (var sample in block.Slice(slice * SliceFrames * 2, SliceFrames * 2)) peak = Math.Max(peak, Math.Abs(sample));
            _needed[slice] = peak > Ceiling ? Ceiling / peak : 1;
            all = Math.Max(all, peak);
        }

        // What the next block needs is not known yet.
        _needed[Slices] = 1;
        return all;
    }

    private static void Apply(Span<float> slice, float from, float to)
    {
        var slope = (to - from) / SliceFrames;
        for (var i = 0; i < slice.Length; i++) slice[i] = Soften(slice[i] * (from + slope * (i / 2)));
    }

    // Straight up to the ceiling, then bent so that full scale is approached and never reached.
    private static float Soften(float sample)
    {
        var size = Math.Abs(sample);
        if (size <= Ceiling) return sample;
        var over = (size - Ceiling) / (1 - Ceiling);
        return MathF.CopySign(Ceiling + (1 - Ceiling) * (over / (1 + over)), sample);
    }
}
