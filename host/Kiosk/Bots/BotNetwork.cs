using System.Collections.Concurrent;
using System.Net;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Transport;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Peers.Negotiation;
using ConfEngine.Transport.Sdp;
using ConfEngine.Transport.Udp;

namespace ConfEngine.Kiosk.Bots;

/// <summary>What the bots share: one media node with its network thread, a socket for each, and the films.</summary>
internal sealed class BotNetwork : INodeEvents, IDisposable
{
    // The films are what they are: a path that is thought to carry less would only hold them back until it was measured.
    private const long StartBitsPerSecond = 8_000_000;

    // In and out must not lose the same packets.
    private const int OutboundSeed = 0x5eed;

    private readonly ConcurrentDictionary<PeerId, IBotPeer> _peers = new();
    private readonly BotsRequest _request;
    private readonly BotTotals _totals;
    private readonly IClock _clock;
    private readonly PeerIds _ids = new();
    private readonly SecureRandomSource _random = new();
    private readonly DtlsContext _dtls;
    private readonly MediaNode _node;
    private readonly UdpPort _port;
    private readonly Impairment[] _impairments;
    private readonly LocalStream[] _films;
    private readonly Studio? _studio;

    /// <summary>Opens the sockets and starts the films.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="local">The address that leads to the server.</param>
    /// <param name="films">What the bots show.</param>
    /// <param name="totals">Where it is counted.</param>
    /// <param name="clock">The time.</param>
    public BotNetwork(BotsRequest request, IPAddress local, IReadOnlyList<Film> films, BotTotals totals, IClock clock)
    {
        (_request, _totals, _clock) = (request, totals, clock);
        _dtls = new DtlsContext(DtlsCertificate.Create(clock.WallNow));
        _node = new MediaNode(new MediaNodeOptions { StartBitsPerSecond = StartBitsPerSecond }, this, _random);
        _impairments = request.Network == new ImpairmentOptions() ? [] : [new Impairment(request.Network, request.Seed), new Impairment(request.Network, request.Seed ^ OutboundSeed)];
        IDatagramHandler handler = _impairments is [var inbound, var outbound] ? new ImpairedHandler(_node, inbound, outbound) : _node;
        _port = OpenSockets(local, request.Count, handler, clock);
        _node.Wake = _port.Wake;
        _port.Start();
        _films = [.. films.Select(Publish)];
        if (films.Count > 0) _studio = new Studio(films, _films, clock);
    }

    /// <summary>What all bots send.</summary>
    public long SentBitsPerSecond => _peers.Values.Sum(peer => peer.Path.SentBitsPerSecond);

    /// <summary>What all bots receive.</summary>
    public long ReceivedBitsPerSecond => _peers.Values.Sum(peer => peer.Path.ReceivedBitsPerSecond);

    /// <summary>There and back, the mean of all bots; 0 while unknown.</summary>
    public double RoundTripMilliseconds => _peers.Values.Select(peer => peer.Path.RoundTripMilliseconds).Where(time => time > 0).DefaultIfEmpty().Average();

    /// <summary>RTP packets received, retransmissions included.</summary>
    public long PacketsReceived => _node.Counters.Received;

    /// <summary>Datagrams that the simulated network threw away, both ways.</summary>
    public long DatagramsDropped => _impairments.Sum(way => way.Lost + way.Overflowed);

    /// <summary>Pictures and sounds that this process was too late to send.</summary>
    public long FilmsDropped => _studio?.Dropped ?? 0;

    /// <summary>A transport for one stay of a bot.</summary>
    public BotTransport Open(BotCard card)
    {
        var commands = new NodeCommands(_node);
        var client = new PeerClient(_ids.Next(), commands, ClientSockets.One(_port, card.Index), _dtls, _random);
        var film = card.Stream is null ? (StreamKey?)null : _films[card.Index % _films.Length].Key;
        var transport = new BotTransport(this, _request, card, client, commands, film);
        _peers[transport.Peer] = transport;
        return transport;
    }

