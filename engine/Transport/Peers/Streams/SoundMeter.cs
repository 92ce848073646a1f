using ConfEngine.Core.Time;
using ConfEngine.Rtp.Extensions;

namespace ConfEngine.Transport.Peers.Streams;

/// <summary>The loudest of every tenth of a second.</summary>
internal struct SoundMeter
{
    // A quiet room lies at about -60 dBov; what is below counts as silence.
    private const double Floor = 60;
    private static readonly MediaTime s_interval = MediaTime.FromMilliseconds(100);
    private double _peak;
    private bool _isSpeech;
    private Instant? _dueAt;

    /// <summary>Takes a packet's level; true when there is something to tell.</summary>
    public bool Add(AudioLevel sound, Instant now, out double level, out bool isSpeech)
    {
        _peak = Math.Max(_peak, Math.Max(0, 100 - sound.DecibelsBelowFull * 100 / Floor));
        _isSpeech |= sound.IsVoice;
        (level, isSpeech) = (_peak, _isSpeech);
        if (now < _dueAt) return false;
        _dueAt = now + s_interval;
        (_peak, _isSpeech) = (0, false);
        return true;
    }
}
