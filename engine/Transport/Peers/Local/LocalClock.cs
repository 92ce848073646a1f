using ConfEngine.Core.Time;
using ConfEngine.Rtp.Rtcp;

namespace ConfEngine.Transport.Peers.Local;

/// <summary>When the position 0 of a local stream was, for sound and pictures alike.</summary>
internal sealed class LocalClock(MediaNode node)
{
    // Encoders are late by less than this, and never early by more.
    private static readonly MediaTime s_late = MediaTime.FromSeconds(1);
    private static readonly MediaTime s_early = MediaTime.FromMilliseconds(100);
    private Instant? _zero;

    /// <summary>Takes note of what came when.</summary>
    public void OnUnit(MediaTime pts, Instant now)
    {
        var zero = now - pts;
        if (_zero is { } known && zero - known < s_late && known - zero < s_early) return;
        _zero = zero;
    }

    /// <summary>The wall clock at position 0; false before anything came.</summary>
    public bool TryGetWall(out NtpTime wall)
    {
        wall = _zero is { } zero ? node.WallAt(zero) : default;
        return _zero is not null;
    }
}
