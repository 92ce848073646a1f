using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Inputs.Jitter;

/// <summary>Relates the positions of the mix to the clock that packets arrive by. A sound device may ask for several blocks at once, and its
/// clock drifts; what counts for a packet is the earliest that its block may be asked for, so that the smallest distance of the last two
/// to four seconds is taken. Audio thread only.</summary>
internal sealed class MixPace
{
    private const int BucketBlocks = 200;
    private long _current = long.MaxValue;
    private long _previous = long.MaxValue;
    private int _blocks;

    /// <summary>Nanoseconds from a position of the mix to the earliest time at which it is asked for.</summary>
    public long Offset => Math.Min(_current, _previous);

    /// <summary>Takes in that the block at <paramref name="at"/> was asked for at <paramref name="now"/>.</summary>
    public void Update(Instant now, MediaTime at)
    {
        if (++_blocks > BucketBlocks)
        {
            _blocks = 0;
            _previous = _current;
            _current = long.MaxValue;
        }

        _current = Math.Min(_current, now.Nanoseconds - at.Nanoseconds);
    }
}
