using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Peers.Negotiation;

/// <summary>Answers the offers of peers and keeps their node in step: the first offer of a peer opens its transport, later ones renegotiate what
/// goes over it. One thread owns it.</summary>
/// <param name="commands">To the node where the peers live.</param>
/// <param name="dtls">Our certificate.</param>
/// <param name="candidates">Where the node's sockets can be reached.</param>
/// <param name="random">For credentials and SSRCs.</param>
public sealed class PeerServer(NodeCommands commands, DtlsContext dtls, IReadOnlyList<IceCandidate> candidates, IRandomSource random)
{
    private readonly Dictionary<PeerId, ServerPeer> _peers = [];

    private sealed class ServerPeer(SdpDescription offer, LocalDescription local, IRandomSource random)
    {
        public SdpDescription Offer { get; set; } = offer;

        public LocalDescription Local { get; set; } = local;

        public TrackTable Tracks { get; } = new(random);
    }

    /// <summary>How many peers there are.</summary>
    public int Count => _peers.Count;

    /// <summary>True when the offer renegotiates the transport that the peer has. False for credentials or a certificate of a new transport: that
    /// is a new peer, for which the caller gives out another number. An ICE restart renegotiates too: a lite server answers it with the
    /// credentials it has, and takes checks from wherever they come.</summary>
    public bool Keeps(PeerId peer, SdpDescription offer) => _peers.TryGetValue(peer, out var known) && GoesOn(known, offer);

    /// <summary>Answers an offer.</summary>
    /// <param name="peer">Whose; a new number opens a transport. For a known one the offer must renegotiate: see <see cref="Keeps"/>.</param>
    /// <param name="offer">What the peer wants.</param>
    /// <param name="bindings">What its m-lines carry. Those without are answered inactive.</param>
    /// <param name="answer">SDP.</param>
    /// <param name="error">One line that names what is wrong; nothing has changed then.</param>
    public bool TryAnswer(PeerId peer, SdpDescription offer, IReadOnlyList<TrackBinding> bindings, out string answer, out string error) =>
        TryAnswer(peer, offer, bindings, new AnswerOptions(), out answer, out error);

    /// <summary>Answers an offer.</summary>
    /// <param name="peer">Whose; a new number opens a transport. For a known one the offer must renegotiate: see <see cref="Keeps"/>.</param>
    /// <param name="offer">What the peer wants.</param>
    /// <param name="bindings">What its m-lines carry. Those without are answered inactive.</param>
    /// <param name="options">What else happens with it.</param>
    /// <param name="answer">SDP.</param>
    /// <param name="error">One line that names what is wrong; nothing has changed then.</param>
    public bool TryAnswer(
        PeerId peer, SdpDescription offer, IReadOnlyList<TrackBinding> bindings, AnswerOptions options, out string answer, out string error)
    {
        answer = "";
        error = BindingCheck.FindFault(offer, bindings);
        if (error.Length > 0) return false;
        if (_peers.TryGetValue(peer, out var known) && !GoesOn(known, offer))
        {
            error = "SDP: other ICE credentials or another fingerprint: that is a new transport, not a renegotiation of this one";
            return false;
        }

        var state = known ?? new ServerPeer(offer, Introduce(), random);
        var local = Describe(state, offer, bindings);
        if (!SdpAnswer.TryMake(offer, local, out var made, out error)) return false;
        var carried = bindings.Where(binding => made.Media.Any(line => line.Mid == binding.Mid && !line.IsRejected)).ToList();
        var isTaken = known is null ? Open(peer, state, made.Media, carried, options) : Renegotiate(peer, made.Media, carried, options);
        if (!isTaken)
        {
            error = "the media node is behind: try again in a moment";
            return false;
        }

        state.Offer = offer;
        state.Local = local;
        state.Tracks.Keep(local.Tracks);
        _peers[peer] = state;
        if (options.Replaced is { } replaced) _peers.Remove(replaced);
        answer = made.Text;
        return true;
    }

    /// <summary>The peer was taken off the node otherwise. An unknown one is passed over.</summary>
    public void Forget(PeerId peer) => _peers.Remove(peer);

    private static bool GoesOn(ServerPeer known, SdpDescription offer) => offer.KeepsTransport(known.Offer) || offer.RestartsIce(known.Offer);

    private LocalDescription Introduce() => new()
    {
        Credentials = IceCredentials.Create(random),
        Fingerprint = dtls.Certificate.Fingerprint,
        Candidates = candidates,
        SessionId = random.NextSessionId(),
        Version = 0,
    };

    private static LocalDescription Describe(ServerPeer peer, SdpDescription offer, IReadOnlyList<TrackBinding> bindings)
    {
        peer.Tracks.Avoid(offer);
        var tracks = new Dictionary<string, LocalTrack>();
        foreach (var binding in bindings.Where(binding => !binding.IsPublished))
        {
            var line = offer.Media.First(line => line.Mid == binding.Mid);
            // Lost sound is concealed: its repetition would come too late to be heard.
            var hasRtx = line.Kind == "video" && line.Codecs.Any(codec => codec.RtxPayloadType is not null);
            tracks.Add(binding.Mid, peer.Tracks.Find(binding.Mid, binding.Stream, line.Kind, hasRtx));
        }

        return peer.Local with
        {
            Version = peer.Local.Version + 1,
            Tracks = tracks,
            ReceivedMids = bindings.Where(binding => binding.IsPublished).Select(binding => binding.Mid).ToHashSet(),
        };
    }

    private bool Open(
        PeerId peer, ServerPeer state, IReadOnlyList<NegotiatedMedia> media, IReadOnlyList<TrackBinding> bindings, AnswerOptions options)
    {
        var connection = Connection.Accept(state.Local.Credentials, dtls.Open(isClient: false, state.Offer.Fingerprint));
        var isTaken = commands.TryPost(node =>
        {
            // First, for old and new publish the same streams.
            if (options.Replaced is { } replaced) node.RemovePeer(replaced);
            node.AddPeer(peer, connection, media, bindings);
            options.Then?.Invoke(node);
        });
        if (!isTaken) connection.Dispose();
        return isTaken;
    }

    private bool Renegotiate(PeerId peer, IReadOnlyList<NegotiatedMedia> media, IReadOnlyList<TrackBinding> bindings, AnswerOptions options) =>
        commands.TryPost(node =>
        {
            node.Renegotiate(peer, media, bindings);
            options.Then?.Invoke(node);
        });
}
