using System.Buffers.Binary;
using Concentus;
using ConfEngine.Core.Media;

namespace ConfEngine.Audio.Devices;

/// <summary>Reads a WAV file as a whole: 16, 24 or 32 bit integers or 32 bit floats, one or more channels (the first two are taken), any
/// usual rate.</summary>
public static class WavReader
{
    private const long MaximumBytes = 256L << 20;
    private const int ResamplerQuality = 7;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Which.</param>
    /// <returns>Left, right, left, ... at 48 kHz; at least one of each. A file of one channel is on both sides.</returns>
    /// <exception cref="MediaException">The file cannot be read, or is no sound of this kind.</exception>
    public static float[] ReadStereo(string path)
    {
        var bytes = ReadAll(path);
        var format = FindFormat(bytes, path, out var data);
        var samples = data.Length / format.FrameBytes;
        if (samples == 0) throw new MediaException($"{path}: holds no sound");
        var stereo = new float[samples * 2];
        for (var i = 0; i < samples; i++)
        {
            var frame = data.Slice(i * format.FrameBytes, format.FrameBytes);
            stereo[2 * i] = format.Read(frame, 0);
            stereo[2 * i + 1] = format.Read(frame, format.Channels > 1 ? 1 : 0);
        }

        return format.Rate == Mixer.SampleRate ? stereo : Resample(stereo, format.Rate);
    }

    private static byte[] ReadAll(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length > MaximumBytes) throw new MediaException($"{path}: too long; at most {MaximumBytes >> 20} MiB are read");
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new MediaException($"{path}: cannot be read ({failure.Message.ReplaceLineEndings(" ")})", failure);
        }
    }

    // RIFF: chunks of a name, a length and so many bytes, padded to an even number.
    private static SampleFormat FindFormat(ReadOnlySpan<byte> bytes, string path, out ReadOnlySpan<byte> data)
    {
        data = default;
        if (bytes.Length < 12 || !bytes[..4].SequenceEqual("RIFF"u8) || !bytes[8..12].SequenceEqual("WAVE"u8))
            throw new MediaException($"{path}: not a WAV file");
        SampleFormat? format = null;
        for (var rest = bytes[12..]; rest.Length >= 8;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]), (uint)(rest.Length - 8));
            var body = rest.Slice(8, length);
            if (rest[..4].SequenceEqual("fmt "u8)) format = SampleFormat.Parse(body);
            if (rest[..4].SequenceEqual("data"u8))
            {
                data = body;
                break;
            }

            rest = rest[Math.Min(rest.Length, 8 + length + (length & 1))..];
        }

        return format ?? throw new MediaException(
            $"{path}: a WAV file of a kind that is not read; convert it to 16 bit, e.g. with sox '{path}' -b 16 -e signed out.wav");
    }

    private static float[] Resample(float[] stereo, int rate)
    {
        using var resampler = ResamplerFactory.CreateResampler(2, rate, Mixer.SampleRate, ResamplerQuality);
        resampler.SkipZeroes();
        var result = new float[(long)stereo.Length / 2 * Mixer.SampleRate / rate * 2 + 2];
        int taken = 0, made = 0;
        while (taken < stereo.Length / 2 && made < result.Length / 2)
        {
            var input = stereo.Length / 2 - taken;
            var output = result.Length / 2 - made;
            resampler.ProcessInterleaved(stereo.AsSpan(taken * 2), ref input, result.AsSpan(made * 2), ref output);
            if (input == 0 && output == 0) break;
            taken += input;
            made += output;
        }

        return result;
    }

    private sealed record SampleFormat(bool IsFloat, int Channels, int Rate, int Bits)
    {
        private const int Integer = 1;
        private const int Float = 3;
        private const int Extensible = 0xFFFE;

        public int FrameBytes => Channels * Bits / 8;

        // Null for what is not read. The extensible form holds the kind in the first two bytes of a GUID.
        public static SampleFormat? Parse(ReadOnlySpan<byte> chunk)
        {
            if (chunk.Length < 16) return null;
            int kind = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
            if (kind == Extensible && chunk.Length >= 26) kind = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
            int channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
            var rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            int bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
            var isKnown = (kind == Integer && bits is (16 or 24 or 32)) || (kind == Float && bits == 32);
            return isKnown && channels is >= 1 and <= 32 && rate is >= 8000 and <= 192_000
                ? new SampleFormat(kind == Float, channels, (int)rate, bits) : null;
        }

        public float Read(ReadOnlySpan<byte> frame, int channel)
        {
            var sample = frame.Slice(channel * Bits / 8, Bits / 8);
            if (IsFloat) return BinaryPrimitives.ReadSingleLittleEndian(sample) is var value && float.IsFinite(value) ? value : 0;
            return Bits switch
            {
                16 => BinaryPrimitives.ReadInt16LittleEndian(sample) / 32768f,
                24 => (sample[0] << 8 | sample[1] << 16 | sample[2] << 24) / 2147483648f,
                _ => BinaryPrimitives.ReadInt32LittleEndian(sample) / 2147483648f,
            };
        }
    }
}
