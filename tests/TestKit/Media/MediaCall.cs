using ConfEngine.Transport;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Sdp;
using ConfEngine.Transport.Srtp;

namespace ConfEngine.TestKit.Media;

/// <summary>An offer and answer between a client and a server, with real SDP, ICE and SRTP, and keys out of nowhere.</summary>
public sealed class MediaCall
{
    private readonly MediaWorld _world;
    private readonly Random _random;
    private readonly IceCredentials _clientCredentials;
    private readonly IceCredentials _serverCredentials;
    private readonly Dictionary<string, LocalTrack> _clientTracks = [];
    private readonly Dictionary<string, LocalTrack> _serverTracks = [];
    private readonly CallOptions _options;

    /// <summary>Prepares one; nothing is added to any node yet.</summary>
    /// <param name="world">Where.</param>
    /// <param name="server">The server's address.</param>
    /// <param name="client">The client's address.</param>
    /// <param name="lines">What is offered.</param>
    /// <param name="options">What both sides can.</param>
    public MediaCall(MediaWorld world, WorldHost server, WorldHost client, IReadOnlyList<CallLine> lines, CallOptions? options = null)
    {
        _world = world;
        _options = options ?? new CallOptions();
        Span<byte> seed = stackalloc byte[4];
        world.Random.Fill(seed);
        _random = new Random(BitConverter.ToInt32(seed));
        _clientCredentials = IceCredentials.Create(world.Random);
        _serverCredentials = IceCredentials.Create(world.Random);
        var (clientDtls, serverDtls) = KeyedDtls.MakePair(_random, _options.Profile);
        ServerConnection = Connection.Accept(_serverCredentials, serverDtls);
        ClientConnection = Connection.Connect(
            _clientCredentials, _serverCredentials, [client.Address], [IceCandidate.Host(0, server.Address)], clientDtls, world.Random);
        Negotiate(lines);
    }

    /// <summary>The client's end.</summary>
    public Connection ClientConnection { get; }

    /// <summary>The server's end.</summary>
    public Connection ServerConnection { get; }

    /// <summary>What the client agreed on.</summary>
    public IReadOnlyList<NegotiatedMedia> ClientMedia { get; private set; } = [];

    /// <summary>What the server agreed on.</summary>
    public IReadOnlyList<NegotiatedMedia> ServerMedia { get; private set; } = [];

    /// <summary>For the client's node: what it publishes is played by the server.</summary>
    public IReadOnlyList<TrackBinding> ClientBindings { get; private set; } = [];

    /// <summary>For the server's node.</summary>
    public IReadOnlyList<TrackBinding> ServerBindings { get; private set; } = [];

    /// <summary>The client's number on its own node, and its number on the server; where there are nodes.</summary>
    public PeerId OnClient { get; private set; }

    /// <inheritdoc cref="OnClient"/>
    public PeerId OnServer { get; private set; }

    /// <summary>Makes a call between two nodes. What the client publishes passes its own gate; what it plays waits for the server's.</summary>
    public static MediaCall Connect(MediaHost client, MediaHost server, IReadOnlyList<CallLine> lines, CallOptions? options = null)
    {
        var call = new MediaCall(client.World, server, client, lines, options) { OnClient = client.NextPeer(), OnServer = server.NextPeer() };
        server.Node.AddPeer(call.OnServer, call.ServerConnection, call.ServerMedia, call.ServerBindings);
        client.Node.AddPeer(call.OnClient, call.ClientConnection, call.ClientMedia, call.ClientBindings);
        call.OpenGates(client, lines);
        return call;
    }

    /// <summary>Makes a call of a client without a node.</summary>
    public static MediaCall Connect(RawPeer client, MediaHost server, IReadOnlyList<CallLine> lines, CallOptions? options = null)
    {
        var call = new MediaCall(client.World, server, client, lines, options) { OnServer = server.NextPeer() };
        server.Node.AddPeer(call.OnServer, call.ServerConnection, call.ServerMedia, call.ServerBindings);
        client.Start(call);
        return call;
    }

