using System.Net;
using System.Text;
using System.Text.Json;
using ConfEngine.Conference;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Rooms;
using ConfEngine.Runtime.Rooms.Access;
using ConfEngine.Runtime.Rooms.Api;
using ConfEngine.Runtime.Web;
using ConfEngine.TestKit.Files;
using ConfEngine.Transport;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Peers.Negotiation;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Fuzz.Targets;

internal static class RoomTargets
{
    private static readonly DtlsContext s_dtls = new(DtlsCertificate.Create(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    private static readonly RpcLimits s_limits = new() { MessageBytes = 16_384, BatchCalls = 8, Depth = 16 };

    private static readonly byte[][] s_words =
    [
        .. "\"room.logout\"|\"room.login\"|\"stream.offer\"|\"stream.play\"|\"stream.stop\"|\"stream.unpublish\"|\"room.remove\"|\"room.setRole\"|\"role\":\"chairman\"|\"user\":\"bo\"|\"user\":\"al\"|\"stream\":\"cam\"|\"on\":true|\"room\":\"lobby\"|\"height\":0|\"room.close\"|\"room.open\"|null|\"\"|true|,|{}|-1"
            .Split('|').Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>Calls of four clients: each chunk is who calls, then the message.</summary>
    public static FuzzTarget Methods() => new("room-methods", [Meeting(), Moderation()], Run)
    {
        Iterations = 500, MostAllocated = 4 << 20, MostBytes = 16_384, Words = s_words,
    };

    /// <summary>What somebody typed as the code on the wall.</summary>
    public static FuzzTarget GuestCodes()
    {
        using var folder = new TempFolder();
        var code = GuestCode.LoadOrCreate(StateFolder.Open(folder.FullName));
        var bare = code.Text.Replace("-", "", StringComparison.Ordinal);
        return new FuzzTarget("guest-code", [Encoding.UTF8.GetBytes(code.Text), Encoding.UTF8.GetBytes(code.Text.ToLowerInvariant())], input =>
        {
            var typed = Encoding.UTF8.GetString(input);
            if (!code.Matches(typed)) return Math.Min(typed.Length, 40);
            Rules.Hold(string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).Equals(bare, StringComparison.OrdinalIgnoreCase));
            return 50 + Math.Min(typed.Length, 40);
        }) { Iterations = 50_000, MostAllocated = 64 * 1024, MostBytes = 200 };
    }

    private static int Run(ReadOnlySpan<byte> input)
    {
        var faults = new List<string>();
        void OnFault(string where, Exception cause)
        {
            lock (faults) faults.Add($"{where}: {cause}");
        }

        using var node = new NodeRecorder();
        var commands = new NodeCommands(node);
        var server = new PeerServer(commands, s_dtls, [IceCandidate.Host(0, UdpAddress.FromBytes([192, 0, 2, 1], 8443))], new SecureRandomSource());
        using var rooms = new RoomService(new RoomOptions(), new ManualClock(), OnFault);
        rooms.Attach(new MediaLinks(commands, server, new PeerIds()));
        rooms.Start();
        var methods = new MethodTable();
        RoomApi.AddTo(methods, rooms);
        var dispatcher = new RpcDispatcher(methods, s_limits, new RpcStatistics(), OnFault);
        StrangerPeer[] peers = [new(Principals.Guest), new(Principals.Guest), new(Principals.Guest), new(Principals.Local)];
        var outcome = Play(input, dispatcher, peers);
        foreach (var peer in peers) peer.Close();
        Rules.Hold(peers.Sum(peer => peer.Notifications) < 20_000);
        lock (faults)
            if (faults.Count > 0) throw new InvalidOperationException(faults[0]);
        return outcome + Math.Min(node.Count, 3) * 0x10000;
    }

    private static int Play(ReadOnlySpan<byte> input, RpcDispatcher dispatcher, StrangerPeer[] peers)
    {
        var (results, errors) = (0, 0);
        var chunks = new Chunks(input);
        for (var count = 0; count < 64 && chunks.TryNext(out var chunk); count++)
        {
            if (chunk.IsEmpty) continue;
            var peer = peers[chunk[0] & 3];
            if ((chunk[0] & 0x80) != 0) peer.Close();
            var answering = dispatcher.AnswerAsync(peer, RpcMessage.Parse(chunk[1..], s_limits), CancellationToken.None).AsTask();
            var answer = answering.GetAwaiter().GetResult();
            peer.Answered();
            if (answer is null) continue;
            using var document = JsonDocument.Parse(answer);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("result", out _)) results++;
            else errors++;
        }

        return results + 64 * Math.Min(errors, 8);
    }

    private static byte[] Meeting() => Chunks.Join(
        Call(3, "room.open", """{"room":"lobby","firstIsChairman":true}"""),
        Call(0, "room.login", """{"room":"lobby","user":"al","name":"Al","resumeKey":"0123456789abcdef"}"""),
        Call(1, "room.login", """{"room":"lobby","user":"bo","name":"名字"}"""),
        Call(0, "stream.publish", """{"stream":"cam","kind":"camera"}"""),
        Call(1, "stream.play", """{"stream":"cam"}"""),
        Call(0, "stream.offer", $$$"""{"sdp":{{{JsonSerializer.Serialize(SdpTargets.BrowserOffer)}}},"publish":{"0":"cam","1":"cam"},"play":{}}"""),
        Call(1, "stream.view", """{"stream":"cam","height":360}"""),
        Call(0, "room.chat", """{"text":"hello"}"""),
        Call(1, "room.startSoundLevels", """{"period":200,"speech":true}"""),
        Call(1, "stream.stop", """{"stream":"cam"}"""),
        Call(0, "stream.unpublish", """{"stream":"cam"}"""),
        Call(1, "room.logout", "{}"));

    private static byte[] Moderation() => Chunks.Join(
        Call(0, "room.login", """{"room":"r","user":"al","name":"Al"}"""),
        Call(0, "room.setWaitingRoom", """{"on":true}"""),
        Call(1, "room.login", """{"room":"r","user":"bo","name":"Bo"}"""),
        Call(0, "room.admit", """{"user":"bo"}"""),
        Call(1, "room.raiseHand", """{"up":true}"""),
        Call(0, "room.muteAll", """{"mayUnmute":false}"""),
        Call(0, "room.setRole", """{"user":"bo","role":"coHost"}"""),
        Call(1, "room.setExtraInfo", """{"key":"k","value":"v"}"""),
        Call(0, "room.remove", """{"user":"bo","block":true}"""),
        Call(3, "room.list", "{}"),
        Call(3, "room.close", """{"room":"r"}"""));

    private static byte[] Call(byte client, string method, string parameters) =>
        [client, .. Encoding.UTF8.GetBytes($$$"""{"jsonrpc":"2.0","id":1,"method":"{{{method}}}","params":{{{parameters}}}}""")];

    // Takes what the rooms tell the media node, and frees the transports.
    private sealed class NodeRecorder : IMediaNode, IDisposable
    {
        private readonly Dictionary<PeerId, Connection> _peers = [];

        public int Count => _peers.Count;

        public bool Post(Action<IMediaNode> action)
        {
            action(this);
            return true;
        }

        public void AddPeer(PeerId peer, Connection connection, IReadOnlyList<NegotiatedMedia> media, IReadOnlyList<TrackBinding> bindings) =>
            _peers.Add(peer, connection);

        public void Renegotiate(PeerId peer, IReadOnlyList<NegotiatedMedia> media, IReadOnlyList<TrackBinding> bindings) =>
            Rules.Hold(_peers.ContainsKey(peer));

        public void RemovePeer(PeerId peer)
        {
            if (_peers.Remove(peer, out var connection)) connection.Dispose();
        }

        public void Forward(PeerId player, StreamKey stream, bool isOn)
        {
        }

        public void SetWantedHeight(PeerId player, StreamKey stream, int height) => Rules.Hold(height >= 0);

        public void EndStream(StreamKey stream)
        {
        }

        public void AddPlain(PeerId peer, StreamKey stream, IReadOnlyList<PlainMedia> media)
        {
        }

        public void Dispose()
        {
            foreach (var connection in _peers.Values) connection.Dispose();
        }
    }
}
