using ConfEngine.Core.Media;
using ConfEngine.Transport;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Peers.Negotiation;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Kiosk.Bots;

/// <summary>An offer with what its m-lines carry.</summary>
internal sealed record BotOffer(string Sdp, IReadOnlyList<(string Mid, string Stream)> Published, IReadOnlyList<(string Mid, string Stream)> Played);

/// <summary>The media transport of one stay: what the bot sends and receives over one connection. Its bot's task owns it, but for what the
/// network thread reports.</summary>
internal sealed class BotTransport : IBotPeer, IDisposable
{
    private static readonly string[] s_layers = ["l", "m", "h"];
    private readonly BotNetwork _network;
    private readonly BotsRequest _request;
    private readonly BotCard _card;
    private readonly PeerClient _client;
    private readonly NodeCommands _commands;
    private readonly List<ClientMedia> _lines = [];
    private readonly Dictionary<string, StreamCounts> _played = [];
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Nothing is sent yet.</summary>
    /// <param name="network">What all bots share.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="card">Whose it is.</param>
    /// <param name="client">The negotiation's end.</param>
    /// <param name="commands">To the node.</param>
    /// <param name="film">What it sends; null for nothing.</param>
    public BotTransport(BotNetwork network, BotsRequest request, BotCard card, PeerClient client, NodeCommands commands, StreamKey? film)
    {
        (_network, _request, _card, _client, _commands) = (network, request, card, client, commands);
        if (film is not { } sent) return;
        _lines.Add(new ClientMedia("0", TrackKind.Audio, sent, IsPublished: true));
        if (request.Lines > 0) _lines.Add(Camera(sent));
    }

    /// <summary>The server, as the node names it.</summary>
    public PeerId Peer => _client.Peer;

    /// <summary>True when there is something to negotiate.</summary>
    public bool HasLines => _lines.Count > 0;

    /// <summary>Done when packets can flow.</summary>
    public Task Connected => _connected.Task;

    /// <summary>Done when they cannot any more, with the reason.</summary>
    public Task<string> Failed => _failed.Task;

    /// <inheritdoc/>
    public PathFigures Path { get; private set; }

    /// <summary>Takes m-lines for a stream and counts what comes of it.</summary>
    public void Play(string stream, BotJoin join)
    {
        var key = KeyOf(stream);
        var counts = _network.Count(at => join.Settle(stream, at));
        _played.Add(stream, counts);
        _network.Watch(_commands, key, counts);
        Assign(TrackKind.Audio, key);
        if (_request.Lines > 0) Assign(TrackKind.Video, key);
    }

    /// <summary>Gives the m-lines of a stream back.</summary>
    public void Forget(string stream)
    {
        if (!_played.Remove(stream, out var counts)) return;
        var key = KeyOf(stream);
        _network.Unwatch(_commands, key, counts);
        for (var i = 0; i < _lines.Count; i++)
            if (_lines[i].Stream == key)
                _lines[i] = _lines[i] with { Stream = null };
    }

    /// <summary>Makes an offer of everything.</summary>
    public BotOffer MakeOffer()
    {
        var sdp = _client.MakeOffer(_lines);
        var played = _played.Keys.ToDictionary(KeyOf);
        return new BotOffer(
            sdp,
            [.. _lines.Where(line => line is { IsPublished: true, Stream: not null }).Select(line => (line.Mid, _card.Stream!))],
            [.. _lines.Where(line => line is { IsPublished: false, Stream: not null }).Select(line => (line.Mid, played[line.Stream!.Value]))]);
    }

    /// <summary>Takes the answer.</summary>
    /// <exception cref="MediaException">It does not fit.</exception>
    public void Accept(string answer)
    {
        if (!_client.TryAccept(answer, out var error)) throw new MediaException($"the server's answer cannot be used: {error}");
    }

    /// <inheritdoc/>
    public void OnState(ConnectionState state, string? error)
    {
        switch (state)
        {
            case ConnectionState.Connected:
                _connected.TrySetResult();
                break;
            case ConnectionState.Failed or ConnectionState.Closed:
                var why = error ?? "the server ended the media transport";
                _failed.TrySetResult(why);
                _connected.TrySetException(new MediaException($"no media: {why}"));
                break;
        }
    }

    /// <inheritdoc/>
    public void OnPath(in PathFigures figures) => Path = figures;

    /// <summary>Ends the connection.</summary>
    public void Dispose()
    {
        foreach (var stream in _played.Keys.ToList()) Forget(stream);
        _client.Close();
        _network.Close(Peer);
    }

    // Two bots play the same stream over two connections, and on the one node that they share each is a stream of its own.
    private StreamKey KeyOf(string stream) => new($"{_card.Index}/{stream}");

    private ClientMedia Camera(StreamKey film) => new("1", TrackKind.Video, film, IsPublished: true)
    {
        Codecs = [_request.Codec == BotCodec.H264 ? CodecPreference.H264 : CodecPreference.Vp8],
        SendLayers = _request.IsSimulcast ? s_layers : [],
    };

    private void Assign(TrackKind kind, StreamKey key)
    {
        var free = _lines.FindIndex(line => line is { IsPublished: false, Stream: null } && line.Kind == kind);
        if (free >= 0) _lines[free] = _lines[free] with { Stream = key };
        else _lines.Add(new ClientMedia(_lines.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), kind, key, IsPublished: false));
    }
}
