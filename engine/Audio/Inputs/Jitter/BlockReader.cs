namespace ConfEngine.Audio.Inputs.Jitter;

/// <summary>Reads blocks from a queue at places between samples, at speeds near 1, and crosses over to other places. Audio thread
/// only.</summary>
internal sealed class BlockReader
{
    private readonly SampleQueue _queue;
    private readonly float[] _block = new float[Mixer.BlockSamples * 2];
    private readonly float[] _other = new float[Mixer.BlockSamples * 2];

    // One channel, with what the resampler needs around it, and its result.
    private readonly float[] _channel = new float[Mixer.BlockSamples * 2 + 64];
    private readonly float[] _mono = new float[PitchMatch.Length + PitchMatch.MaximumLag];

    public BlockReader(SampleQueue queue) => _queue = queue;

    /// <summary>The place of the first sample needed to read from <paramref name="position"/>.</summary>
    public static long FirstFor(double position) => (long)Math.Floor(position) - FractionalResampler.Before;

    /// <summary>The place after the last sample needed.</summary>
    public static long EndFor(double position, double speed) =>
        (long)Math.Floor(position + speed * Mixer.BlockSamples) + FractionalResampler.After + 1;

    /// <summary>The block that begins at <paramref name="position"/>; all it needs must be held. Valid until the next one.</summary>
    /// <param name="position">The first place.</param>
    /// <param name="speed">Samples held per sample read.</param>
    public ReadOnlySpan<float> Read(double position, double speed)
    {
        var block = _block.AsSpan(0, Mixer.BlockSamples * _queue.Channels);
        Resample(position, speed, block);
        return block;
    }

    /// <summary>As <see cref="Read"/>, but what is heard moves on the way to a place <paramref name="step"/> samples further on.</summary>
    public ReadOnlySpan<float> ReadAcross(double position, double speed, int step)
    {
        var channels = _queue.Channels;
        var block = _block.AsSpan(0, Mixer.BlockSamples * channels);
        var other = _other.AsSpan(0, block.Length);
        Resample(position, speed, block);
        Resample(position + step, speed, other);
        for (var i = 0; i < block.Length; i++)
            block[i] += (other[i] - block[i]) * ((i / channels + 0.5f) / Mixer.BlockSamples);
        return block;
    }

    /// <summary>The samples from <paramref name="from"/> on, channels added up; all must be held.</summary>
    /// <param name="from">The first place.</param>
    /// <param name="samples">How many.</param>
    public ReadOnlySpan<float> PeekMono(long from, int samples)
    {
        var held = _queue.Peek(from, samples);
        if (_queue.Channels == 1) return held;
        var mono = _mono.AsSpan(0, samples);
        for (var i = 0; i < mono.Length; i++) mono[i] = held[2 * i] + held[2 * i + 1];
        return mono;
    }

    private void Resample(double position, double speed, Span<float> output)
    {
        var first = FirstFor(position);
        var input = _queue.Peek(first, (int)(EndFor(position, speed) - first));
        var place = position - first - FractionalResampler.Before;
        if (_queue.Channels == 1)
        {
            FractionalResampler.Read(input, place, speed, output);
            return;
        }

        var single = _channel.AsSpan(0, input.Length / 2);
        var result = _channel.AsSpan(single.Length, Mixer.BlockSamples);
        for (var channel = 0; channel < 2; channel++)
        {
            for (var i = 0; i < single.Length; i++) single[i] = input[2 * i + channel];
            FractionalResampler.Read(single, place, speed, result);
            for (var i = 0; i < result.Length; i++) output[2 * i + channel] = result[i];
        }
    }
}
