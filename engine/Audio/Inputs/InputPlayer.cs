using Concentus;
using ConfEngine.Audio.Mixing;
using ConfEngine.Audio.Speech;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Inputs;

/// <summary>The playing side of an input: orders what the feed has, decodes it in time, keeps a realtime source in step, and meters.
/// Only the audio thread calls its methods.</summary>
internal sealed class InputPlayer
{
    private const int StorePackets = 64;

    // So many packets in a row behind the place being played mean that the source has moved, not that they are late.
    private const int LateRun = 5;
    private const double LevelAttack = 0.3;
    private const double LevelRelease = 0.04;

    private readonly InputFeed _feed;
    private readonly PacketStore _store = new(StorePackets);
    private readonly SampleQueue _queue = new();
    private readonly PacketDecoder _decoder;
    private readonly RealtimePlace? _place;
    private readonly VoiceActivity _activity = new();
    private readonly float[] _resampled = new float[Mixer.BlockSamples * 2];
    // One channel of a stereo block before and after, with what the resampler needs around it.
    private readonly float[] _channel = new float[Mixer.BlockSamples * 2 + 64];
    private PacketBuffer _spare = new();
    private IOpusDecoder? _used;
    private int _generation;
    private int _late;
    private bool _playing;
    private bool _arrived;
    private long _next;
    private float _gain;
    private double _power;
    private long _dropped;

    public InputPlayer(InputFeed feed, AudioInputOptions options)
    {
        _feed = feed;
        _decoder = new PacketDecoder(_store, _queue);
        if (options.Realtime) _place = new RealtimePlace(options);
    }

    public SpeakerCandidate Candidate { get; } = new();

    public long Concealed => _decoder.Concealed;

    public long Underruns => _decoder.Underruns;

    public long Dropped => Volatile.Read(ref _dropped) + _decoder.Dropped;

    public double Speed => _place?.Speed ?? 1;

    /// <summary>Takes what has been pushed since the last block.</summary>
    public void Collect()
    {
        if (_feed.Generation != _generation) Restart(_feed.Generation);
        // What a source that can wait has pushed stays where it is when there is no room; the source is refused then.
        while ((_place is not null || !_store.IsFull) && _feed.Mailbox.TryTake(ref _spare))
        {
            if (_spare.Generation > _generation) Restart(_spare.Generation);
            if (_spare.Generation == _generation) Admit();
        }

        if (_feed.Decoder is { } decoder && !ReferenceEquals(decoder, _used)) _decoder.Use(_used = decoder);
    }

    /// <summary>Plays nothing in this block.</summary>
    public void Rest()
    {
        _playing = false;
        while (_place is not null && _store.Count > 0 && _store.Last.End - _store.First.Start > _place.CapacitySamples) DropFirst();
        Meter(0);
    }

    /// <summary>Adds the block that begins at <paramref name="at"/> on the stream's time line.</summary>
    /// <returns>Nanoseconds by which the stream's origin moves because the source was played faster or slower, or moved to another
    /// place.</returns>
    public long Mix(MixBus bus, MediaTime at, float gain)
    {
        var shift = 0L;
        if (_place is not null)
        {
            var newest = _store.Count > 0 ? Math.Max(_store.Last.End, _queue.End) : _queue.End;
            shift = _place.Replace(SampleTime.ToPosition(at), newest, _playing && _arrived, _late >= LateRun);
            if (_late >= LateRun) _late = 0;
            at -= new MediaTime(shift);
        }

        var from = _playing ? _gain : gain;
        _gain = gain;
        _arrived = false;
        if (_place is null) PlayExactly(bus, SampleTime.ToSamples(at), from, gain);
        else shift += PlayAtSpeed(bus, SampleTime.ToPosition(at), from, gain);
        return shift;
    }

    private void PlayExactly(MixBus bus, long position, float fromGain, float toGain)
    {
        if (!_playing || position != _next) Seek(position);
        _next = position + Mixer.BlockSamples;
        _decoder.DecodeUntil(_next, _feed.Ended);
        Meter(bus.Add(_queue.Peek(position, Mixer.BlockSamples), _queue.Channels, fromGain, toGain));
        _queue.DiscardBefore(_next);
        _feed.ReportPlayed(_next, _generation);
    }

    private long PlayAtSpeed(MixBus bus, double position, float fromGain, float toGain)
    {
        var speed = _place!.Speed;
        var first = (long)Math.Floor(position) - FractionalResampler.Before;
        var end = (long)Math.Floor(position + speed * Mixer.BlockSamples) + FractionalResampler.After + 1;
        if (!_playing || first < _queue.Start || first > _queue.End) Seek(first);
        _decoder.DecodeUntil(end, _feed.Ended);
        var channels = _queue.Channels;
        Resample(_queue.Peek(first, (int)(end - first)), channels, position - first - FractionalResampler.Before, speed);
        Meter(bus.Add(_resampled.AsSpan(0, Mixer.BlockSamples * channels), channels, fromGain, toGain));
        var next = position + speed * Mixer.BlockSamples;
        _queue.DiscardBefore((long)Math.Floor(next) - FractionalResampler.Before);
        _feed.ReportPlayed((long)Math.Floor(next), _generation);
        return -(long)Math.Round((speed - 1) * Mixer.BlockSamples * 1e9 / Mixer.SampleRate);
    }

    private void Resample(ReadOnlySpan<float> input, int channels, double position, double speed)
    {
        if (channels == 1)
        {
            FractionalResampler.Read(input, position, speed, _resampled.AsSpan(0, Mixer.BlockSamples));
            return;
        }

        var single = _channel.AsSpan(0, input.Length / 2);
        var output = _channel.AsSpan(single.Length, Mixer.BlockSamples);
        for (var channel = 0; channel < 2; channel++)
        {
            for (var i = 0; i < single.Length; i++) single[i] = input[2 * i + channel];
            FractionalResampler.Read(single, position, speed, output);
            for (var i = 0; i < output.Length; i++) _resampled[2 * i + channel] = output[i];
        }
    }

    // Still held: go there. Ahead or gone: begin anew there.
    private void Seek(long position)
    {
        if (_playing && position >= _queue.Start && position <= _queue.End) _queue.DiscardBefore(position);
        else _decoder.MoveTo(position);
        _playing = true;
    }

    private void Restart(int generation)
    {
        _generation = generation;
        _decoder.Reset();
        _queue.MoveTo(0);
        _place?.Reset();
        _playing = false;
        _late = 0;
    }

    private void Admit()
    {
        if (_playing && _spare.End <= _queue.End)
        {
            _late++;
            _place?.NoteLate(_spare.End);
            Volatile.Write(ref _dropped, _dropped + 1);
            return;
        }

        if (_store.IsFull) DropFirst();
        if (!_store.TryInsert(ref _spare))
        {
            Volatile.Write(ref _dropped, _dropped + 1);
            return;
        }

        _late = 0;
        _arrived = true;
    }

    private void DropFirst()
    {
        _store.RemoveFirst();
        Volatile.Write(ref _dropped, _dropped + 1);
    }

    private void Meter(double power)
    {
        _power += (power - _power) * (power > _power ? LevelAttack : LevelRelease);
        Candidate.Level = DecibelMath.FromPower(_power);
        Candidate.IsSpeaking = _activity.Update(DecibelMath.FromPower(power));
    }
}
