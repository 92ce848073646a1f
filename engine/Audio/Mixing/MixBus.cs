using System.Numerics;
using System.Runtime.InteropServices;

namespace ConfEngine.Audio.Mixing;

/// <summary>One block being summed. Mono sources are summed apart from stereo ones and spread to both sides once at the end.
/// Products are rounded before they are added (no fused multiply-add), so that every machine makes the same bits.</summary>
internal sealed class MixBus
{
    private readonly float[] _mono = new float[Mixer.BlockSamples];
    private readonly float[] _stereo = new float[Mixer.BlockSamples * 2];

    /// <summary>Silence.</summary>
    public void Clear()
    {
        _mono.AsSpan().Clear();
        _stereo.AsSpan().Clear();
    }

    /// <summary>Adds a block of one or two interleaved channels, its gain running from one value to another.</summary>
    /// <returns>Mean square of what was added, the channels averaged.</returns>
    public float Add(ReadOnlySpan<float> block, int channels, float fromGain, float toGain)
    {
        var sum = channels == 1 ? _mono : _stereo;
        var energy = fromGain == toGain ? AddEven(block, sum, fromGain) : AddRamp(block, sum, channels, fromGain, toGain);
        return energy / block.Length;
    }

    /// <summary>Writes the sum as interleaved left and right.</summary>
    public void Output(Span<float> stereoBlock)
    {
        for (var i = 0; i < _mono.Length; i++)
        {
            stereoBlock[2 * i] = _stereo[2 * i] + _mono[i];
            stereoBlock[2 * i + 1] = _stereo[2 * i + 1] + _mono[i];
        }
    }

    private static float AddEven(ReadOnlySpan<float> block, Span<float> sum, float gain)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(block);
        var to = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var squares = Vector<float>.Zero;
        for (var i = 0; i < from.Length; i++)
        {
            var scaled = from[i] * gain;
            to[i] += scaled;
            squares += scaled * scaled;
        }

        var energy = Vector.Sum(squares);
        for (var i = from.Length * Vector<float>.Count; i < block.Length; i++)
        {
            var scaled = block[i] * gain;
            sum[i] += scaled;
            energy += scaled * scaled;
        }

        return energy;
    }

    private static float AddRamp(ReadOnlySpan<float> block, Span<float> sum, int channels, float fromGain, float toGain)
    {
        var slope = (toGain - fromGain) * channels / block.Length;
        var energy = 0f;
        for (var i = 0; i < block.Length; i++)
        {
            var scaled = block[i] * (fromGain + slope * (i / channels));
            sum[i] += scaled;
            energy += scaled * scaled;
        }

        return energy;
    }
}