    /// <summary>Where a bot can be reached.</summary>
    public IceCandidate CandidateOf(BotCard card) => IceCandidate.Host(0, _port.Addresses[card.Index]);

    /// <summary>Answers a server that offers what it sends.</summary>
    /// <param name="card">Whose socket.</param>
    /// <param name="offer">The server's.</param>
    /// <param name="bindings">What its m-lines carry.</param>
    /// <param name="join">Told of the first pictures.</param>
    /// <param name="answer">SDP.</param>
    /// <exception cref="MediaException">It cannot be answered.</exception>
    public BotListener Listen(BotCard card, SdpDescription offer, IReadOnlyList<TrackBinding> bindings, BotJoin join, out string answer)
    {
        var peer = _ids.Next();
        var commands = new NodeCommands(_node);
        var listener = new BotListener(peer, new PeerServer(commands, _dtls, [CandidateOf(card)], _random));
        _peers[peer] = listener;
        foreach (var stream in bindings.Select(binding => binding.Stream).Distinct()) Watch(commands, stream, Count(at => join.Settle(stream.Name, at)));
        answer = listener.Answer(offer, bindings);
        return listener;
    }

    /// <summary>The peer is over.</summary>
    public void Close(PeerId peer) => _peers.TryRemove(peer, out _);

    /// <summary>Counts for one played stream.</summary>
    public StreamCounts Count(Action<Instant> onFirst) => new(_totals, _request.Lines > 0 ? int.MaxValue : 0, _clock, onFirst);

    /// <summary>Begins to count a stream.</summary>
    public void Watch(NodeCommands commands, StreamKey stream, StreamCounts counts) => commands.Post(_ => _node.Watch(stream, counts));

    /// <summary>Counts no more of a stream, and forgets it.</summary>
    public void Unwatch(NodeCommands commands, StreamKey stream, StreamCounts counts) => commands.Post(node =>
    {
        _node.Unwatch(stream, counts);
        node.EndStream(stream);
    });

    /// <inheritdoc/>
    public void OnPeerState(PeerId peer, ConnectionState state, string? error)
    {
        if (_peers.TryGetValue(peer, out var known)) known.OnState(state, error);
    }

    /// <inheritdoc/>
    public void OnStreamMedia(StreamKey stream, bool arrives)
    {
    }

    /// <inheritdoc/>
    public void OnSoundLevel(StreamKey stream, double level, bool isSpeech)
    {
    }

    /// <inheritdoc/>
    public void OnPath(PeerId peer, in PathFigures figures)
    {
        if (_peers.TryGetValue(peer, out var known)) known.OnPath(figures);
    }

    /// <inheritdoc/>
    public void OnStream(PeerId peer, StreamKey stream, bool isPublished, in TrackFigures figures)
    {
        if (isPublished) _totals.CountLoss(figures.Lost, figures.Recovered);
    }

    /// <inheritdoc/>
    public void OnWantedHeight(StreamKey stream, int height)
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _studio?.Dispose();
        _port.Dispose();
        _node.Dispose();
        foreach (var film in _films) film.Dispose();
        _dtls.Dispose();
    }

    private static UdpPort OpenSockets(IPAddress local, int count, IDatagramHandler handler, IClock clock)
    {
        try
        {
            return UdpPort.OpenClients(local, count, handler, clock);
        }
        catch (IOException e)
        {
            throw new MediaException(e.Message, e);
        }
    }

    private LocalStream Publish(Film film, int index)
    {
        var stream = new LocalStream(new StreamKey($"film-{index + 1}"), new LocalStreamOptions
        {
            Video = film.Layers.Count == 0 ? null : _request.Codec == BotCodec.H264 ? VideoCodec.H264 : VideoCodec.Vp8,
            VideoLayers = Math.Max(1, film.Layers.Count),
        });
        _node.Post(_ => _node.AddLocal(stream));
        return stream;
    }
}
