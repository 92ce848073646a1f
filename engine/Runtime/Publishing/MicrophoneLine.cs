using ConfEngine.Audio;
using ConfEngine.Audio.Live;
using ConfEngine.Audio.Speech;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Publishing;

/// <summary>From captured blocks to packets: meters, mutes, rests while nobody listens, and keeps the positions even. The device's thread
/// calls it, one at a time; it allocates nothing.</summary>
internal sealed class MicrophoneLine : IDisposable
{
    // Positions are counted, since receivers take every odd step for a loss; only when the device's clock is this far off are they set
    // right.
    private static readonly MediaTime s_tolerance = MediaTime.FromMilliseconds(40);

    // A packet so short tells the receiver that a pause begins.
    private const int PauseBytes = 2;

    // The encoder takes a fifth of a second of silence for a pause; it need not be waited for for ever.
    private const int MaximumGoodbyeBlocks = 100;
    private const double LevelAttack = 0.3;
    private const double LevelRelease = 0.04;

    private readonly ILocalStream _stream;
    private readonly Instant _zero;
    private readonly LiveOpusEncoder _encoder;
    private readonly OpusPacketHandler _onPacket;
    private readonly VoiceActivity _activity = new();
    private readonly float[] _block = new float[Mixer.BlockSamples * Mixer.Channels];
    private MediaTime _next = MediaTime.MinValue;
    private float _gain;
    private double _power;
    private int _goodbyeBlocks;
    private bool _resting = true;
    private float _level = DecibelMath.Silence;
    private bool _isSpeaking;
    private long _packets;
    private long _dropped;
    private volatile bool _muted;

    public MicrophoneLine(ILocalStream stream, Instant zero, MicrophoneOptions options)
    {
        _stream = stream;
        _zero = zero;
        _muted = options.Muted;
        _encoder = new LiveOpusEncoder(options.Channels, options.BitsPerSecond,
            new LiveOpusOptions { ExpectedLossPercent = options.ExpectedLossPercent, Dtx = true });
        _onPacket = OnPacket;
    }

    public bool Muted
    {
        get => _muted;
        set => _muted = value;
    }

    public float Level => Volatile.Read(ref _level);

    public bool IsSpeaking => Volatile.Read(ref _isSpeaking);

    public long Packets => Volatile.Read(ref _packets);

    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>A device begins; what another one delivered has nothing to do with it. Before its first block.</summary>
    public void Begin() => _resting = true;

    /// <summary>Takes a block that was captured at <paramref name="at"/>.</summary>
    public void OnBlock(ReadOnlySpan<float> stereoBlock, Instant at)
    {
        Meter(stereoBlock);
        var position = Place(at - _zero);
        var target = _muted ? 0f : 1f;
        if (!_stream.IsWatched || (target == 0 && _gain == 0 && (_resting || HasSaidGoodbye())))
        {
            _resting = true;
            _gain = 0;
            return;
        }

        if (_resting) Wake();
        if (target > 0) _goodbyeBlocks = 0;
        Glide(stereoBlock, target);
        _encoder.Write(_block, position, _onPacket);
    }

    public void Dispose() => _encoder.Dispose();

    private void Wake()
    {
        _resting = false;
        _gain = 0;
        _goodbyeBlocks = 0;
        _encoder.Reset();
    }

    // Silence is sent until the encoder has told the receiver that a pause begins: packets that just stop coming look like lost ones.
    private bool HasSaidGoodbye() => _goodbyeBlocks++ >= MaximumGoodbyeBlocks;

    private MediaTime Place(MediaTime told)
    {
        var off = told - _next;
        if (off > s_tolerance || off < -s_tolerance) _next = told;
        var position = _next;
        _next += Mixer.BlockLength;
        return position;
    }

    private void Glide(ReadOnlySpan<float> block, float target)
    {
        var slope = (target - _gain) / Mixer.BlockSamples;
        for (var i = 0; i < block.Length; i++) _block[i] = block[i] * (_gain + slope * (i / Mixer.Channels));
        _gain = target;
    }

    private void OnPacket(ReadOnlySpan<byte> packet, MediaTime pts, int level, bool isSpeech)
    {
        if (_stream.TryWriteAudio(packet, pts, level, isSpeech)) Volatile.Write(ref _packets, _packets + 1);
        else Volatile.Write(ref _dropped, _dropped + 1);
        if (_muted && packet.Length <= PauseBytes) _goodbyeBlocks = MaximumGoodbyeBlocks;
    }

    private void Meter(ReadOnlySpan<float> block)
    {
        var sum = 0.0;
        foreach (var sample in block) sum += float.IsFinite(sample) ? sample * sample : 0;
        var power = sum / block.Length;
        _power += (power - _power) * (power > _power ? LevelAttack : LevelRelease);
        Volatile.Write(ref _level, DecibelMath.FromPower(_power));
        Volatile.Write(ref _isSpeaking, _activity.Update(DecibelMath.FromPower(power)));
    }
}
