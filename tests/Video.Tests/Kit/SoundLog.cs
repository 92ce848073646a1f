using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Video.Tests.Kit;

/// <summary>An endless sink that remembers what came.</summary>
public sealed class SoundLog : IAudioSink
{
    public List<(MediaTime Pts, int Channels, float[] Samples)> Pcm { get; } = [];

    public List<(MediaTime Pts, byte[] Packet)> Opus { get; } = [];

    public int Ends { get; private set; }

    public MediaTime Limit { get; init; } = MediaTime.MaxValue;

    public bool WantsMore => Last < Limit;

    private MediaTime Last { get; set; } = MediaTime.MinValue;

    /// <summary>Left channel as one piece, silence where positions leave gaps.</summary>
    public float[] Left()
    {
        var (lastPts, channels, samples) = Pcm[^1];
        var all = new float[lastPts.ToUnits(48_000) + samples.Length / channels + 1];
        foreach (var piece in Pcm)
        {
            var start = (long)Math.Round(piece.Pts.Seconds * 48_000);
            for (var i = 0; i < piece.Samples.Length / piece.Channels; i++)
                if (start + i >= 0) all[start + i] = piece.Samples[i * piece.Channels];
        }

        return all;
    }

    public bool PushOpus(ReadOnlySpan<byte> packet, MediaTime pts)
    {
        Opus.Add((Last = pts, packet.ToArray()));
        return true;
    }

    public bool PushPcm(ReadOnlySpan<float> interleaved, int channels, MediaTime pts)
    {
        Pcm.Add((Last = pts, channels, interleaved.ToArray()));
        return true;
    }

    public void PushEnd() => Ends++;
}
