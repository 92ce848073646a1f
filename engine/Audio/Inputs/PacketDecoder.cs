using Concentus;

namespace ConfEngine.Audio.Inputs;

/// <summary>Turns the packets of one stream into an unbroken run of samples: decodes just in time, so that a reordered packet has as
/// long as possible to arrive, and makes up for what is missing. Only the audio thread calls it.</summary>
internal sealed class PacketDecoder
{
    // Loss concealment of Opus sounds natural for some 50 ms; then it is faded out, and after 100 ms there is silence.
    private const int ConcealFullSteps = 5;
    private const int ConcealSteps = 10;

    private const int StepSamples = PacketReader.StepSamples;

    // Time stamps rounded to milliseconds by a container are not gaps.
    private const int JitterSamples = 240;

    private readonly PacketStore _store;
    private readonly SampleQueue _queue;
    private readonly PacketReader _reader;
    private bool _contiguous;
    private int _missingSteps = ConcealSteps;
    private bool _starving;

    /// <summary>Decodes from <paramref name="store"/> into <paramref name="queue"/>.</summary>
    public PacketDecoder(PacketStore store, SampleQueue queue)
    {
        _store = store;
        _queue = queue;
        _reader = new PacketReader(queue);
    }

    /// <summary>Steps of 10 ms made up because a packet was missing.</summary>
    public long Concealed { get; private set; }

    /// <summary>How often nothing was there to play although the stream had not ended.</summary>
    public long Underruns { get; private set; }

    /// <summary>Packets that came too late or could not be decoded.</summary>
    public long Dropped { get; private set; }

    /// <summary>Takes over the decoder for the packets to come. Two channels once any packet has two.</summary>
    public void Use(IOpusDecoder decoder) => _reader.Use(decoder);

    /// <summary>Continues at another place of the time line, without making up for what lies between.</summary>
    public void MoveTo(long position)
    {
        _queue.MoveTo(position);
        _contiguous = false;
        _missingSteps = ConcealSteps;
    }

    /// <summary>Forgets the stream's past.</summary>
    public void Reset()
    {
        _store.Clear();
        _reader.Reset();
        _contiguous = false;
        _missingSteps = ConcealSteps;
        _starving = false;
    }

    /// <summary>Makes samples up to place <paramref name="end"/>.</summary>
    /// <param name="end">The place after the last sample needed.</param>
    /// <param name="ended">True when nothing more comes, so that silence is no fault.</param>
    public void DecodeUntil(long end, bool ended)
    {
        while (_queue.End < end)
        {
            if (_store.Count == 0)
            {
                Starve(end, ended);
                continue;
            }

            var packet = _store.First;
            if (packet.End <= _queue.End)
            {
                Dropped++;
                _store.RemoveFirst();
                continue;
            }

            var tolerance = _contiguous ? Math.Min(JitterSamples, packet.Samples / 2) : 0;
            if (packet.Start > _queue.End + tolerance) BridgeGap(packet, end);
            else Play(packet, packet.Start < _queue.End - tolerance ? (int)(_queue.End - packet.Start) : 0);
        }
    }

    private void Starve(long end, bool ended)
    {
        if (ended)
        {
            _starving = false;
            _missingSteps = ConcealSteps;
        }
        else if (!_starving && _missingSteps < ConcealSteps)
        {
            _starving = true;
            Underruns++;
        }

        Conceal((int)Math.Min(end - _queue.End, StepSamples));
    }

    private void BridgeGap(PacketBuffer next, long end)
    {
        var gap = next.Start - _queue.End;
        if (_missingSteps < ConcealSteps && gap == next.Samples && TryRecover(next)) return;
        // When the packet before the next one is lost, the next one may carry a copy: stop short of it.
        if (gap > next.Samples && next.IsOpus) gap -= next.Samples;
        Conceal((int)Math.Min(StepSamples, Math.Min(gap, Math.Max(end - _queue.End, 1))));
    }

    // Forward error correction (RFC 6716 section 2.1.7): a packet can hold a coarse copy of its predecessor.
    private bool TryRecover(PacketBuffer next)
    {
        var samples = _reader.ReadCopy(next);
        if (samples == 0) return false;
        _queue.Commit(samples);
        Concealed += samples / StepSamples;
        _missingSteps = 0;
        _contiguous = true;
        return true;
    }

    private void Play(PacketBuffer packet, int skip)
    {
        _starving = false;
        var samples = _reader.Read(packet);
        if (samples > 0)
        {
            _queue.Commit(samples, skip);
            _missingSteps = 0;
            _contiguous = true;
        }
        else
        {
            Dropped++;
        }

        _store.RemoveFirst();
    }

    private void Conceal(int samples)
    {
        _contiguous = false;
        var room = _queue.Reserve(samples);
        if (_missingSteps >= ConcealSteps)
        {
            room.Clear();
        }
        else
        {
            _reader.MakeUp(room, FadeAt(_missingSteps), FadeAt(_missingSteps + 1));
            _missingSteps++;
            Concealed++;
        }

        _queue.Commit(samples);
    }

    private static float FadeAt(int step) => Math.Clamp((ConcealSteps - step) / (float)(ConcealSteps - ConcealFullSteps), 0, 1);
}
