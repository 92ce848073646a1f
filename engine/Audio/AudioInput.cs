using ConfEngine.Audio.Inputs;
using ConfEngine.Audio.Inputs.Jitter;
using ConfEngine.Audio.Mixing;
using ConfEngine.Audio.Speech;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio;

/// <summary>One source of the mix. One worker at a time pushes packets, the audio thread plays them, anybody may turn the knobs and
/// read the meters. Made by <see cref="Mixer.AddInput"/>.</summary>
public sealed class AudioInput : IAudioSink
{
    private const int InUse = 1;
    private const int Removed = 2;
    private readonly InputFeed _feed;
    private readonly IInputPlayer _player;
    private long _origin;
    private int _started;
    private int _use;
    private double _gainDecibels;
    private float _gain;
    private volatile bool _muted;

    internal AudioInput(string name, AudioInputOptions options)
    {
        Name = name;
        IsRealtime = options.Realtime;
        _feed = new InputFeed(options);
        _player = options.Realtime ? new LivePlayer(_feed, options) : new FilePlayer(_feed);
        GainDecibels = options.GainDecibels;
        _muted = options.Muted;
    }

    /// <summary>Whose sound this is, for people.</summary>
    public string Name { get; }

    /// <summary>True when the source has a clock of its own: see <see cref="AudioInputOptions.Realtime"/>.</summary>
    public bool IsRealtime { get; }

    /// <summary>Engine time at which the stream's time stamp 0 is played: a sample stamped p plays at <see cref="Origin"/> + p. For a
    /// realtime source it is found when the first packet is there, and moves with the delay; pictures of the same source that follow it
    /// stay in step with the sound.</summary>
    public MediaTime Origin
    {
        get => new(Volatile.Read(ref _origin));
        set => Volatile.Write(ref _origin, value.Nanoseconds);
    }

    /// <summary>True once <see cref="Start"/> was called. Until then packets are kept and nothing is played.</summary>
    public bool Started => Volatile.Read(ref _started) != 0;

    /// <summary>Gain in dB, kept within -60..+24. A change glides over one block.</summary>
    public double GainDecibels
    {
        get => Volatile.Read(ref _gainDecibels);
        set
        {
            var kept = Math.Clamp(double.IsNaN(value) ? 0 : value, -60, 24);
            Volatile.Write(ref _gainDecibels, kept);
            Volatile.Write(ref _gain, (float)DecibelMath.ToAmplitude(kept));
        }
    }

    /// <summary>True for no sound. The source is decoded all the same, so it comes back at once.</summary>
    public bool Muted
    {
        get => _muted;
        set => _muted = value;
    }

    /// <summary>Smoothed RMS level in dBFS of what is heard, gain and mute included; <see cref="DecibelMath.Silence"/> at the
    /// least.</summary>
    public float Level => _player.Candidate.Level;

    /// <summary>True while somebody speaks here.</summary>
    public bool IsSpeaking => _player.Candidate.IsSpeaking;

    /// <summary>How much lies ahead of the place being played.</summary>
    public MediaTime Buffered => _feed.Buffered;

    /// <summary>Time stamp of the first packet pushed since the stream began, null before it.</summary>
    public MediaTime? FirstPts => _feed.FirstPts;

    /// <summary>Time stamp up to which the stream has been mixed; runs on through silence. <see cref="MediaTime.MinValue"/> before
    /// anything was played.</summary>
    public MediaTime PlayedUntil => _feed.PlayedUntil;

    /// <summary>How many times 10 ms were made up because a packet was missing.</summary>
    public long Concealed => _player.Figures.Concealed;

    /// <summary>Packets thrown away: no room, too late, twice, or malformed.</summary>
    public long Dropped => _feed.Dropped + _player.Dropped;

    /// <summary>How often nothing was there to play although the stream had not ended.</summary>
    public long Underruns => _player.Underruns;

    /// <summary>How the input copes with what reaches it.</summary>
    public PlayoutFigures Figures => _player.Figures;