    /// <summary>Offers anew. The tracks of lines that stay keep their SSRCs.</summary>
    public void Negotiate(IReadOnlyList<CallLine> lines)
    {
        AddTracks(lines);
        var offer = SdpOffer.Make(Describe(_clientCredentials, _clientTracks, []), [.. lines.Select(Want)]);
        var answer = Answer(offer.Text);
        if (!SdpDescription.TryRead(answer.Text, out var answered, out var error) || !offer.TryAccept(answered, out var agreed, out error))
            throw new InvalidOperationException(error);
        ClientMedia = agreed;
        ServerMedia = answer.Media;
        ServerBindings = [.. Bindings(lines, isServer: true)];
        ClientBindings = [.. Bindings(lines, isServer: false)];
    }

    /// <summary>Offers anew, and applies it to both nodes.</summary>
    public void Renegotiate(MediaHost client, MediaHost server, IReadOnlyList<CallLine> lines)
    {
        Negotiate(lines);
        server.Node.Renegotiate(OnServer, ServerMedia, ServerBindings);
        client.Node.Renegotiate(OnClient, ClientMedia, ClientBindings);
        OpenGates(client, lines);
    }

    private static IEnumerable<TrackBinding> Bindings(IReadOnlyList<CallLine> lines, bool isServer)
    {
        foreach (var line in lines)
        {
            if (line.Publishes is { } published) yield return new TrackBinding(line.Mid, published, isServer);
            if (line.Plays is { } played) yield return new TrackBinding(line.Mid, played, !isServer);
        }
    }

    private static WantedMedia Want(CallLine line)
    {
        var direction = (line.Publishes is null ? 0 : MediaDirection.SendOnly) | (line.Plays is null ? 0 : MediaDirection.ReceiveOnly);
        return new WantedMedia(line.Kind == TrackKind.Audio ? "audio" : "video", line.Mid, direction) { SendLayers = line.Layers };
    }

    private SdpAnswer Answer(string offer)
    {
        if (!SdpDescription.TryRead(offer, out var offered, out var error)
            || !SdpAnswer.TryMake(offered, Describe(_serverCredentials, _serverTracks, [IceCandidate.Host(0, default)]), out var answer, out error))
            throw new InvalidOperationException(error);
        return answer;
    }

    private LocalDescription Describe(IceCredentials credentials, Dictionary<string, LocalTrack> tracks, IReadOnlyList<IceCandidate> candidates) => new()
    {
        Credentials = credentials,
        Fingerprint = Fingerprint.Of([1, 2, 3]),
        Candidates = candidates,
        SessionId = 1,
        Codecs = _options.Codecs,
        Feedback = _options.Feedback,
        Extensions = _options.Extensions,
        Tracks = tracks,
    };

    private void AddTracks(IReadOnlyList<CallLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Publishes is not null) _clientTracks.TryAdd(line.Mid, MakeTrack(line));
            if (line.Plays is not null) _serverTracks.TryAdd(line.Mid, MakeTrack(line));
        }
    }

    private LocalTrack MakeTrack(CallLine line) => new(
        $"s{line.Mid} t{line.Mid}", "cname", (uint)_random.Next(1, int.MaxValue),
        line.Kind == TrackKind.Video ? (uint)_random.Next(1, int.MaxValue) : null);

    private void OpenGates(MediaHost client, IReadOnlyList<CallLine> lines)
    {
        foreach (var line in lines)
            if (line.Publishes is { } published)
                client.Node.Forward(OnClient, published, true);
    }
}

/// <summary>What both sides of a <see cref="MediaCall"/> can.</summary>
public sealed record CallOptions
{
    /// <summary>In order of preference.</summary>
    public IReadOnlyList<CodecPreference> Codecs { get; init; } = CodecPreference.All;

    /// <summary>RTCP feedback.</summary>
    public IReadOnlyList<string> Feedback { get; init; } = LocalDescription.DefaultFeedback;

    /// <summary>Header extensions.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = LocalDescription.DefaultExtensions;

    /// <summary>How packets are protected.</summary>
    public SrtpProfile Profile { get; init; } = SrtpProfile.AeadAes128Gcm;
}
