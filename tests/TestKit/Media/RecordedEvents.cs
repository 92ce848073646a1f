using ConfEngine.Transport;
using ConfEngine.Transport.Peers;

namespace ConfEngine.TestKit.Media;

/// <summary>Keeps the last of what a node told of everything, and all changes.</summary>
public sealed class RecordedEvents : INodeEvents
{
    /// <summary>How the peers are.</summary>
    public Dictionary<PeerId, ConnectionState> Peers { get; } = [];

    /// <summary>Why peers failed.</summary>
    public Dictionary<PeerId, string> Errors { get; } = [];

    /// <summary>Every begin and interruption, in order.</summary>
    public List<(StreamKey Stream, bool Arrives)> Media { get; } = [];

    /// <summary>Every sound level, in order.</summary>
    public List<(StreamKey Stream, double Level, bool IsSpeech)> Levels { get; } = [];

    /// <summary>The last figures of every path.</summary>
    public Dictionary<PeerId, PathFigures> Paths { get; } = [];

    /// <summary>The last figures of every track.</summary>
    public Dictionary<(PeerId Peer, StreamKey Stream, bool IsPublished), TrackFigures> Streams { get; } = [];

    /// <summary>Every change of the wanted height, in order.</summary>
    public List<(StreamKey Stream, int Height)> Heights { get; } = [];

    /// <inheritdoc/>
    public void OnPeerState(PeerId peer, ConnectionState state, string? error)
    {
        Peers[peer] = state;
        if (error is not null) Errors[peer] = error;
    }

    /// <inheritdoc/>
    public void OnStreamMedia(StreamKey stream, bool arrives) => Media.Add((stream, arrives));

    /// <inheritdoc/>
    public void OnSoundLevel(StreamKey stream, double level, bool isSpeech) => Levels.Add((stream, level, isSpeech));

    /// <inheritdoc/>
    public void OnPath(PeerId peer, in PathFigures figures) => Paths[peer] = figures;

    /// <inheritdoc/>
    public void OnStream(PeerId peer, StreamKey stream, bool isPublished, in TrackFigures figures) => Streams[(peer, stream, isPublished)] = figures;

    /// <inheritdoc/>
    public void OnWantedHeight(StreamKey stream, int height) => Heights.Add((stream, height));
}
