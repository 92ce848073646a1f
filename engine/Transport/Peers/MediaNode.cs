using System.Buffers.Binary;
using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Receive;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers.Local;
using ConfEngine.Transport.Peers.Negotiation;
using ConfEngine.Transport.Peers.Plain;
using ConfEngine.Transport.Peers.Streams;
using ConfEngine.Transport.Sdp;
using ConfEngine.Transport.Udp;

namespace ConfEngine.Transport.Peers;

/// <summary>All media of a node: takes what peers publish, and hands it to those who play it, without decoding, and to this program. It has no
/// thread, socket or clock of its own: <see cref="UdpPort"/> drives it, or a simulation. Only <see cref="Post"/> and <see cref="Counters"/> are
/// for other threads.</summary>
public sealed class MediaNode : IMediaNode, IDatagramHandler, IDisposable
{
    private const int PostCapacity = 1024;
    private const int PacketLength = 1500;
    private const int MaxRounds = 8;
    private static readonly MediaTime s_tick = MediaTime.FromMilliseconds(100);

    private readonly IRandomSource _random;
    private readonly BoundedQueue<Action<MediaNode>> _posts = new(PostCapacity, FullPolicy.Refuse);
    private readonly Dictionary<PeerId, Peer> _peers = [];
    private readonly Dictionary<Connection, Peer> _byConnection = [];
    private readonly Dictionary<PeerId, PlainPeer> _plain = [];
    private readonly Dictionary<int, PlainLine> _bySocket = [];
    private readonly List<Endpoint> _endpoints = [];
    private readonly List<Peer> _leaving = [];
    private readonly List<LocalPublication> _locals = [];
    private readonly StreamTable _streams;
    private readonly MediaBinder _binder;
    private List<Endpoint> _touched = [];
    private List<Endpoint> _settling = [];
    private Instant _nextTick;

    /// <summary>Makes a node that knows nobody.</summary>
    /// <param name="options">Its limits.</param>
    /// <param name="events">Whom it tells.</param>
    /// <param name="random">For SSRCs.</param>
    public MediaNode(MediaNodeOptions options, INodeEvents events, IRandomSource random)
    {
        Options = options;
        Events = events;
        _random = random;
        Packets = new PacketPool(options.PooledPackets);
        _streams = new StreamTable(this);
        _binder = new MediaBinder(_streams);
    }

    /// <summary>Asks whoever drives the node for a turn soon, from any thread: <see cref="UdpPort.Wake"/>.</summary>
    public Action? Wake { get; set; }

    /// <summary>What it has done and refused.</summary>
    public NodeCounters Counters { get; } = new();

    internal MediaNodeOptions Options { get; }

    internal INodeEvents Events { get; }

    internal PacketPool Packets { get; }

    internal ConnectionRouter Router { get; } = new();

    /// <summary>The time of what is being handled.</summary>
    internal Instant Now { get; private set; }

    /// <summary>Where a packet is written on its way out.</summary>
    internal byte[] SendBuffer { get; } = new byte[PacketLength];

    /// <summary>Where a retransmission is unpacked.</summary>
    internal byte[] RepeatBuffer { get; } = new byte[PacketLength];

    /// <summary>Has work done in the next turn, on the network thread. May be called from any thread.</summary>
    /// <returns>False, and counted, when too much waits.</returns>
    public bool Post(Action<MediaNode> work)
    {
        var isTaken = _posts.TryEnqueue(work);
        if (isTaken) Wake?.Invoke();
        return isTaken;
    }

    /// <inheritdoc/>
    bool IMediaNode.Post(Action<IMediaNode> action) => Post(action);

    /// <summary>Takes up a peer.</summary>
    /// <param name="id">A new one.</param>
    /// <param name="connection">Its transport, not started; the node's from now on.</param>
    /// <param name="media">What was negotiated.</param>
    /// <param name="bindings">Which stream each m-line carries.</param>
    /// <exception cref="ArgumentException">The id or the connection's ufrag is in use.</exception>
    public void AddPeer(PeerId id, Connection connection, IReadOnlyList<NegotiatedMedia> media, IReadOnlyList<TrackBinding> bindings)
    {
        if (_peers.ContainsKey(id) || _plain.ContainsKey(id)) throw new ArgumentException($"there is a peer {id.Value} already", nameof(id));
        Router.Add(connection);
        var peer = new Peer(id, this, connection);
        _peers.Add(id, peer);
        _byConnection.Add(connection, peer);
        _endpoints.Add(peer);
        _binder.Apply(peer, media, bindings);
        peer.Touch();
    }

