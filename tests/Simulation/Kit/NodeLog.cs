using ConfEngine.Transport;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Simulation.Kit;

/// <summary>Keeps what a node reports.</summary>
internal sealed class NodeLog : INodeEvents
{
    public Dictionary<PeerId, ConnectionState> States { get; } = [];

    public Dictionary<StreamKey, bool> Media { get; } = [];

    public Dictionary<PeerId, PathFigures> Paths { get; } = [];

    public Dictionary<(PeerId, StreamKey, bool), TrackFigures> Tracks { get; } = [];

    public Dictionary<StreamKey, int> WantedHeights { get; } = [];

    public long SoundLevels { get; private set; }

    public void OnPeerState(PeerId peer, ConnectionState state, string? error) => States[peer] = state;

    public void OnStreamMedia(StreamKey stream, bool arrives) => Media[stream] = arrives;

    public void OnSoundLevel(StreamKey stream, double level, bool isSpeech) => SoundLevels++;

    public void OnPath(PeerId peer, in PathFigures figures) => Paths[peer] = figures;

    public void OnStream(PeerId peer, StreamKey stream, bool isPublished, in TrackFigures figures) => Tracks[(peer, stream, isPublished)] = figures;

    public void OnWantedHeight(StreamKey stream, int height) => WantedHeights[stream] = height;
}
