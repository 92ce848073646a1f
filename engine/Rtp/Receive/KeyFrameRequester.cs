using ConfEngine.Core.Time;

namespace ConfEngine.Rtp.Receive;

/// <summary>Merges everybody's wishes for a key frame of one stream into few requests: one at once, then one per interval until the key
/// frame
/// comes. A storm of wishes costs the sender no more than one wish.</summary>
public sealed class KeyFrameRequester
{
    private Instant? _askedAt;
    private bool _isWanted;

    /// <summary>Time between requests: an encoder that honours every one of them sends little else.</summary>
    public MediaTime Interval { get; init; } = MediaTime.FromMilliseconds(500);

    /// <summary>Requests sent so far.</summary>
    public int Requests { get; private set; }

    /// <summary>When the next request is due; null while nobody wants one.</summary>
    public Instant? NextDeadline => !_isWanted ? null : _askedAt is { } at ? at + Interval : new Instant(long.MinValue);

    /// <summary>Somebody needs a key frame.</summary>
    public void Want() => _isWanted = true;

    /// <summary>A key frame has begun to come.</summary>
    public void OnKeyFrame() => _isWanted = false;

    /// <summary>True when a request is to be sent now.</summary>
    public bool Take(Instant now)
    {
        if (!_isWanted || now < NextDeadline) return false;
        _askedAt = now;
        Requests++;
        return true;
    }
}
