using System.Text.Json.Nodes;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Kiosk.Bots;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Kiosk.Bench.Network;

/// <summary>A VideoRoom of Janus with our bots in it: publishers offer to Janus, players answer its offers.</summary>
/// <param name="client">The session.</param>
/// <param name="network">The bots' sockets and films.</param>
/// <param name="clock">Measures.</param>
internal sealed class JanusRoom(JanusClient client, BotNetwork network, IClock clock)
{
    private const int Room = 4242;

    /// <summary>Makes the room.</summary>
    public async Task OpenAsync(int publishers, CancellationToken cancel)
    {
        var handle = await client.AttachAsync(cancel);
        await client.AskAsync(
            handle,
            new JsonObject { ["request"] = "create", ["room"] = Room, ["publishers"] = publishers, ["bitrate"] = 0, ["audiocodec"] = "opus", ["videocodec"] = "vp8,h264" },
            null,
            cancel);
    }

    /// <summary>Publishes a film.</summary>
    /// <returns>The transport, and the number by which Janus knows the publisher.</returns>
    public async Task<(BotTransport Transport, long Feed)> PublishAsync(BotCard card, CancellationToken cancel)
    {
        var transport = network.Open(card);
        var handle = await client.AttachAsync(cancel);
        var joined = await client.AskAsync(handle, new JsonObject { ["request"] = "join", ["ptype"] = "publisher", ["room"] = Room, ["display"] = card.Name }, null, cancel);
        var offer = Reachable(transport.MakeOffer().Sdp, network.CandidateOf(card));
        var published = await client.AskAsync(handle, new JsonObject { ["request"] = "publish" }, ("offer", offer), cancel);
        transport.Accept(published.Sdp ?? throw new MediaException("janus gave no answer to an offer"));
        await transport.Connected.WaitAsync(cancel);
        return (transport, joined.Data.GetProperty("id"u8).GetInt64());
    }

    // Left the choice, Janus takes the part of the DTLS client, which is ours. And it wants to know where we are before it begins, which our own
    // servers do not care for.
    private static string Reachable(string sdp, IceCandidate candidate)
    {
        var passive = sdp.Replace("a=setup:actpass", "a=setup:active", StringComparison.Ordinal);
        var first = passive.IndexOf("a=mid:", StringComparison.Ordinal);
        return passive.Insert(first, $"a=candidate:{candidate}\r\na=end-of-candidates\r\n");
    }

    /// <summary>Plays several publishers over one connection.</summary>
    /// <returns>The transport, and the joining, which is done when all their pictures have come.</returns>
    public async Task<(BotListener Listener, BotJoin Join)> PlayAsync(BotCard card, IReadOnlyList<long> feeds, CancellationToken cancel)
    {
        var join = new BotJoin(clock.Now);
        var handle = await client.AttachAsync(cancel);
        var streams = new JsonArray([.. feeds.Select(feed => (JsonNode)new JsonObject { ["feed"] = feed })]);
        var attached = await client.AskAsync(handle, new JsonObject { ["request"] = "join", ["ptype"] = "subscriber", ["room"] = Room, ["streams"] = streams }, null, cancel);
        if (attached.Sdp is null) throw new MediaException("janus gave no offer to a subscriber");
        if (!SdpDescription.TryRead(attached.Sdp, out var offer, out var error)) throw new MediaException($"janus's offer cannot be read: {error}");
        var feedOf = attached.Data.GetProperty("streams"u8).EnumerateArray().ToDictionary(
            stream => stream.GetProperty("mid"u8).GetString()!, stream => stream.GetProperty("feed_id"u8).GetInt64());
        var names = feeds.ToDictionary(feed => feed, feed => $"{card.Index}/{feed}");
        join.Expect(names.Values);
        var bindings = offer.Media.Select(line => new TrackBinding(line.Mid, new StreamKey(names[feedOf[line.Mid]]), IsPublished: true)).ToList();
        var listener = network.Listen(card, offer, bindings, join, out var answer);
        await client.AskAsync(handle, new JsonObject { ["request"] = "start" }, ("answer", answer), cancel);
        return (listener, join);
    }
}
