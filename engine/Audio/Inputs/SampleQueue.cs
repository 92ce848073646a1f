namespace ConfEngine.Audio.Inputs;

/// <summary>Decoded samples between decoder and mix, each with its place on the stream's time line.</summary>
internal sealed class SampleQueue
{
    // The longest packet on top of what a live source holds: two blocks that wait and a pitch period on either side, margins included.
    private const int CapacitySamples = OpusPacket.MaximumSamples + 8 * Mixer.BlockSamples;
    private readonly float[] _samples = new float[CapacitySamples * 2];
    private int _offset;

    /// <summary>1 until <see cref="WidenToStereo"/>, then 2.</summary>
    public int Channels { get; private set; } = 1;

    /// <summary>Place of the first sample held.</summary>
    public long Start { get; private set; }

    /// <summary>Place after the last sample held.</summary>
    public long End { get; private set; }

    /// <summary>Throws everything out and continues at <paramref name="position"/>.</summary>
    public void MoveTo(long position)
    {
        Start = End = position;
        _offset = 0;
    }

    /// <summary>Room for <paramref name="samples"/> more per channel, to be filled and then <see cref="Commit"/>ted.</summary>
    public Span<float> Reserve(int samples)
    {
        var held = (int)(End - Start) * Channels;
        if (_offset > 0 && (held == 0 || _offset + held + samples * Channels > _samples.Length))
        {
            _samples.AsSpan(_offset, held).CopyTo(_samples);
            _offset = 0;
        }

        return _samples.AsSpan(_offset + held, samples * Channels);
    }

    /// <summary>Takes in what was written to the reserved room, but for the first <paramref name="skip"/> samples.</summary>
    public void Commit(int samples, int skip = 0)
    {
        if (skip > 0)
        {
            var added = _samples.AsSpan(_offset + (int)(End - Start) * Channels, samples * Channels);
            added[(skip * Channels)..].CopyTo(added);
        }

        End += samples - skip;
    }

    /// <summary>The samples from <paramref name="from"/> on, interleaved; all must be held.</summary>
    public ReadOnlySpan<float> Peek(long from, int samples) =>
        _samples.AsSpan(_offset + (int)(from - Start) * Channels, samples * Channels);

    /// <summary>The last samples held, to be changed in place; as many as there are, <paramref name="samples"/> at most.</summary>
    public Span<float> Tail(int samples)
    {
        var held = (int)(End - Start);
        var count = Math.Min(samples, held);
        return _samples.AsSpan(_offset + (held - count) * Channels, count * Channels);
    }

    /// <summary>Says that what is held lies <paramref name="samples"/> further on.</summary>
    public void Shift(long samples)
    {
        Start += samples;
        End += samples;
    }

    /// <summary>Forgets what lies before <paramref name="position"/>.</summary>
    public void DiscardBefore(long position)
    {
        var gone = (int)Math.Clamp(position - Start, 0, End - Start);
        Start += gone;
        _offset += gone * Channels;
    }

    /// <summary>From now on two channels; what is held goes to both.</summary>
    public void WidenToStereo()
    {
        if (Channels == 2) return;
        var held = (int)(End - Start);
        _samples.AsSpan(_offset, held).CopyTo(_samples);
        _offset = 0;
        Channels = 2;
        for (var i = held - 1; i >= 0; i--) _samples[2 * i] = _samples[2 * i + 1] = _samples[i];
    }
}
