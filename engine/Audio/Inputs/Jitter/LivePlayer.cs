using Concentus;
using ConfEngine.Audio.Mixing;
using ConfEngine.Audio.Speech;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Inputs.Jitter;

/// <summary>Plays a source that cannot wait, as short a time after it arrives as its jitter allows. The delay wanted is measured; the
/// delay there is follows it by lengthening and shortening the sound by pitch periods, small differences and drift by a change of
/// speed that is too small to be heard, large ones by a fade and a jump.</summary>
internal sealed class LivePlayer : IInputPlayer
{
    private const int StorePackets = 64;
    private const long JumpNanoseconds = 100_000_000;
    private const long JumpBackNanoseconds = 250_000_000;

    // Waiting for copies of lost packets pays from one loss in a hundred blocks on.
    private const double LossSmoothing = 1000;
    private const double WorthwhileLoss = 0.01;
    private const int CopyBlocks = 500;

    private readonly InputFeed _feed;
    private readonly long _capacityNanoseconds;
    private readonly PacketStore _store = new(StorePackets);
    private readonly SampleQueue _queue = new();
    private readonly LiveDecoder _decoder;
    private readonly BlockReader _reader;
    private readonly ArrivalWindow _window = new();
    private readonly MixPace _pace = new();
    private readonly SourceWatch _watch = new();
    private readonly DriftControl _drift = new();
    private readonly StretchControl _stretch = new();
    private readonly PitchMatch _match = new();
    private readonly DelayTarget _target;
    private readonly LevelMeter _meter = new();
    private PacketBuffer _spare = new();
    private IOpusDecoder? _used;
    private int _generation;
    private bool _playing;
    private bool _leaving;
    private float _gain;
    private double _speed = 1;
    private double _loss;
    private long _missing;
    private int _sinceCopy = CopyBlocks;
    private int _copySamples;
    private long _delay;
    private long _dropped;
    private long _late;
    private long _stretched;

    public LivePlayer(InputFeed feed, AudioInputOptions options)
    {
        _feed = feed;
        _capacityNanoseconds = options.Capacity.Nanoseconds;
        _target = new DelayTarget(options.MinimumDelay, options.MaximumDelay);
        _decoder = new LiveDecoder(_store, _queue);
        _reader = new BlockReader(_queue);
    }

    /// <inheritdoc/>
    public SpeakerCandidate Candidate => _meter.Candidate;

    /// <inheritdoc/>
    public PlayoutFigures Figures => new()
    {
        TargetDelay = new MediaTime(_target.Nanoseconds),
        CurrentDelay = new MediaTime(Volatile.Read(ref _delay)),
        Concealed = _decoder.Concealed,
        Recovered = _decoder.Recovered,
        Late = Volatile.Read(ref _late) + _decoder.Late,
        Stretched = Volatile.Read(ref _stretched),
        Speed = Volatile.Read(ref _speed),
    };

    /// <inheritdoc/>
    public long Dropped => Volatile.Read(ref _dropped) + Volatile.Read(ref _late) + _decoder.Late + _decoder.Broken;

    /// <inheritdoc/>
    public long Underruns => _decoder.Underruns;

    /// <inheritdoc/>
    public void Collect(in BlockTime block)
    {
        if (_feed.Generation != _generation) Restart(_feed.Generation);
        while (_feed.Mailbox.TryTake(ref _spare))
        {
            if (_spare.Generation > _generation) Restart(_spare.Generation);
            if (_spare.Generation == _generation) Admit(block.IsClocked && _spare.Arrival is { } arrival ? arrival : block.Now);
        }

        if (_feed.Decoder is { } decoder && !ReferenceEquals(decoder, _used)) _decoder.Use(_used = decoder);
    }

    /// <inheritdoc/>
    public void Rest()
    {
        _playing = false;
        _leaving = false;
        while (_store.Count > 0 && LengthOf(_store.Last.End - _store.First.Start) > _capacityNanoseconds) DropFirst();
        _meter.Update(0);
    }

    /// <inheritdoc/>
    public long Mix(MixBus bus, in BlockTime block, MediaTime origin, float gain)
    {
        _pace.Update(block.Now, block.At);
        if (_leaving) return Leave(bus, block.At - origin);
        if (!_playing && _store.Count == 0)
        {
            _meter.Update(0);
            return 0;
        }

        var shift = _playing ? 0 : Place(block.At, origin);
        var delay = _pace.Offset + origin.Nanoseconds + shift - _window.Base;
        Steer(delay);
        shift += Play(bus, SampleTime.ToPosition(block.At - origin - new MediaTime(shift)), delay, gain);
        Volatile.Write(ref _delay, delay);
        return shift;
    }

    private static long LengthOf(long samples) => SampleTime.FromSamples(samples).Nanoseconds;

    private static long SamplesOf(long nanoseconds) => SampleTime.ToSamples(new MediaTime(nanoseconds));

    // Begins to play as far behind the fastest packets as is wanted.
    private long Place(MediaTime at, MediaTime origin)
    {
        _target.Reset(_window);
        var wanted = _window.Base + _target.Nanoseconds - _pace.Offset;
        _decoder.MoveTo(BlockReader.FirstFor(SampleTime.ToPosition(at - new MediaTime(wanted))));
        _playing = true;
        return wanted - origin.Nanoseconds;
    }

