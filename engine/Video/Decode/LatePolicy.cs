using ConfEngine.Core.Time;

namespace ConfEngine.Video.Decode;

/// <summary>What a stream leaves out when decoding cannot keep up: first the pictures that no other depends on, then everything up to
/// the next key frame. Pure: positions in, decisions out.</summary>
internal sealed class LatePolicy
{
    private static readonly MediaTime s_late = MediaTime.FromMilliseconds(150);
    private static readonly MediaTime s_caughtUp = MediaTime.FromMilliseconds(40);
    private static readonly MediaTime s_hopeless = MediaTime.FromSeconds(1);

    // However far behind, a new picture now and then shows that the stream lives.
    private static readonly MediaTime s_signOfLife = MediaTime.FromMilliseconds(500);

    private MediaTime _lastAdmission = MediaTime.MinValue;
    private MediaTime? _lastKey;
    private MediaTime _keyInterval;

    /// <summary>Unreferenced pictures are to be skipped.</summary>
    public bool SkipsUnreferenced { get; private set; }

    /// <summary>Packets are dropped until a key frame.</summary>
    public bool WaitsForKeyFrame { get; private set; }

    /// <summary>Looks at how far behind the stream is.</summary>
    /// <param name="due">The position that is wanted on the screen.</param>
    /// <param name="decoded">The position of the newest decoded picture.</param>
    public void Observe(MediaTime due, MediaTime decoded)
    {
        var lag = due - decoded;
        if (lag > s_late) SkipsUnreferenced = true;
        if (lag < s_caughtUp) SkipsUnreferenced = false;
        // Waiting only helps when the next key frame, as far as can be told, is not ahead of what is due.
        var nextKey = (_lastKey ?? decoded) + _keyInterval;
        if (lag > s_hopeless && nextKey <= due) WaitsForKeyFrame = true;
    }

    /// <summary>Whether to decode a packet.</summary>
    /// <param name="isKey">It is a key frame.</param>
    /// <param name="position">Its position, null when unknown.</param>
    /// <param name="due">The position that is wanted on the screen.</param>
    public bool Admits(bool isKey, MediaTime? position, MediaTime due)
    {
        if (isKey) Note(position);
        if (!WaitsForKeyFrame) return true;
        if (!isKey) return false;
        // A key frame is not worth it while a later one is due as well.
        var isPast = position is { } at && due - at > s_hopeless && due - at > _keyInterval;
        if (isPast && due - _lastAdmission < s_signOfLife) return false;
        WaitsForKeyFrame = false;
        _lastAdmission = due;
        return true;
    }

    private void Note(MediaTime? position)
    {
        if (_lastKey is { } last && position is { } at && at > last) _keyInterval = at - last;
        _lastKey = position ?? _lastKey;
    }
}
