using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Peers.Negotiation;

/// <summary>The client's end of a negotiation: offers, takes the answer, and keeps the node in step. The first exchange opens the transport,
/// later ones renegotiate what goes over it. After the transport failed, another client takes its place. One thread owns it.</summary>
/// <param name="peer">The server, as the node shall name it.</param>
/// <param name="commands">To the node.</param>
/// <param name="sockets">To send from.</param>
/// <param name="dtls">Our certificate.</param>
/// <param name="random">For credentials and SSRCs.</param>
public sealed class PeerClient(PeerId peer, NodeCommands commands, ClientSockets sockets, DtlsContext dtls, IRandomSource random)
{
    private readonly TrackTable _tracks = new(random);
    private LocalDescription? _local;
    private SdpOffer? _offer;
    private SdpDescription? _answer;
    private IReadOnlyList<ClientMedia> _media = [];

    /// <summary>The server's number on the node.</summary>
    public PeerId Peer => peer;

    /// <summary>What the last offer carries, for the `publish` and `play` maps that go with it.</summary>
    public IReadOnlyList<ClientMedia> Media => _media;

    /// <summary>Makes an offer.</summary>
    /// <param name="media">All m-lines there ever were, in the same order, and new ones after them.</param>
    /// <returns>SDP.</returns>
    /// <exception cref="ArgumentException">An m-line of an earlier offer is missing, or is of another kind.</exception>
    public string MakeOffer(IReadOnlyList<ClientMedia> media)
    {
        Check(media);
        var first = _local ?? new LocalDescription
        {
            Credentials = IceCredentials.Create(random),
            Fingerprint = dtls.Certificate.Fingerprint,
            // A lite server only answers checks, so it needs no address of ours.
            Candidates = [],
            SessionId = random.NextSessionId(),
            Version = 0,
        };
        var sent = media.Where(line => line is { IsPublished: true, Stream: not null });
        var tracks = sent.ToDictionary(line => line.Mid, line => _tracks.Find(line.Mid, line.Stream!.Value, line.KindName, line.Kind == TrackKind.Video));
        _tracks.Keep(tracks);
        _local = first with { Version = first.Version + 1, Tracks = tracks };
        _media = [.. media];
        _offer = SdpOffer.Make(_local, [.. media.Select(line => line.ToWanted())]);
        return _offer.Text;
    }

    /// <summary>Takes the answer to the last offer.</summary>
    /// <param name="answer">SDP from outside.</param>
    /// <param name="error">One line.</param>
    public bool TryAccept(string answer, out string error)
    {
        if (_offer is null || _local is null) throw new InvalidOperationException($"{nameof(MakeOffer)} comes first");
        if (!SdpDescription.TryRead(answer, out var read, out error) || !_offer.TryAccept(read, out var agreed, out error)) return false;
        if (_answer is not null && !read.KeepsTransport(_answer)) error = "SDP: the answer is of another transport than the one before";
        else if (_answer is null && read.Candidates.Count == 0) error = "SDP: the answer has no a=candidate of an IP address: there is nowhere to send to";
        if (error.Length > 0) return false;
        var (local, isFirst) = (_local, _answer is null);
        var carried = _media.Where(line => line.Stream is not null)
            .Where(line => agreed.Any(media => media.Mid == line.Mid && !media.IsRejected)).ToList();
        var isTaken = isFirst ? Open(read, local, agreed, carried) : commands.TryPost(node =>
        {
            node.Renegotiate(peer, agreed, Bind(carried));
            Forward(node, carried);
        });
        if (!isTaken)
        {
            error = "the media node is behind: try again in a moment";
            return false;
        }

        _answer = read;
        return true;
    }

    /// <summary>Ends the transport.</summary>
    public void Close()
    {
        if (_answer is not null) commands.Post(node => node.RemovePeer(peer));
    }

    // The node sees it from the other side: what we publish is played by the server, what we play is published by it.
    private static List<TrackBinding> Bind(IReadOnlyList<ClientMedia> carried) =>
        [.. carried.Select(line => new TrackBinding(line.Mid, line.Stream!.Value, !line.IsPublished))];

    private bool Open(SdpDescription answer, LocalDescription local, IReadOnlyList<NegotiatedMedia> agreed, IReadOnlyList<ClientMedia> carried)
    {
        var connection = Connection.Connect(
            local.Credentials, answer.Credentials, sockets.Addresses, answer.Candidates, dtls.Open(isClient: true, answer.Fingerprint), random, sockets.First);
        var isTaken = commands.TryPost(node =>
        {
            node.AddPeer(peer, connection, agreed, Bind(carried));
            Forward(node, carried);
        });
        if (!isTaken) connection.Dispose();
        return isTaken;
    }

    private void Forward(IMediaNode node, IReadOnlyList<ClientMedia> carried)
    {
        foreach (var line in carried)
            if (line.IsPublished)
                node.Forward(peer, line.Stream!.Value, isOn: true);
    }

    private void Check(IReadOnlyList<ClientMedia> media)
    {
        if (media.Count < _media.Count) throw new ArgumentException($"{_media.Count} m-lines were offered before, {media.Count} now", nameof(media));
        for (var i = 0; i < _media.Count; i++)
            if (media[i].Mid != _media[i].Mid || media[i].Kind != _media[i].Kind)
                throw new ArgumentException($"m-line {i} was {_media[i].KindName} {_media[i].Mid} and is {media[i].KindName} {media[i].Mid}", nameof(media));
    }
}
