using ConfEngine.Rtp.Payloads;
using ConfEngine.TestKit.Media;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Transport.Tests.Peers;

/// <summary>A server, and clients with nodes of their own that publish and play.</summary>
internal sealed class TestRoom : IDisposable
{
    private readonly List<MediaHost> _publishers = [];
    private readonly List<IDisposable> _all = [];

    public TestRoom(int seed = 1, MediaNodeOptions? options = null)
    {
        World = new MediaWorld(seed);
        Server = MediaHost.Add(World, options);
        _all.Add(Server);
    }

    public MediaWorld World { get; }

    public MediaHost Server { get; }

    public MediaHost Publisher(int index) => _publishers[index];

    public FrameSource AddPublisher(StreamKey key, params SourceSize[] layers) => AddPublisher(key, VideoCodec.Vp8, layers);

    public FrameSource AddPublisher(StreamKey key, VideoCodec codec, params SourceSize[] layers)
    {
        var host = MediaHost.Add(World);
        var stream = new LocalStream(key, new LocalStreamOptions { Video = codec, VideoLayers = layers.Length });
        host.Node.AddLocal(stream);
        string[] rids = layers.Length == 1 ? [] : [.. Enumerable.Range(0, layers.Length).Select(i => "r" + i)];
        MediaCall.Connect(host, Server, CallLine.Publish(key, "p", rids));
        _publishers.Add(host);
        _all.Add(host);
        _all.Add(stream);
        return new FrameSource(stream, layers).RunIn(World);
    }

    public (MediaHost Host, MediaCall Call, CollectingSink Sink) AddPlayer(StreamKey key, bool isOn = true, CallOptions? options = null)
    {
        var host = MediaHost.Add(World);
        _all.Add(host);
        var call = MediaCall.Connect(host, Server, CallLine.Play(key, "q"), options);
        var sink = new CollectingSink();
        host.Node.Watch(key, sink);
        if (isOn) Server.Node.Forward(call.OnServer, key, true);
        return (host, call, sink);
    }

    public RawPeer AddRaw(IReadOnlyList<CallLine> lines, CallOptions? options = null)
    {
        var peer = RawPeer.Add(World);
        _all.Add(peer);
        MediaCall.Connect(peer, Server, lines, options);
        return peer;
    }

    public void Dispose()
    {
        foreach (var one in _all) one.Dispose();
    }
}
