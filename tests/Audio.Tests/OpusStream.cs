using Concentus;
using Concentus.Enums;

namespace ConfEngine.Audio.Tests;

/// <summary>A tone or noise as a run of 20 ms Opus packets.</summary>
internal sealed class OpusStream : IDisposable
{
    public const int PacketSamples = 960;
    private readonly IOpusEncoder _encoder;
    private readonly int _channels;
    private readonly double _hertz;
    private readonly byte[] _buffer = new byte[1275];
    private long _position;

    public OpusStream(double hertz = 440, int channels = 1, bool fec = false, int bitrate = 64_000)
    {
        _hertz = hertz;
        _channels = channels;
        _encoder = OpusCodecFactory.CreateEncoder(48_000, channels, fec
            ? OpusApplication.OPUS_APPLICATION_VOIP : OpusApplication.OPUS_APPLICATION_AUDIO);
        _encoder.Bitrate = bitrate;
        _encoder.UseInbandFEC = fec;
        _encoder.PacketLossPercent = fec ? 20 : 0;
        if (fec) _encoder.ForceMode = OpusMode.MODE_SILK_ONLY;
    }

    public byte[] Next(double amplitude = 0.25)
    {
        var mono = Signals.Tone(_hertz, amplitude, PacketSamples, _position);
        _position += PacketSamples;
        var pcm = _channels == 1 ? mono : mono.SelectMany(sample => new[] { sample, sample * 0.5f }).ToArray();
        var length = _encoder.Encode(pcm, PacketSamples, _buffer, _buffer.Length);
        return _buffer[..length];
    }

    public byte[][] Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    public void Dispose() => _encoder.Dispose();
}
