namespace ConfEngine.Transport.Peers;

/// <summary>What a track carries.</summary>
public enum TrackKind
{
    /// <summary>Opus.</summary>
    Audio,

    /// <summary>Pictures.</summary>
    Video,
}
