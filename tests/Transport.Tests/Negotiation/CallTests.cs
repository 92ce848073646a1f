using System.Collections.Concurrent;
using System.Net;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Peers.Negotiation;
using ConfEngine.Transport.Sdp;
using ConfEngine.Transport.Udp;

namespace ConfEngine.Transport.Tests.Negotiation;

public class CallTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly StreamKey Camera = new("camera");
    private static readonly PeerId ServerPeer = new(1);

    [Fact]
    public void A_client_publishes_another_plays_and_both_are_renegotiated_over_real_sockets()
    {
        using var server = new Side(1);
        using var clients = new Side(2);
        var peers = new PeerServer(
            server.Commands, server.Dtls, [IceCandidate.Host(0, server.Port.Addresses[0])], new SecureRandomSource());
        var publisher = clients.NewClient(1, socket: 0);
        var player = clients.NewClient(2, socket: 1);
        var atServer = new Sink();
        var atPlayer = new Sink();
        using var stream = new LocalStream(Camera, new LocalStreamOptions { Video = VideoCodec.Vp8 });
        clients.Node.Post(node => node.AddLocal(stream));
        server.Node.Post(node => node.Watch(Camera, atServer));

        Exchange(peers, ServerPeer, publisher, [new("a", TrackKind.Audio, Camera, true), new("v", TrackKind.Video, Camera, true) { Codecs = [CodecPreference.Vp8] }]);
        clients.Events.Expect(1, ConnectionState.Connected);
        server.Events.Expect(1, ConnectionState.Connected);
        using var feed = new Feed(stream);
        atServer.ExpectVideo();
        atServer.ExpectAudio();

        // The player names the stream otherwise, for both clients share a node.
        var copy = new StreamKey("copy");
        clients.Node.Post(node => node.Watch(copy, atPlayer));
        List<ClientMedia> played = [new("0", TrackKind.Audio, copy, false), new("1", TrackKind.Video, copy, false)];
        var bindings = new[] { new TrackBinding("0", Camera, false), new TrackBinding("1", Camera, false) };
        Exchange(peers, new PeerId(2), player, played, bindings);
        server.Commands.Post(node => node.Forward(new PeerId(2), Camera, true));
        server.Events.Expect(2, ConnectionState.Connected);
        atPlayer.ExpectVideo();
        atPlayer.ExpectAudio();

        // Later offers leave the transport alone.
        var other = new StreamKey("other");
        Exchange(peers, ServerPeer, publisher,
            [new("a", TrackKind.Audio, other, true), new("v", TrackKind.Video, null, true), new("x", TrackKind.Audio, null, false)]);
        using var second = new LocalStream(other, new LocalStreamOptions());
        var atServer2 = new Sink();
        server.Node.Post(node => node.Watch(other, atServer2));
        clients.Node.Post(node => node.AddLocal(second));
        using var feed2 = new Feed(second);
        atServer2.ExpectAudio();

        publisher.Close();
        server.Events.Expect(1, ConnectionState.Closed);
    }

    [Fact]
    public void An_answer_of_another_transport_is_refused()
    {
        using var server = new Side(1);
        using var clients = new Side(1);
        var peers = new PeerServer(
            server.Commands, server.Dtls, [IceCandidate.Host(0, server.Port.Addresses[0])], new SecureRandomSource());
        var client = clients.NewClient(1, socket: 0);
        ClientMedia[] media = [new("a", TrackKind.Audio, Camera, true)];
        TrackBinding[] bindings = [new("a", Camera, true)];
        Assert.False(Accept(client, client.MakeOffer(media), "v=0", out var error));
        Assert.StartsWith("SDP", error, StringComparison.Ordinal);
        Exchange(peers, ServerPeer, client, media);
        var offer = client.MakeOffer(media);
        Assert.True(SdpDescription.TryRead(offer, out var read, out error), error);
        Assert.True(peers.Keeps(ServerPeer, read));
        Assert.True(peers.TryAnswer(new PeerId(9), read, bindings, out var answer, out error), error);
        Assert.False(client.TryAccept(answer, out error));
        Assert.Contains("another transport", error, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => client.MakeOffer([]));
        Assert.Throws<ArgumentException>(() => client.MakeOffer([new("v", TrackKind.Video, Camera, true)]));
    }

    private static bool Accept(PeerClient client, string offer, string answer, out string error)
    {
        Assert.NotEmpty(offer);
        return client.TryAccept(answer, out error);
    }

    private static void Exchange(
        PeerServer server, PeerId peer, PeerClient client, IReadOnlyList<ClientMedia> media, IReadOnlyList<TrackBinding>? bindings = null)
    {
        var offer = client.MakeOffer(media);
        Assert.True(SdpDescription.TryRead(offer, out var read, out var error), error);
        bindings ??= [.. media.Where(line => line.Stream is not null).Select(line => new TrackBinding(line.Mid, line.Stream!.Value, line.IsPublished))];
        Assert.True(server.TryAnswer(peer, read, bindings, out var answer, out error), error);
        Assert.True(client.TryAccept(answer, out error), error);
    }

    /// <summary>A node with its network thread.</summary>
    private sealed class Side : IDisposable
    {
        public Side(int sockets)
        {
            var clock = new SystemClock();
            Dtls = new DtlsContext(DtlsCertificate.Create(clock.WallNow));
            Node = new MediaNode(new MediaNodeOptions(), Events, new SecureRandomSource());
            Port = UdpPort.OpenClients(IPAddress.Loopback, sockets, Node, clock);
            Node.Wake = Port.Wake;
            Commands = new NodeCommands(Node);
            Port.Start();
        }

        public Events Events { get; } = new();

        public DtlsContext Dtls { get; }

        public MediaNode Node { get; }

        public UdpPort Port { get; }

        public NodeCommands Commands { get; }

        public PeerClient NewClient(long id, int socket) =>
            new(new PeerId(id), new NodeCommands(Node), ClientSockets.One(Port, socket), Dtls, new SecureRandomSource());

        public void Dispose()
        {
            Port.Dispose();
            Node.Dispose();
            Dtls.Dispose();
        }
    }

    /// <summary>Writes what looks like pictures and sound, until it is told to stop.</summary>
    private sealed class Feed : IDisposable
    {
        private static readonly byte[] KeyFrame = [0x10, 0, 0, 0x9d, 0x01, 0x2a, 64, 0, 48, 0, .. Enumerable.Range(0, 3000).Select(i => (byte)i)];
        private readonly Timer _timer;
        private long _count;

        public Feed(LocalStream stream) => _timer = new Timer(_ =>
        {
            var pts = MediaTime.FromMilliseconds(20 * Interlocked.Increment(ref _count));
            stream.TryWriteAudio([0xFC, 1, 2, 3], pts, 30, true);
            if (stream.Options.Video is not null) stream.TryWriteVideo(0, KeyFrame, true, pts);
        }, null, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));

        public void Dispose()
        {
            using var done = new ManualResetEvent(false);
            if (_timer.Dispose(done)) done.WaitOne();
        }
    }

    private sealed class Sink : IStreamSink
    {
        private readonly BlockingCollection<byte[]> _video = new(100);
        private readonly BlockingCollection<byte[]> _audio = new(100);

        public int WantedHeight => 720;

        public void ExpectVideo()
        {
            Assert.True(_video.TryTake(out var frame, Patience));
            Assert.Equal(3010, frame.Length);
            Assert.Equal((byte)255, frame[^(3000 - 255)]);
        }

        public void ExpectAudio()
        {
            Assert.True(_audio.TryTake(out var packet, Patience));
            Assert.Equal([0xFC, 1, 2, 3], packet);
        }

        public void OnVideo(EncodedFrame frame, VideoCodec codec, int quarterTurns) => _video.TryAdd(frame.Data.Span.ToArray());

        public void OnAudio(ReadOnlySpan<byte> packet, MediaTime pts, Instant arrival) => _audio.TryAdd(packet.ToArray());

        public void OnClock(TrackKind kind, MediaTime captureAtZero)
        {
        }

        public bool TakeKeyFrameWish() => false;
    }

    private sealed class Events : INodeEvents
    {
        private readonly BlockingCollection<(PeerId Peer, ConnectionState State, string? Error)> _states = [];
        private readonly List<(PeerId Peer, ConnectionState State)> _seen = [];

        public void Expect(long peer, ConnectionState state)
        {
            while (!_seen.Contains((new PeerId(peer), state)))
            {
                Assert.True(_states.TryTake(out var news, Patience), $"peer {peer} is not {state}; seen: {string.Join(", ", _seen)}");
                Assert.NotEqual(ConnectionState.Failed, news.State);
                _seen.Add((news.Peer, news.State));
            }
        }

        public void OnPeerState(PeerId peer, ConnectionState state, string? error) => _states.Add((peer, state, error));

        public void OnStreamMedia(StreamKey stream, bool arrives)
        {
        }

        public void OnSoundLevel(StreamKey stream, double level, bool isSpeech)
        {
        }

        public void OnPath(PeerId peer, in PathFigures figures)
        {
        }

        public void OnStream(PeerId peer, StreamKey stream, bool isPublished, in TrackFigures figures)
        {
        }

        public void OnWantedHeight(StreamKey stream, int height)
        {
        }
    }
}
