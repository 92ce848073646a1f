using System.Buffers.Binary;
using ConfEngine.Core.Time;
using ConfEngine.Video.Live;

namespace ConfEngine.Video.Tests.Live;

/// <summary>Takes the frames out of an IVF file: a header of 32 bytes, then each frame behind its size (4 bytes) and position (8 bytes).</summary>
public static class Ivf
{
    public static List<Coded> Read(string path, LiveCodec codec, int keyEvery)
    {
        var frames = new List<Coded>();
        var rest = File.ReadAllBytes(path).AsSpan(32);
        while (rest.Length >= 12)
        {
            var size = BinaryPrimitives.ReadInt32LittleEndian(rest);
            frames.Add(new(rest.Slice(12, size).ToArray(), codec, frames.Count % keyEvery == 0, MediaTime.FromUnits(frames.Count, Coded.Rate)));
            rest = rest[(12 + size)..];
        }

        return frames;
    }
}
