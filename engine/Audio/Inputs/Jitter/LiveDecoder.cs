using Concentus;

namespace ConfEngine.Audio.Inputs.Jitter;

/// <summary>Turns the packets of a live stream into an unbroken run of samples: decodes just in time, so that a late packet has as long as
/// possible to arrive, makes up for what is missing, and puts the stream off when a late packet is better played late than never. No
/// seam between what is real and what is made up may click. Audio thread only.</summary>
internal sealed class LiveDecoder
{
    // Loss concealment of Opus sounds natural for some 50 ms; then it is faded out, and after 100 ms there is silence.
    private const int ConcealFullSamples = 5 * StepSamples;
    private const int ConcealSamples = 10 * StepSamples;

    // In a pause the sender describes the noise of the room every 400 ms; when it does not, it is gone.
    private const int PauseSamples = 100 * StepSamples;
    private const int StepSamples = PacketReader.StepSamples;

    // The shortest piece that the decoder makes up: 2.5 ms.
    private const int SmallStepSamples = 120;
    private const int SeamSamples = 120;
    private const int RampSamples = 240;

    // Time stamps rounded to milliseconds are not gaps.
    private const int JitterSamples = 240;

    private readonly PacketStore _store;
    private readonly SampleQueue _queue;
    private readonly PacketReader _reader;
    private int _missing = ConcealSamples;
    private int _paused;
    private long _concealed;
    private long _madeUp;
    private float _rampFrom;
    private bool _pausing;
    private bool _starving;

    public LiveDecoder(PacketStore store, SampleQueue queue)
    {
        _store = store;
        _queue = queue;
        _reader = new PacketReader(queue);
    }

    /// <summary>How many times 10 ms were made up because a packet was missing.</summary>
    public long Concealed => Volatile.Read(ref _concealed) / StepSamples;

    /// <summary>Packets made anew from the copy in the next one.</summary>
    public long Recovered { get; private set; }

    /// <summary>How often nothing was there to play although the stream had not ended or paused.</summary>
    public long Underruns { get; private set; }

    /// <summary>Packets that could not be decoded.</summary>
    public long Broken { get; private set; }

    /// <summary>Packets that came when their place had been played.</summary>
    public long Late { get; private set; }

    /// <summary>True while the end of the queue is made up.</summary>
    public bool IsMakingUp => _madeUp > 0;

    /// <summary>By how many samples the stream may be put off in favour of late packets.</summary>
    public long MayPutOff { get; set; }

    /// <summary>Takes over the decoder for the packets to come.</summary>
    public void Use(IOpusDecoder decoder) => _reader.Use(decoder);

    /// <summary>Continues at another place of the time line, without making up for what lies between. Fades in.</summary>
    public void MoveTo(long position)
    {
        _queue.MoveTo(position);
        // What follows is no continuation; going on from the old state is loud at times.
        _reader.Reset();
        _madeUp = 0;
        _missing = ConcealSamples;
        _pausing = false;
        _rampFrom = 0;
    }

    /// <summary>Forgets the stream's past.</summary>
    public void Reset()
    {
        _store.Clear();
        _starving = false;
        MoveTo(_queue.End);
    }

    /// <summary>True when a packet that begins at <paramref name="start"/> is of no use any more.</summary>
    public bool IsTooLate(long start, long end) => end <= _queue.End && !CanPutOff(_queue.End - start);

    /// <summary>Makes samples up to place <paramref name="end"/>.</summary>
    /// <param name="first">The place of the first sample that has not been played.</param>
    /// <param name="end">The place after the last sample needed.</param>
    /// <param name="ended">True when nothing more comes, so that silence is no fault.</param>
    /// <returns>By how many samples the stream was put off: what is held and both places lie that much further back now.</returns>
    public long DecodeUntil(long first, long end, bool ended)
    {
        var putOff = 0L;
        while (_queue.End < end - putOff)
        {
            if (_store.Count == 0)
            {
                Starve(ended);
                continue;
            }

            var packet = _store.First;
            var tolerance = _madeUp == 0 && _missing == 0 ? Math.Min(JitterSamples, packet.Samples / 2) : 0;
            if (packet.Start > _queue.End + tolerance) BridgeGap(packet);
            else putOff += PlayFirst(packet, tolerance, first - putOff);
        }

        // A late packet is crossed over from what was made up, so some of that has to be left.
        if (_madeUp > 0 && _queue.End < end - putOff + SeamSamples) MakeUp(SmallStepSamples);
        return putOff;
    }

    /// <summary>Goes on to <paramref name="end"/> without looking at packets: to fade out.</summary>
    public void MakeUpUntil(long end)
    {
        while (_queue.End < end) MakeUp(StepSamples);
    }

