using ConfEngine.Core.Time;

namespace ConfEngine.Transport.Peers.Sending;

/// <summary>Sends padding where a better layer is wanted and the path has not shown that it carries it: the estimate grows no further than what
/// is sent.</summary>
internal sealed class Prober
{
    private const int Padding = 255;
    private const int Wire = Padding + 12 + 24 + PeerSender.Overhead;
    private const int MaxBurst = 12;
    private static readonly MediaTime s_interval = MediaTime.FromMilliseconds(20);
    private double _budget;
    private Instant _lastAt;

    /// <summary>When <see cref="OnTimer"/> has something to do; null while it has nothing.</summary>
    public Instant? NextDeadline { get; private set; }

    /// <summary>Begins, goes on, or ends.</summary>
    /// <param name="isOn">A better layer is wanted.</param>
    /// <param name="now">The time.</param>
    public void Set(bool isOn, Instant now)
    {
        if (!isOn)
        {
            NextDeadline = null;
            return;
        }

        if (NextDeadline is not null) return;
        NextDeadline = now + s_interval;
        _lastAt = now;
        _budget = 0;
    }

    /// <summary>Sends as much as fills the gap.</summary>
    /// <param name="tracks">What the peer plays.</param>
    /// <param name="gap">Bits a second between what is sent and what is to be tried.</param>
    /// <param name="now">The time.</param>
    public void OnTimer(List<SendTrack> tracks, long gap, Instant now)
    {
        if (NextDeadline is not { } deadline || now < deadline) return;
        NextDeadline = now + s_interval;
        _budget = Math.Clamp(_budget + gap / 8.0 * (now - _lastAt).Seconds, 0, MaxBurst * Wire);
        _lastAt = now;
        while (_budget >= Wire && TrySend(tracks, now)) _budget -= Wire;
    }

    private static bool TrySend(List<SendTrack> tracks, Instant now)
    {
        foreach (var track in tracks)
            if (track.Kind == TrackKind.Video && track.IsOpen && track.Lanes[0].Current is not null && track.Lanes[0].TryProbe(Padding, now))
                return true;
        return false;
    }
}
