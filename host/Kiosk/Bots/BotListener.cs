using ConfEngine.Core.Media;
using ConfEngine.Transport;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Peers.Negotiation;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Kiosk.Bots;

/// <summary>A connection on which a bot only answers: other servers offer what they send.</summary>
/// <param name="peer">The server, as the node names it.</param>
/// <param name="server">The negotiation's end.</param>
internal sealed class BotListener(PeerId peer, PeerServer server) : IBotPeer
{
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when packets can flow.</summary>
    public Task Connected => _connected.Task;

    /// <inheritdoc/>
    public PathFigures Path { get; private set; }

    /// <summary>Answers the server's offer.</summary>
    /// <exception cref="MediaException">It cannot be answered.</exception>
    public string Answer(SdpDescription offer, IReadOnlyList<TrackBinding> bindings) =>
        server.TryAnswer(peer, offer, bindings, out var answer, out var error) ? answer : throw new MediaException($"the server's offer cannot be answered: {error}");

    /// <inheritdoc/>
    public void OnState(ConnectionState state, string? error)
    {
        if (state == ConnectionState.Connected) _connected.TrySetResult();
        else if (state is ConnectionState.Failed or ConnectionState.Closed) _connected.TrySetException(new MediaException($"no media: {error ?? "the server ended it"}"));
    }

    /// <inheritdoc/>
    public void OnPath(in PathFigures figures) => Path = figures;
}
