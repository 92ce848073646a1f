using System.Runtime.InteropServices;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Inputs;

/// <summary>One packet: Opus bytes or decoded samples, with its place on the stream's time line. Reused; only the writer lets it
/// grow.</summary>
internal sealed class PacketBuffer
{
    private byte[] _bytes = [];
    private int _length;

    /// <summary>First sample of the packet on the stream's time line.</summary>
    public long Start { get; private set; }

    /// <summary>Samples per channel.</summary>
    public int Samples { get; private set; }

    /// <summary>1 or 2.</summary>
    public int Channels { get; private set; }

    /// <summary>True for Opus, false for samples.</summary>
    public bool IsOpus { get; private set; }

    /// <summary>When it came; null when nobody said.</summary>
    public Instant? Arrival { get; set; }

    /// <summary>Goes up each time the stream starts anew.</summary>
    public int Generation { get; private set; }

    /// <summary>The sample after the last.</summary>
    public long End => Start + Samples;

    /// <summary>The Opus packet.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>The decoded samples, interleaved.</summary>
    public ReadOnlySpan<float> Pcm => MemoryMarshal.Cast<byte, float>(Bytes);

    /// <summary>Takes a copy of an Opus packet.</summary>
    public void SetOpus(ReadOnlySpan<byte> packet, long start, int samples, int channels, int generation)
    {
        IsOpus = true;
        Set(packet, start, samples, channels, generation);
    }

    /// <summary>Takes a copy of samples.</summary>
    public void SetPcm(ReadOnlySpan<float> interleaved, long start, int channels, int generation)
    {
        IsOpus = false;
        Set(MemoryMarshal.AsBytes(interleaved), start, interleaved.Length / channels, channels, generation);
    }

    private void Set(ReadOnlySpan<byte> bytes, long start, int samples, int channels, int generation)
    {
        if (_bytes.Length < bytes.Length) _bytes = new byte[Math.Max(256, (bytes.Length + 63) & -64)];
        bytes.CopyTo(_bytes);
        _length = bytes.Length;
        Start = start;
        Samples = samples;
        Channels = channels;
        Generation = generation;
    }
}