    /// <summary>Takes over a new offer and answer on the same transport. What has not changed runs on untouched; an unknown peer is passed over.</summary>
    public void Renegotiate(PeerId id, IReadOnlyList<NegotiatedMedia> media, IReadOnlyList<TrackBinding> bindings)
    {
        if (!_peers.TryGetValue(id, out var peer)) return;
        _binder.Apply(peer, media, bindings);
        peer.Sender.ChooseLayers(Now);
        peer.Touch();
    }

    /// <summary>Ends a peer: its transport, what it publishes and what it plays. An unknown one is passed over.</summary>
    public void RemovePeer(PeerId id)
    {
        _streams.Forget(id);
        if (_plain.Remove(id, out var plain)) Remove(plain);
        if (!_peers.Remove(id, out var peer)) return;
        peer.Leave();
        _binder.Clear(peer);
        _streams.Forget(id);
        _byConnection.Remove(peer.Connection);
        _endpoints.Remove(peer);
        _leaving.Add(peer);
    }

    /// <summary>Lets a stream through to a player, or holds it back, which is how it begins. May come before either is there.</summary>
    public void Forward(PeerId player, StreamKey stream, bool isOn)
    {
        _streams.WishOf(player, stream).IsOn = isOn;
        OnWish(player, stream);
    }

    /// <summary>Says how many lines of picture a player shows.</summary>
    /// <param name="player">Who.</param>
    /// <param name="stream">Of which stream.</param>
    /// <param name="height">0 pauses the pictures; <see cref="int.MaxValue"/>, as at the beginning, for the best there is.</param>
    public void SetWantedHeight(PeerId player, StreamKey stream, int height)
    {
        _streams.WishOf(player, stream).Height = Math.Max(0, height);
        OnWish(player, stream);
    }

    /// <summary>The stream is over: nothing of it is taken any more until it is published again.</summary>
    public void EndStream(StreamKey stream)
    {
        if (_streams.Find(stream) is not { } ended) return;
        if (ended.Audio is { } audio) ended.RemoveSource(audio);
        if (ended.Video is { } video) ended.RemoveSource(video);
        _streams.Trim(ended);
    }

    /// <summary>Hands a stream to this program, as soon as there is one of that name.</summary>
    public void Watch(StreamKey stream, IStreamSink sink) => _streams.GetOrAdd(stream).Add(sink);

    /// <summary>Hands it no more.</summary>
    public void Unwatch(StreamKey stream, IStreamSink sink)
    {
        if (_streams.Find(stream) is not { } watched) return;
        watched.Remove(sink);
        _streams.Trim(watched);
    }

    /// <summary>Publishes a stream of this program.</summary>
    public void AddLocal(LocalStream stream)
    {
        foreach (var known in _locals)
            if (known.Stream == stream)
                return;
        _locals.Add(new LocalPublication(stream, _streams.GetOrAdd(stream.Key), this));
        stream.Attach(() => Wake?.Invoke());
    }

    /// <summary>Publishes it no more.</summary>
    public void RemoveLocal(LocalStream stream)
    {
        for (var i = 0; i < _locals.Count; i++)
        {
            if (_locals[i].Stream != stream) continue;
            Detach(_locals[i].AudioSource);
            Detach(_locals[i].VideoSource);
            _locals.RemoveAt(i);
            stream.Attach(null);
            stream.SetWatched(false);
            return;
        }
    }

    /// <summary>Takes up an encoder in the local network.</summary>
    /// <param name="id">A new one; <see cref="RemovePeer"/> ends it.</param>
    /// <param name="stream">What it publishes.</param>
    /// <param name="media">Its tracks, at most one of each kind.</param>
    /// <exception cref="ArgumentException">The id or a socket is in use.</exception>
    public void AddPlain(PeerId id, StreamKey stream, IReadOnlyList<PlainMedia> media)
    {
        if (_peers.ContainsKey(id) || _plain.ContainsKey(id)) throw new ArgumentException($"there is a peer {id.Value} already", nameof(id));
        foreach (var line in media)
            if (_bySocket.ContainsKey(line.RtpSocket) || _bySocket.ContainsKey(line.RtcpSocket))
                throw new ArgumentException($"socket {line.RtpSocket} or {line.RtcpSocket} is in use", nameof(media));
        var plain = new PlainPeer(id, this, media);
        _plain.Add(id, plain);
        var published = _streams.GetOrAdd(stream);
        foreach (var line in plain.Lines)
        {
            _bySocket[line.Media.RtpSocket] = line;
            _bySocket[line.Media.RtcpSocket] = line;
            _endpoints.Add(line);
            published.SetSource(line.Track.Source);
            line.Touch();
        }
    }

