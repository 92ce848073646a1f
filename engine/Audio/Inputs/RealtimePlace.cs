namespace ConfEngine.Audio.Inputs;

/// <summary>Keeps the place at which a realtime source is played the wanted delay behind what has arrived: slowly by changing the
/// speed, at once when the buffer would pass its limit or the source has moved.</summary>
internal sealed class RealtimePlace
{
    private readonly DriftControl _drift = new();
    private readonly long _targetSamples;
    private long _lateEnd;

    public RealtimePlace(AudioInputOptions options)
    {
        CapacitySamples = SampleTime.ToSamples(options.Capacity);
        _targetSamples = SampleTime.ToSamples(options.TargetDelay);
    }

    /// <summary>The most that may be buffered.</summary>
    public long CapacitySamples { get; }

    /// <summary>Input samples per output sample.</summary>
    public double Speed => _drift.Speed;

    /// <summary>Remembers where a packet ended that came too late.</summary>
    public void NoteLate(long end) => _lateEnd = end;

    /// <summary>Looks at how much is buffered before a block is played.</summary>
    /// <param name="position">The place about to be played, in samples.</param>
    /// <param name="newest">The place behind the newest packet.</param>
    /// <param name="arrived">True when a packet came since the last block, so that the buffer can be measured.</param>
    /// <param name="moved">True when the source goes on sending for places that are past.</param>
    /// <returns>Nanoseconds to add to the stream's origin.</returns>
    public long Replace(double position, long newest, bool arrived, bool moved)
    {
        if (moved) newest = _lateEnd;
        if (moved || newest - position > CapacitySamples)
        {
            _drift.Reset();
            var place = newest - _targetSamples;
            return (long)Math.Round((position - place) * 1e9 / Mixer.SampleRate);
        }

        if (arrived) _drift.Update((newest - position - _targetSamples) / Mixer.SampleRate);
        return 0;
    }

    /// <summary>Forgets the source's past.</summary>
    public void Reset() => _drift.Reset();
}
