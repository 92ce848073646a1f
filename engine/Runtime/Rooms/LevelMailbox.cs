using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Rooms;

/// <summary>Sound levels on their way to the Session thread: of each stream the newest only.</summary>
internal sealed class LevelMailbox
{
    private readonly Lock _gate = new();
    private Dictionary<StreamKey, (double Level, bool IsSpeech)> _waiting = [];
    private Dictionary<StreamKey, (double Level, bool IsSpeech)> _taken = [];

    /// <summary>Leaves a level. True when nothing waited before, so that somebody has to be told to come and take it.</summary>
    public bool Put(StreamKey stream, double level, bool isSpeech)
    {
        lock (_gate)
        {
            var isFirst = _waiting.Count == 0;
            _waiting[stream] = (level, isSpeech);
            return isFirst;
        }
    }

    /// <summary>All that waited. Good until the next call; one caller at a time.</summary>
    public IReadOnlyDictionary<StreamKey, (double Level, bool IsSpeech)> Take()
    {
        _taken.Clear();
        lock (_gate) (_waiting, _taken) = (_taken, _waiting);
        return _taken;
    }
}
