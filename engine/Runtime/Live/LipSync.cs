using ConfEngine.Core.Time;

namespace ConfEngine.Runtime.Live;

/// <summary>Which picture belongs to the sound that is heard: both tracks of a stream tell when, on their sender's clock, they were taken
/// (RFC 3550, 6.4.1). Written by the network thread, read by the render thread.</summary>
public sealed class LipSync
{
    // Senders whose clocks for sound and pictures disagree by more than this tell nonsense; pictures then go by their arrival.
    private static readonly MediaTime s_mostApart = MediaTime.FromMilliseconds(500);

    private long _audio = long.MinValue;
    private long _video = long.MinValue;

    /// <summary>True when both clocks are known.</summary>
    public bool IsKnown => Volatile.Read(ref _audio) != long.MinValue && Volatile.Read(ref _video) != long.MinValue;

    /// <summary>The capture time of the sound's position 0.</summary>
    public void SetAudio(MediaTime captureAtZero) => Volatile.Write(ref _audio, captureAtZero.Nanoseconds);

    /// <summary>The capture time of the pictures' position 0.</summary>
    public void SetVideo(MediaTime captureAtZero) => Volatile.Write(ref _video, captureAtZero.Nanoseconds);

    /// <summary>The picture's position that goes with a position of the sound.</summary>
    /// <param name="heard">The sound's position that is heard now.</param>
    /// <param name="byArrival">The picture's position that its arrival alone would give.</param>
    /// <param name="due">The position to show.</param>
    /// <returns>False when the clocks are unknown, or not to be believed.</returns>
    public bool TryMap(MediaTime heard, MediaTime byArrival, out MediaTime due)
    {
        due = byArrival;
        if (!IsKnown) return false;
        var mapped = heard + new MediaTime(Volatile.Read(ref _audio) - Volatile.Read(ref _video));
        if (mapped - byArrival > s_mostApart || byArrival - mapped > s_mostApart) return false;
        due = mapped;
        return true;
    }
}