    /// <summary>How long the fastest packets of a realtime source are to wait so that the slower ones are in time.</summary>
    public MediaTime TargetDelay => _player.Figures.TargetDelay;

    /// <summary>How long the fastest packets of a realtime source wait now. A block of 10 ms is mixed after that.</summary>
    public MediaTime CurrentDelay => _player.Figures.CurrentDelay;

    /// <summary>Input samples played per output sample; departs from 1 while drift of a realtime source is corrected.</summary>
    public double Speed => _player.Figures.Speed;

    /// <inheritdoc/>
    public bool WantsMore => _feed.WantsMore;

    /// <summary>True when letting the input go at once could be heard as a click.</summary>
    internal bool IsSounding => IsRealtime && Started && Level > DecibelMath.Silence;

    /// <summary>True once the decoders are free, or about to be.</summary>
    internal bool IsRemoved => (Volatile.Read(ref _use) & Removed) != 0;

    internal SpeakerCandidate Candidate => _player.Candidate;

    /// <summary>Begins to play, the stream's time stamp 0 at engine time <paramref name="origin"/>; a realtime source finds that by
    /// itself.</summary>
    public void Start(MediaTime origin)
    {
        Origin = origin;
        Volatile.Write(ref _started, 1);
    }

    /// <summary>Stops playing; what is buffered stays.</summary>
    public void Stop() => Volatile.Write(ref _started, 0);

    /// <summary>The stream begins anew with unrelated time stamps (opened again after a fault): forgets what was pushed so far and
    /// stops playing. To be called where packets are pushed.</summary>
    public void Reset()
    {
        Stop();
        _feed.Reset();
    }

    /// <inheritdoc/>
    public bool PushOpus(ReadOnlySpan<byte> packet, MediaTime pts) => _feed.PushOpus(packet, pts);

    /// <summary>Hands over one Opus packet of a realtime source; packets may come in any order, twice, or late. Never waits for the audio
    /// thread.</summary>
    /// <param name="packet">The packet (RFC 6716). The bytes are copied.</param>
    /// <param name="pts">Position of its first sample, from any zero.</param>
    /// <param name="arrival">When it came, by the clock that the mixer was given; best when the kernel received it. What a mixer without
    /// a clock is told here is not looked at.</param>
    /// <returns>False when it was malformed or there was no room, and it was dropped.</returns>
    public bool PushOpus(ReadOnlySpan<byte> packet, MediaTime pts, Instant arrival) => _feed.PushOpus(packet, pts, arrival);

    /// <inheritdoc/>
    public bool PushPcm(ReadOnlySpan<float> interleaved, int channels, MediaTime pts) => _feed.PushPcm(interleaved, channels, pts);

    /// <inheritdoc/>
    public void PushEnd() => _feed.PushEnd();

    /// <summary>Adds a block to the bus. Audio thread only.</summary>
    internal void Mix(MixBus bus, in BlockTime block) => Mix(bus, block, _muted ? 0 : Volatile.Read(ref _gain));

    /// <summary>Adds a last block to the bus, faded out, and frees the decoders. Audio thread only; nothing is done the second
    /// time.</summary>
    internal void MixLast(MixBus bus, in BlockTime block)
    {
        Mix(bus, block, 0);
        Remove();
    }

    /// <summary>Frees the decoders, at once or as soon as the audio thread is out of them.</summary>
    internal void Remove()
    {
        if ((Interlocked.Or(ref _use, Removed) & InUse) == 0) _feed.Dispose();
    }

    private void Mix(MixBus bus, in BlockTime block, float gain)
    {
        if (Interlocked.CompareExchange(ref _use, InUse, 0) != 0) return;
        _player.Collect(block);
        if (Started)
        {
            var shift = _player.Mix(bus, block, Origin, gain);
            if (shift != 0) Interlocked.Add(ref _origin, shift);
        }
        else
        {
            _player.Rest();
        }

        if (Interlocked.CompareExchange(ref _use, 0, InUse) != InUse) _feed.Dispose();
    }
}
