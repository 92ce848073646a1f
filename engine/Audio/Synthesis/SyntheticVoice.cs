using Concentus;
using Concentus.Enums;
using ConfEngine.Core.Media;
using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Synthesis;

/// <summary>The sound of a synthetic source: really encoded and handed to a sink as a network or file source would. Carried on by a
/// pump; it runs ahead as far as the sink wants and no further. Time stamps begin at 0.</summary>
public sealed class SyntheticVoice : IPumped, IDisposable
{
    private const int PacketSamples = 960;
    private const int MaximumPacketBytes = 1275;
    private readonly IAudioSink _sink;
    private readonly VoiceGenerator _generator;
    private readonly IOpusEncoder? _encoder;
    private readonly float[] _samples = new float[PacketSamples];
    private readonly byte[] _packet = new byte[MaximumPacketBytes];
    private long _position;

    /// <summary>Makes a voice.</summary>
    /// <param name="options">What it sounds like.</param>
    /// <param name="sink">Gets the packets.</param>
    public SyntheticVoice(SyntheticVoiceOptions options, IAudioSink sink)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.PitchHertz, 60);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.PitchHertz, 400);
        _sink = sink;
        _generator = new VoiceGenerator(options);
        if (options.Opus) _encoder = CreateEncoder();
    }

    /// <summary>How much has been made so far.</summary>
    public MediaTime Position => SampleTime.FromSamples(Volatile.Read(ref _position));

    /// <inheritdoc/>
    /// <remarks>Before any picture: a gap in the sound is heard sooner than a late picture is seen.</remarks>
    public long Urgency(Instant now) => _sink.WantsMore ? long.MinValue : long.MaxValue;

    /// <summary>Makes the next 20 ms, when they are wanted.</summary>
    public void Step(Instant now)
    {
        if (!_sink.WantsMore) return;
        _generator.Read(_samples);
        if (_encoder is null)
        {
            _sink.PushPcm(_samples, 1, SampleTime.FromSamples(_position));
        }
        else
        {
            // What the decoder gives first lies the encoder's look-ahead before what went in (RFC 7845 calls it pre-skip).
            var length = _encoder.Encode(_samples, PacketSamples, _packet, _packet.Length);
            _sink.PushOpus(_packet.AsSpan(0, length), SampleTime.FromSamples(_position - _encoder.Lookahead));
        }

        Volatile.Write(ref _position, _position + PacketSamples);
    }

    /// <summary>Frees the encoder.</summary>
    public void Dispose() => _encoder?.Dispose();

    // The audio application costs a third of the voice one at this complexity and sounds no worse at this rate.
    private static IOpusEncoder CreateEncoder()
    {
        var encoder = OpusCodecFactory.CreateEncoder(Mixer.SampleRate, 1, OpusApplication.OPUS_APPLICATION_AUDIO);
        encoder.Bitrate = 32_000;
        encoder.Complexity = 5;
        encoder.SignalType = OpusSignal.OPUS_SIGNAL_VOICE;
        return encoder;
    }
}