    /// <inheritdoc/>
    public void OnDatagram(Span<byte> datagram, in NetworkPath path, Instant arrival)
    {
        // Stamps of several sockets are not quite in order; the time that packets leave at is.
        if (arrival > Now) Now = arrival;
        if (_bySocket.Count > 0 && _bySocket.TryGetValue(path.Socket, out var line))
        {
            line.OnDatagram(datagram, path, arrival, Now);
            return;
        }

        var packet = Router.OnDatagram(datagram, path, Now, out var connection);
        if (connection is null || !_byConnection.TryGetValue(connection, out var peer)) return;
        peer.Touch();
        if (packet.Kind == PacketKind.Rtp) peer.Receiver.OnRtp(packet.Bytes, arrival, Now);
        else if (packet.Kind == PacketKind.Rtcp) peer.OnRtcp(packet.Bytes, arrival, Now);
    }

    /// <inheritdoc/>
    public Instant? OnTurn(Instant now, IDatagramSender sender)
    {
        if (now > Now) Now = now;
        // What is posted meanwhile waits for the next turn, so that a busy poster cannot hold this one up.
        for (var left = _posts.Count; left > 0 && _posts.TryDequeue(out var work); left--) work(this);
        for (var i = 0; i < _endpoints.Count; i++)
            if (_endpoints[i].Deadline <= Now)
                _endpoints[i].OnTimer(Now);
        if (Now >= _nextTick) Tick();
        Instant? next = _endpoints.Count + _locals.Count + _streams.All.Count > 0 ? _nextTick : null;
        foreach (var local in _locals)
            if (local.Pump(Now) is { } deadline && deadline < next)
                next = deadline;
        Settle(sender);
        foreach (var endpoint in _endpoints)
            if (endpoint.Deadline is { } deadline && deadline < next)
                next = deadline;
        return _posts.Count + _touched.Count > 0 ? Now : next;
    }

    /// <summary>Ends all peers. Call it when nothing drives the node any more; nobody is told.</summary>
    public void Dispose()
    {
        foreach (var peer in _peers.Values) peer.Connection.Dispose();
        foreach (var peer in _leaving) peer.Connection.Dispose();
        foreach (var local in _locals) local.Stream.Attach(null);
        _peers.Clear();
        _leaving.Clear();
        _locals.Clear();
    }

    internal void AddTouched(Endpoint endpoint) => _touched.Add(endpoint);

    /// <summary>An SSRC for ourselves.</summary>
    internal Ssrc MakeSsrc()
    {
        Span<byte> bytes = stackalloc byte[4];
        _random.Fill(bytes);
        return new Ssrc(BinaryPrimitives.ReadUInt32BigEndian(bytes));
    }

    /// <summary>A moment on the clock of our reports. It need not be the time of day (RFC 3550, 4).</summary>
    internal NtpTime WallAt(Instant at) => NtpTime.FromUnixNanoseconds(at.Nanoseconds);

    private void OnWish(PeerId player, StreamKey stream)
    {
        _streams.Trim(player, stream);
        if (!_peers.TryGetValue(player, out var peer)) return;
        peer.Sender.ChooseLayers(Now);
        peer.Touch();
    }

    private void Tick()
    {
        _nextTick = Now + s_tick;
        Counters.PostsRefused = _posts.Dropped;
        Counters.Unmatched = Router.Unmatched;
        var streams = _streams.All;
        for (var i = 0; i < streams.Count; i++) streams[i].OnTick(Now);
        for (var i = 0; i < _endpoints.Count; i++) _endpoints[i].OnTick(Now);
        foreach (var plain in _plain.Values) plain.OnTick(Now);
        foreach (var local in _locals) local.OnTick(Counters, Now);
    }

    // Settling one may touch another, whose key frame it needs.
    private void Settle(IDatagramSender sender)
    {
        for (var round = 0; round < MaxRounds && _touched.Count > 0; round++)
        {
            (_touched, _settling) = (_settling, _touched);
            foreach (var endpoint in _settling) endpoint.Settle(Now, sender);
            _settling.Clear();
        }

        foreach (var peer in _leaving)
        {
            Router.Flush(peer.Connection, sender);
            Router.Remove(peer.Connection);
            peer.Connection.Dispose();
        }

        _leaving.Clear();
    }

    private void Remove(PlainPeer plain)
    {
        foreach (var line in plain.Lines)
        {
            _bySocket.Remove(line.Media.RtpSocket);
            _bySocket.Remove(line.Media.RtcpSocket);
            _endpoints.Remove(line);
            Detach(line.Track.Source);
        }
    }

    private void Detach(SourceTrack? source)
    {
        if (source?.Stream is not { } stream) return;
        stream.RemoveSource(source);
        _streams.Trim(stream);
    }
}
