using System.Net;
using ConfEngine.Conference.Identity;
using ConfEngine.Runtime.Rooms;
using ConfEngine.Runtime.Tests.Web;
using ConfEngine.Transport;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Peers.Negotiation;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Runtime.Tests.Links;

public sealed class MediaLinksTests : IDisposable
{
    private static readonly SessionId Anna = new(7);
    private static readonly SessionId Bert = new(8);
    private static readonly StreamId Camera = StreamId.Parse("camera");
    private static readonly TrackBinding[] Plays = [new("0", new StreamKey("camera"), false), new("1", new StreamKey("camera"), false)];

    private static readonly string s_elsewhere =
        Offers.Player.Replace("obs1", "obs2", StringComparison.Ordinal).Replace("o=- 1 ", "o=- 2 ", StringComparison.Ordinal);

    private readonly Node _node = new();
    private readonly DtlsContext _dtls = new(DtlsCertificate.Create(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    private readonly MediaLinks _links;

    public MediaLinksTests()
    {
        var commands = new NodeCommands(_node);
        var candidate = IceCandidate.Host(0, UdpAddress.From(new IPEndPoint(IPAddress.Loopback, 8443)));
        _links = new MediaLinks(commands, new PeerServer(commands, _dtls, [candidate], new SecureRandomSource()), new PeerIds());
    }

    public void Dispose()
    {
        foreach (var connection in _node.Connections) connection.Dispose();
        _dtls.Dispose();
    }

    [Fact]
    public void Gates_and_heights_outlive_the_transport()
    {
        _links.Forward(Camera, Anna, true);
        _links.SetWantedHeight(Anna, Camera, 360);
        Assert.Empty(_node.Log);
        Answer(Anna, Offers.Player);
        Assert.Equal(["add 1", "height camera 1 360", "forward camera 1 True"], _node.Take());
        Answer(Anna, Offers.Player);
        Assert.Equal(["renegotiate 1", "height camera 1 360", "forward camera 1 True"], _node.Take());
        Answer(Anna, s_elsewhere);
        Assert.Equal(["remove 1", "add 2", "height camera 2 360", "forward camera 2 True"], _node.Take());
        Assert.Null(_links.SessionOf(new PeerId(1)));
        Assert.Equal(Anna, _links.SessionOf(new PeerId(2)));
        _links.Forward(Camera, Anna, false);
        _links.SetWantedHeight(Anna, Camera, 0);
        Assert.Equal(["forward camera 2 False", "height camera 2 0"], _node.Take());
    }

    [Fact]
    public void A_session_goes_on_under_another_number()
    {
        Answer(Anna, Offers.Player);
        _links.Forward(Camera, Anna, true);
        _node.Take();
        _links.Move(Anna, Bert);
        Assert.Equal(Bert, _links.SessionOf(new PeerId(1)));
        Answer(Bert, Offers.Player);
        Assert.Equal(["renegotiate 1", "forward camera 1 True"], _node.Take());
        _links.End(Anna);
        Assert.Empty(_node.Take());
        _links.End(Bert);
        Assert.Equal(["remove 1"], _node.Take());
        Assert.Equal(0, _links.Count);
    }

    [Fact]
    public void A_failed_transport_goes_and_the_session_offers_anew()
    {
        Answer(Anna, Offers.Player);
        _links.Forward(Camera, Anna, true);
        _node.Take();
        _links.Forget(new PeerId(1));
        Assert.Equal(["remove 1"], _node.Take());
        Assert.Null(_links.SessionOf(new PeerId(1)));
        _links.Forget(new PeerId(1));
        Answer(Anna, Offers.Player);
        Assert.Equal(["add 2", "forward camera 2 True"], _node.Take());
    }

    [Fact]
    public void What_cannot_be_answered_leaves_the_transport_alone()
    {
        Answer(Anna, Offers.Player);
        _node.Take();
        Assert.False(_links.TryAnswer(Anna, s_elsewhere.Replace("a=rtcp-mux", "a=x-none", StringComparison.Ordinal), Plays, out _, out var error));
        Assert.Contains("rtcp-mux", error, StringComparison.Ordinal);
        Assert.False(_links.TryAnswer(Anna, "v=1", Plays, out _, out error));
        Assert.StartsWith("SDP", error, StringComparison.Ordinal);
        Assert.Empty(_node.Take());
        Assert.Equal(Anna, _links.SessionOf(new PeerId(1)));
    }

    [Fact]
    public void Plain_rtp_takes_the_place_of_a_transport_and_ends_with_its_session()
    {
        Answer(Anna, Offers.Player);
        _node.Take();
        Assert.True(_links.TryAddPlain(Anna, new StreamKey("cam"), [new PlainMedia(TrackKind.Audio, null, 97, 48000, 4, 5)], out var error), error);
        Assert.Equal(["remove 1", "plain 2 cam"], _node.Take());
        _links.EndStream(StreamId.Parse("cam"), Anna);
        _links.End(Anna);
        Assert.Equal(["end cam", "remove 2"], _node.Take());
    }

    [Fact]
    public void A_viewer_has_its_gate_open_from_the_start()
    {
        var programme = new StreamKey("programme/lobby");
        _links.Watch(Bert, programme);
        Assert.True(_links.TryAnswer(Bert, Offers.Player, [new("1", programme, false)], out _, out var error), error);
        Assert.Equal(["add 1", "forward programme/lobby 1 True"], _node.Take());
    }

    private void Answer(SessionId session, string offer) => Assert.True(_links.TryAnswer(session, offer, Plays, out _, out var error), error);

    private sealed class Node : IMediaNode
    {
        public List<string> Log { get; } = [];

        public List<Connection> Connections { get; } = [];

        public string[] Take()
        {
            string[] taken = [.. Log];
            Log.Clear();
            return taken;
        }

        public bool Post(Action<IMediaNode> action)
        {
            action(this);
            return true;
        }

        public void AddPeer(PeerId peer, Connection connection, IReadOnlyList<NegotiatedMedia> media, IReadOnlyList<TrackBinding> bindings)
        {
            Connections.Add(connection);
            Log.Add($"add {peer.Value}");
        }

        public void Renegotiate(PeerId peer, IReadOnlyList<NegotiatedMedia> media, IReadOnlyList<TrackBinding> bindings) => Log.Add($"renegotiate {peer.Value}");

        public void RemovePeer(PeerId peer) => Log.Add($"remove {peer.Value}");

        public void Forward(PeerId player, StreamKey stream, bool isOn) => Log.Add($"forward {stream} {player.Value} {isOn}");

        public void SetWantedHeight(PeerId player, StreamKey stream, int height) => Log.Add($"height {stream} {player.Value} {height}");

        public void EndStream(StreamKey stream) => Log.Add($"end {stream}");

        public void AddPlain(PeerId peer, StreamKey stream, IReadOnlyList<PlainMedia> media) => Log.Add($"plain {peer.Value} {stream}");
    }
}