    private void Steer(long delay)
    {
        var missing = _decoder.Concealed + _decoder.Recovered;
        _loss += ((missing > _missing ? 1 : 0) - _loss) / LossSmoothing;
        _missing = missing;
        _sinceCopy = Math.Min(_sinceCopy + 1, CopyBlocks);
        _target.Update(_window, _sinceCopy < CopyBlocks && _loss > WorthwhileLoss ? LengthOf(_copySamples) : 0);
        var excess = delay - _target.Nanoseconds;
        Volatile.Write(ref _speed, _drift.Update(new MediaTime(excess)));
        _decoder.MayPutOff = SamplesOf(Math.Max(0, -excess));
        _leaving = excess > JumpNanoseconds || excess < -JumpBackNanoseconds || delay > _capacityNanoseconds;
    }

    private long Play(MixBus bus, double position, long delay, float gain)
    {
        var first = BlockReader.FirstFor(position);
        if (first < _queue.Start || first > _queue.End) _decoder.MoveTo(first);
        var end = BlockReader.EndFor(position, _speed);
        var putOff = _decoder.DecodeUntil(first, end, _feed.Ended);
        position -= putOff;
        var excess = delay + LengthOf(putOff) - _target.Nanoseconds;
        var step = FindStep(position, excess);
        var block = step == 0 ? _reader.Read(position, _speed) : _reader.ReadAcross(position, _speed, step);
        _meter.Update(bus.Add(block, _queue.Channels, _gain, gain));
        _gain = gain;
        Finish(position + step + _speed * Mixer.BlockSamples);
        return LengthOf(putOff - step) - (long)Math.Round((_speed - 1) * Mixer.BlockSamples * 1e9 / Mixer.SampleRate);
    }

    private void Finish(double next)
    {
        _queue.DiscardBefore(BlockReader.FirstFor(next) - PitchMatch.MaximumLag);
        _feed.ReportPlayed((long)Math.Floor(next), _generation);
    }

    // By how many samples to move on, or back, besides the block: 0 nearly always.
    private int FindStep(double position, long excess)
    {
        var direction = _stretch.Decide(excess);
        if (direction == 0 || _decoder.IsMakingUp) return 0;
        var reach = direction > 0 ? ReachForward(position, excess) : ReachBack(position, excess);
        if (reach < PitchMatch.MinimumLag) return 0;
        var start = (long)Math.Floor(position) - (direction < 0 ? reach : 0);
        var samples = _reader.PeekMono(start, PitchMatch.Length + reach);
        var lag = _match.Find(samples, reach, direction < 0);
        var done = _stretch.IsGoodEnough(direction, _match.Likeness, PitchMatch.Power(samples));
        _stretch.Rest(direction, excess, done);
        if (!done) return 0;
        Volatile.Write(ref _stretched, _stretched + 1);
        return direction * lag;
    }

    // No further than what has arrived, nor than the target.
    private int ReachForward(double position, long excess)
    {
        var reach = (int)Math.Min(PitchMatch.MaximumLag, SamplesOf(excess)) & -4;
        var end = BlockReader.EndFor(position, _speed) + reach;
        if (_store.Count == 0 ? _queue.End < end : _store.Last.End < end) return 0;
        _decoder.MayPutOff = 0;
        _decoder.DecodeUntil(BlockReader.FirstFor(position), end, true);
        return _decoder.IsMakingUp ? 0 : reach;
    }

    private int ReachBack(double position, long excess)
    {
        var held = BlockReader.FirstFor(position) - _queue.Start;
        return (int)Math.Min(held, Math.Min(PitchMatch.MaximumLag, SamplesOf(-excess) + PitchMatch.MinimumLag)) & -4;
    }

    // Fades out over a block; the next one begins elsewhere.
    private long Leave(MixBus bus, MediaTime at)
    {
        var position = SampleTime.ToPosition(at);
        var first = BlockReader.FirstFor(position);
        if (first < _queue.Start || first > _queue.End) _decoder.MoveTo(first);
        _decoder.MakeUpUntil(BlockReader.EndFor(position, 1));
        _meter.Update(bus.Add(_reader.Read(position, 1), _queue.Channels, _gain, 0));
        _leaving = false;
        _playing = false;
        return 0;
    }

    private void Restart(int generation)
    {
        _generation = generation;
        _decoder.Reset();
        _watch.Reset();
        _window.Clear();
        _drift.Reset();
        _playing = false;
        _leaving = false;
    }

    // The source goes on elsewhere; what is held is faded out.
    private void Follow()
    {
        _store.Clear();
        _watch.Reset();
        _window.Clear();
        _leaving = _playing;
    }

    private void Admit(Instant arrival)
    {
        var delay = arrival.Nanoseconds - LengthOf(_spare.Start);
        var belongs = _watch.Belongs(_window, arrival, delay);
        if (belongs && _watch.IsRepeated(_spare.Start))
        {
            Volatile.Write(ref _dropped, _dropped + 1);
            return;
        }

        if (belongs) _window.Add(arrival, delay);
        var isLate = belongs && _playing && _decoder.IsTooLate(_spare.Start, _spare.End);
        if (belongs) _watch.NoteLate(isLate, arrival);
        if (_watch.HasMoved)
        {
            Follow();
            _window.Add(arrival, delay);
        }
        else if (isLate || !belongs)
        {
            Volatile.Write(ref _late, _late + 1);
            return;
        }

        Keep();
    }

    private void Keep()
    {
        if (_spare.IsOpus && OpusRedundancy.HasCopy(_spare.Bytes))
        {
            _sinceCopy = 0;
            _copySamples = _spare.Samples;
        }

        if (_store.IsFull) DropFirst();
        if (!_store.TryInsert(ref _spare)) Volatile.Write(ref _dropped, _dropped + 1);
    }

    private void DropFirst()
    {
        _store.RemoveFirst();
        Volatile.Write(ref _dropped, _dropped + 1);
    }
}
