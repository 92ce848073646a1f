using ConfEngine.Transport;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Simulation.Kit;

/// <summary>Brings a client and the server together by an offer and an answer, as they would over the control API.</summary>
internal static class Negotiation
{
    private static readonly Fingerprint s_fingerprint = Fingerprint.FromHash(new byte[32]);

    /// <summary>Makes both ends. The client publishes on mids 0 and 1 and plays on "a0", "v0", "a1" ...</summary>
    public static (Side Client, Side Server) Make(
        string? published, int layers, IReadOnlyList<string> played, UdpAddress clientAddress, UdpAddress serverAddress, IRandomSource random)
    {
        var wanted = new List<WantedMedia>();
        var bindings = new List<TrackBinding>();
        var own = new Dictionary<string, LocalTrack>();
        var served = new Dictionary<string, LocalTrack>();
        if (published is not null)
        {
            string[] names = layers > 1 ? ["l", "m", "h", "x"] : [];
            wanted.Add(new WantedMedia("audio", "0", MediaDirection.SendOnly));
            wanted.Add(new WantedMedia("video", "1", MediaDirection.SendOnly) { SendLayers = names[..Math.Min(layers, names.Length)] });
            own["0"] = new LocalTrack($"{published} audio", published, MakeSsrc(random), null);
            own["1"] = new LocalTrack($"{published} video", published, MakeSsrc(random), MakeSsrc(random));
            bindings.Add(new TrackBinding("0", new StreamKey(published), true));
            bindings.Add(new TrackBinding("1", new StreamKey(published), true));
        }

        for (var i = 0; i < played.Count; i++)
        {
            wanted.Add(new WantedMedia("audio", $"a{i}", MediaDirection.ReceiveOnly));
            wanted.Add(new WantedMedia("video", $"v{i}", MediaDirection.ReceiveOnly));
            served[$"a{i}"] = new LocalTrack($"{played[i]} audio", played[i], MakeSsrc(random), null);
            served[$"v{i}"] = new LocalTrack($"{played[i]} video", played[i], MakeSsrc(random), MakeSsrc(random));
            bindings.Add(new TrackBinding($"a{i}", new StreamKey(played[i]), false));
            bindings.Add(new TrackBinding($"v{i}", new StreamKey(played[i]), false));
        }

        var client = Introduce(random, [], own);
        var server = Introduce(random, [IceCandidate.Host(0, serverAddress)], served);
        var offer = SdpOffer.Make(client, wanted);
        if (!SdpDescription.TryRead(offer.Text, out var read, out var error)
            || !SdpAnswer.TryMake(read, server, out var answer, out error)
            || !SdpDescription.TryRead(answer.Text, out var answered, out error)
            || !offer.TryAccept(answered, out var agreed, out error))
            throw new InvalidOperationException(error);
        var accepting = Connection.Accept(server.Credentials, new QuickDtls(isClient: false));
        var connecting = Connection.Connect(
            client.Credentials, server.Credentials, [clientAddress], answered.Candidates, new QuickDtls(isClient: true), random);
        // What is published to the server, the client's node sees as played by its peer.
        var turned = bindings.ConvertAll(binding => binding with { IsPublished = !binding.IsPublished });
        return (new Side(connecting, agreed, turned), new Side(accepting, answer.Media, bindings));
    }

    private static LocalDescription Introduce(IRandomSource random, IReadOnlyList<IceCandidate> candidates, Dictionary<string, LocalTrack> tracks) => new()
    {
        Credentials = IceCredentials.Create(random), Fingerprint = s_fingerprint, Candidates = candidates, SessionId = 1, Tracks = tracks,
    };

    private static uint MakeSsrc(IRandomSource random)
    {
        Span<byte> bytes = stackalloc byte[4];
        random.Fill(bytes);
        return BitConverter.ToUInt32(bytes);
    }
}

/// <summary>One end: what a node needs to take up a peer.</summary>
internal sealed record Side(Connection Connection, IReadOnlyList<NegotiatedMedia> Media, IReadOnlyList<TrackBinding> Bindings);