    private bool CanPutOff(long overlap) => overlap <= _madeUp && overlap <= MayPutOff;

    private long PlayFirst(PacketBuffer packet, int tolerance, long first)
    {
        var overlap = _queue.End - packet.Start;
        if (overlap <= tolerance)
        {
            Play(packet, 0, first);
            return 0;
        }

        if (CanPutOff(overlap))
        {
            _queue.Shift(-overlap);
            MayPutOff -= overlap;
            Play(packet, 0, first - overlap);
            return overlap;
        }

        if (packet.End > _queue.End)
        {
            Play(packet, (int)overlap, first);
            return 0;
        }

        Late++;
        _store.RemoveFirst();
        return 0;
    }

    private void Starve(bool ended)
    {
        if (ended)
        {
            _starving = false;
            _missing = ConcealSamples;
        }
        else if (!_starving && !_pausing && _missing < ConcealSamples)
        {
            _starving = true;
            Underruns++;
        }

        MakeUp(StepSamples);
    }

    private void BridgeGap(PacketBuffer next)
    {
        var gap = next.Start - _queue.End;
        if (!_pausing && _missing < ConcealSamples && gap == next.Samples && TryRecover(next)) return;
        // When the packet before the next one is lost, the next one may carry a copy: stop short of it.
        if (gap > next.Samples && next.IsOpus) gap -= next.Samples;
        MakeUp((int)Math.Min(StepSamples, gap));
    }

    private bool TryRecover(PacketBuffer next)
    {
        var samples = _reader.ReadCopy(next);
        if (samples == 0) return false;
        FadeIn(samples, 0);
        _queue.Commit(samples);
        if (OpusRedundancy.HasCopy(next.Bytes)) Recovered++;
        else _concealed += samples;
        _missing = 0;
        _madeUp = 0;
        return true;
    }

    private void Play(PacketBuffer packet, int skip, long first)
    {
        _starving = false;
        var samples = _reader.Read(packet);
        if (samples == 0)
        {
            Broken++;
            _store.RemoveFirst();
            return;
        }

        FadeIn(samples, skip);
        if (skip > 0) CrossOver(samples, skip, first);
        _queue.Commit(samples, skip);
        _missing = 0;
        _madeUp = 0;
        _pausing = packet.IsOpus && OpusRedundancy.IsPause(packet.Bytes);
        _paused = 0;
        _store.RemoveFirst();
    }

    // After silence sound begins softly, wherever in a wave it begins.
    private void FadeIn(int samples, int skip)
    {
        if (_rampFrom >= 1) return;
        var channels = _queue.Channels;
        var room = _queue.Reserve(samples);
        var end = Math.Min(samples, skip + RampSamples);
        for (var i = skip; i < end; i++)
            for (var c = 0; c < channels; c++) room[i * channels + c] *= _rampFrom + (1 - _rampFrom) * (i - skip) / RampSamples;
        _rampFrom = 1;
    }

    // What was made up gives way to what is real where both are known.
    private void CrossOver(int samples, int skip, long first)
    {
        var channels = _queue.Channels;
        var count = (int)Math.Clamp(Math.Min(_queue.End - first, skip), 0, SeamSamples);
        var real = _queue.Reserve(samples).Slice((skip - count) * channels, count * channels);
        var madeUp = _queue.Tail(count);
        for (var i = 0; i < madeUp.Length; i++)
        {
            var weight = (i / channels + 0.5f) / count;
            madeUp[i] += (real[i] - madeUp[i]) * weight;
        }
    }

    private void MakeUp(int samples)
    {
        var room = _queue.Reserve(samples);
        // The decoder goes on by whole small steps; going on by as much as is used keeps its next packet in step.
        var step = (samples + SmallStepSamples - 1) / SmallStepSamples * SmallStepSamples;
        if (_pausing && _paused < PauseSamples)
        {
            _reader.MakeUp(room, 1, 1, step);
            _paused += samples;
            _missing = _paused < PauseSamples ? 0 : ConcealFullSamples;
        }
        else if (_missing >= ConcealSamples)
        {
            room.Clear();
            _rampFrom = 0;
        }
        else
        {
            _reader.MakeUp(room, FadeAt(_missing), FadeAt(_missing + samples), step);
            _missing += samples;
            _rampFrom = FadeAt(_missing);
            if (!_pausing) _concealed += samples;
        }

        _madeUp += samples;
        _queue.Commit(samples);
    }

    private static float FadeAt(int missing) =>
        Math.Clamp((ConcealSamples - missing) / (float)(ConcealSamples - ConcealFullSamples), 0, 1);
}
