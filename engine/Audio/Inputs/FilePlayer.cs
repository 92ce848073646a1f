using Concentus;
using ConfEngine.Audio.Mixing;
using ConfEngine.Audio.Speech;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Inputs;

/// <summary>Plays a source that can wait: exactly at its place, and not a sample altered.</summary>
internal sealed class FilePlayer : IInputPlayer
{
    private const int StorePackets = 64;
    private readonly InputFeed _feed;
    private readonly PacketStore _store = new(StorePackets);
    private readonly SampleQueue _queue = new();
    private readonly PacketDecoder _decoder;
    private readonly LevelMeter _meter = new();
    private PacketBuffer _spare = new();
    private IOpusDecoder? _used;
    private int _generation;
    private bool _playing;
    private long _next;
    private float _gain;
    private long _dropped;

    public FilePlayer(InputFeed feed)
    {
        _feed = feed;
        _decoder = new PacketDecoder(_store, _queue);
    }

    /// <inheritdoc/>
    public SpeakerCandidate Candidate => _meter.Candidate;

    /// <inheritdoc/>
    public PlayoutFigures Figures => new() { Concealed = _decoder.Concealed, Speed = 1 };

    /// <inheritdoc/>
    public long Dropped => Volatile.Read(ref _dropped) + _decoder.Dropped;

    /// <inheritdoc/>
    public long Underruns => _decoder.Underruns;

    /// <inheritdoc/>
    public void Collect(in BlockTime block)
    {
        if (_feed.Generation != _generation) Restart(_feed.Generation);
        // What is pushed stays where it is when there is no room; the source is refused then.
        while (!_store.IsFull && _feed.Mailbox.TryTake(ref _spare))
        {
            if (_spare.Generation > _generation) Restart(_spare.Generation);
            if (_spare.Generation == _generation) Admit();
        }

        if (_feed.Decoder is { } decoder && !ReferenceEquals(decoder, _used)) _decoder.Use(_used = decoder);
    }

    /// <inheritdoc/>
    public void Rest()
    {
        _playing = false;
        _meter.Update(0);
    }

    /// <inheritdoc/>
    public long Mix(MixBus bus, in BlockTime block, MediaTime origin, float gain)
    {
        var position = SampleTime.ToSamples(block.At - origin);
        var from = _playing ? _gain : gain;
        _gain = gain;
        if (!_playing || position != _next) Seek(position);
        _next = position + Mixer.BlockSamples;
        _decoder.DecodeUntil(_next, _feed.Ended);
        _meter.Update(bus.Add(_queue.Peek(position, Mixer.BlockSamples), _queue.Channels, from, gain));
        _queue.DiscardBefore(_next);
        _feed.ReportPlayed(_next, _generation);
        return 0;
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
        _playing = false;
    }

    private void Admit()
    {
        if ((_playing && _spare.End <= _queue.End) || !_store.TryInsert(ref _spare)) Volatile.Write(ref _dropped, _dropped + 1);
    }
}
