using ConfEngine.Rtp.Payloads;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Simulation.Kit;

/// <summary>A server and the participants around it.</summary>
internal sealed class SimRoom : IDisposable
{
    private static readonly ImpairmentOptions s_lan = new() { Delay = Core.Time.MediaTime.FromMilliseconds(1) };
    private readonly List<Participant> _participants = [];
    private long _peers;

    public SimRoom(int seed, MediaNodeOptions? options = null)
    {
        Network = new SimNetwork(seed);
        Random = new SeededRandomSource(seed);
        Server = new MediaNode(options ?? new MediaNodeOptions(), Log, Random);
        Host = Network.AddHost(Server, s_lan, s_lan);
    }

    public SimNetwork Network { get; }

    public SeededRandomSource Random { get; }

    public NodeLog Log { get; } = new();

    public MediaNode Server { get; }

    public SimHost Host { get; }

    public IReadOnlyList<Participant> Participants => _participants;

    /// <summary>Somebody comes in.</summary>
    /// <param name="path">Both directions of its link.</param>
    /// <param name="publishes">Its stream; null for none.</param>
    /// <param name="encodings">The layers of its pictures.</param>
    /// <param name="plays">The streams that it watches.</param>
    /// <param name="partsPerMillion">How fast its clock runs.</param>
    /// <param name="rate">Pictures a second.</param>
    public Participant Join(
        ImpairmentOptions? path = null, string? publishes = null, Encoding[]? encodings = null, string[]? plays = null, double partsPerMillion = 0, int rate = 30)
    {
        encodings ??= [new Encoding(360, 600_000)];
        var log = new NodeLog();
        var node = new MediaNode(new MediaNodeOptions(), log, Random);
        var host = Network.AddHost(node, path ?? s_lan, path ?? s_lan, partsPerMillion);
        var id = new PeerId(++_peers);
        var (client, server) = Negotiation.Make(publishes, encodings.Length, plays ?? [], host.Address, Host.Address, Random);
        var participant = new Participant(id, host, log);
        foreach (var name in plays ?? [])
        {
            var sink = new FrameLog(Network);
            participant.Watched[name] = sink;
            node.Watch(new StreamKey(name), sink);
            Server.Forward(id, new StreamKey(name), true);
        }

        if (publishes is not null)
        {
            var stream = new LocalStream(new StreamKey(publishes), new LocalStreamOptions { Video = VideoCodec.Vp8, VideoLayers = encodings.Length });
            node.AddLocal(stream);
            node.Forward(Participant.ServerId, stream.Key, true);
            participant.Encoder = new Encoder(Network, stream, encodings, Network.Seed + (int)_peers, rate);
        }

        node.AddPeer(Participant.ServerId, client.Connection, client.Media, client.Bindings);
        Server.AddPeer(id, server.Connection, server.Media, server.Bindings);
        Host.IsAwake = true;
        _participants.Add(participant);
        return participant;
    }

    /// <summary>The server hands a stream to itself, as the wall does.</summary>
    public FrameLog WatchAtServer(string stream, int height = 1080)
    {
        var log = new FrameLog(Network, height);
        Server.Watch(new StreamKey(stream), log);
        return log;
    }

    /// <summary>Somebody is gone without a word.</summary>
    public void Vanish(Participant participant)
    {
        if (participant.Encoder is { } encoder) encoder.IsOff = true;
        Network.Remove(participant.Host);
        participant.Host.Node.Dispose();
        _participants.Remove(participant);
    }

    /// <summary>Has something done on the server's network thread.</summary>
    public void AtServer(Action<MediaNode> act)
    {
        act(Server);
        Host.IsAwake = true;
    }

    public void Dispose()
    {
        foreach (var participant in _participants) participant.Host.Node.Dispose();
        Server.Dispose();
    }
}

/// <summary>Somebody in the room.</summary>
/// <param name="id">As the server calls it.</param>
/// <param name="host">Its machine.</param>
/// <param name="log">What its node reports.</param>
internal sealed class Participant(PeerId id, SimHost host, NodeLog log)
{
    /// <summary>As it calls the server.</summary>
    public static PeerId ServerId => new(1);

    public PeerId Id => id;

    public SimHost Host => host;

    public NodeLog Log => log;

    public Encoder? Encoder { get; set; }

    public Dictionary<string, FrameLog> Watched { get; } = [];
}
