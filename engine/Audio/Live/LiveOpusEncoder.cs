using Concentus;
using Concentus.Enums;
using ConfEngine.Audio.Speech;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Live;

/// <summary>Encodes sound as it is captured: blocks of 10 ms go in, packets of 20 ms with level and speech come out. Nothing is allocated
/// after the constructor. One thread at a time.</summary>
public sealed class LiveOpusEncoder : IDisposable
{
    /// <summary>Samples per channel in a packet.</summary>
    public const int PacketSamples = 2 * Mixer.BlockSamples;

    private const int MaximumPacketBytes = 1275;

    // So short is a packet that need not be sent (opus_encode in opus.h).
    private const int DtxBytes = 2;

    // A block that is not where the one before ended by more than this does not belong to the same packet.
    private static readonly MediaTime s_tolerance = MediaTime.FromMilliseconds(5);

    private readonly IOpusEncoder _encoder;
    private readonly VoiceActivity _activity = new();
    private readonly float[] _samples;
    private readonly byte[] _packet = new byte[MaximumPacketBytes];
    private readonly int _channels;
    private MediaTime _start;
    private bool _half;
    private bool _heard;
    private bool _pausing;
    private double _power;

    /// <summary>Makes an encoder.</summary>
    /// <param name="channels">1 to send the mean of both sides, 2 for stereo.</param>
    /// <param name="bitsPerSecond">Rate, 6000..510000.</param>
    /// <param name="options">Null for neither error correction nor pauses.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public LiveOpusEncoder(int channels, int bitsPerSecond, LiveOpusOptions? options = null)
    {
        options ??= new LiveOpusOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channels, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Complexity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Complexity, 10);
        _channels = channels;
        _samples = new float[PacketSamples * channels];
        // Only the voice application reliably chooses the modes that can carry error correction.
        _encoder = OpusCodecFactory.CreateEncoder(Mixer.SampleRate, channels, OpusApplication.OPUS_APPLICATION_VOIP);
        _encoder.SignalType = channels == 1 ? OpusSignal.OPUS_SIGNAL_VOICE : OpusSignal.OPUS_SIGNAL_AUTO;
        _encoder.Complexity = options.Complexity;
        _encoder.UseDTX = options.Dtx;
        BitsPerSecond = bitsPerSecond;
        ExpectedLossPercent = options.ExpectedLossPercent;
    }

    /// <summary>How far a packet's position lies before the samples that were last needed to make it: what the encoder looks ahead (RFC
    /// 7845 calls it pre-skip). The first packet begins this much before the first block.</summary>
    public MediaTime Lookahead => SampleTime.FromSamples(_encoder.Lookahead);

    /// <summary>Rate in bits a second, 6000..510000. Holds from the next packet on.</summary>
    public int BitsPerSecond
    {
        get => _encoder.Bitrate;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 6000);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 510_000);
            _encoder.Bitrate = value;
        }
    }

    /// <summary>See <see cref="LiveOpusOptions.ExpectedLossPercent"/>. Holds from the next packet on.</summary>
    public int ExpectedLossPercent
    {
        get => _encoder.PacketLossPercent;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            _encoder.PacketLossPercent = value;
            _encoder.UseInbandFEC = value > 0;
        }
    }

    /// <summary>RMS level of the last block in dBFS.</summary>
    public float Level { get; private set; } = DecibelMath.Silence;

    /// <summary>Packets handed out.</summary>
    public long Packets { get; private set; }

    /// <summary>Takes the next 10 ms and, every second time, hands out a packet. When a block does not follow the one before, half a
    /// packet that waits is thrown away.</summary>
    /// <param name="stereo48k"><see cref="Mixer.BlockSamples"/> times left, right, full scale ±1. What is beyond is clipped, what is no
    /// number is silence.</param>
    /// <param name="at">Position of the first sample.</param>
    /// <param name="onPacket">Gets the packet before this returns.</param>
    public void Write(ReadOnlySpan<float> stereo48k, MediaTime at, OpusPacketHandler onPacket)
    {
        if (stereo48k.Length != Mixer.BlockSamples * Mixer.Channels)
            throw new ArgumentException($"A block has {Mixer.BlockSamples * Mixer.Channels} samples, not {stereo48k.Length}.", nameof(stereo48k));
        if (_half && Math.Abs((at - _start - Mixer.BlockLength).Nanoseconds) > s_tolerance.Nanoseconds) _half = false;
        if (!_half)
        {
            _start = at;
            _power = 0;
            _heard = false;
        }

        var power = Take(stereo48k, _samples.AsSpan(_half ? _samples.Length / 2 : 0, _samples.Length / 2));
        Level = DecibelMath.FromPower(power);
        _power += power / 2;
        _heard |= _activity.Update(Level);
        _half = !_half;
        if (!_half) Encode(onPacket);
    }

    /// <summary>Forgets what went before: after a break, so that it is not heard in the first packet that follows.</summary>
    public void Reset()
    {
        _encoder.ResetState();
        _half = false;
        _pausing = false;
    }

    /// <summary>Frees the encoder.</summary>
    public void Dispose() => _encoder.Dispose();

    private void Encode(OpusPacketHandler onPacket)
    {
        var length = _encoder.Encode(_samples, PacketSamples, _packet, _packet.Length);
        // The first of a pause is sent all the same: it tells the receiver that what follows is not missing.
        var isPause = length <= DtxBytes;
        var isSilent = isPause && _pausing;
        _pausing = isPause;
        if (isSilent) return;
        Packets++;
        onPacket(_packet.AsSpan(0, length), _start - Lookahead, AudioLevel.FromPower(_power), _heard);
    }

    private double Take(ReadOnlySpan<float> stereo, Span<float> target)
    {
        if (_channels == 2)
            for (var i = 0; i < target.Length; i++) target[i] = Clip(stereo[i]);
        else
            for (var i = 0; i < target.Length; i++) target[i] = (Clip(stereo[2 * i]) + Clip(stereo[2 * i + 1])) / 2;
        var sum = 0.0;
        foreach (var sample in target) sum += sample * sample;
        return sum / target.Length;
    }

    private static float Clip(float sample) => sample switch
    {
        >= -1 and <= 1 => sample,
        > 1 => 1,
        < -1 => -1,
        _ => 0,
    };
}
