using System.Text.Json;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Streams;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Rooms.Api;

/// <summary>Publishing and playing, and the offers that carry both.</summary>
internal sealed class StreamMethods(RoomCalls calls)
{
    private const int MostLines = 256;
    private const int LongestSdp = 200 * 1024;
    private const int MostHeight = 16_384;

    public void AddTo(MethodTable table)
    {
        table.Add("stream.publish", ["stream", "kind"], (peer, p, _) =>
        {
            var stream = RoomCalls.Text(p, "stream");
            var kind = Words.Kind(p.ChoiceOrNull("kind", Words.Kinds) ?? Words.Of(StreamKind.Camera));
            return calls.DoAsync(peer, session => new Publish(session, stream, kind));
        });
        table.Add("stream.unpublish", ["stream"], (peer, p, _) =>
        {
            var stream = RoomCalls.Text(p, "stream");
            return calls.DoAsync(peer, session => new StopPublishing(session, stream));
        });
        table.Add("stream.play", ["stream"], (peer, p, _) =>
        {
            var stream = RoomCalls.Text(p, "stream");
            return calls.DoAsync(peer, session => new Play(session, stream));
        });
        table.Add("stream.stop", ["stream"], (peer, p, _) =>
        {
            var stream = RoomCalls.Text(p, "stream");
            return calls.DoAsync(peer, session => new StopPlaying(session, stream));
        });
        table.Add("stream.setExtraInfo", ["stream", "info"], (peer, p, _) =>
        {
            var (stream, info) = (RoomCalls.Text(p, "stream"), RoomCalls.Text(p, "info"));
            return calls.DoAsync(peer, session => new SetStreamExtraInfo(session, stream, info));
        });
        table.Add("stream.offer", ["sdp", "publish", "play"], (peer, p, _) => OfferAsync(peer, p));
        table.Add("stream.view", ["stream", "height"], (peer, p, _) => ViewAsync(peer, p));
    }

    private async ValueTask<Action<Utf8JsonWriter>?> OfferAsync(IRpcPeer peer, RpcParams p)
    {
        var offer = p.Text("sdp", LongestSdp);
        TrackBinding[] bindings = [.. Bindings(p, "publish", isPublished: true), .. Bindings(p, "play", isPublished: false)];
        var answer = await calls.AskFromSeatAsync(peer, (floor, session) => Offering.Answer(floor, session, offer, bindings)).ConfigureAwait(false);
        return writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("sdp"u8, answer);
            writer.WriteEndObject();
        };
    }

    private static IEnumerable<TrackBinding> Bindings(RpcParams p, string name, bool isPublished) =>
        p.NamedTexts(name, MostLines, StreamId.MaxBytes).Select(line => new TrackBinding(line.Key, new StreamKey(line.Value), isPublished));

    private ValueTask<Action<Utf8JsonWriter>?> ViewAsync(IRpcPeer peer, RpcParams p)
    {
        var name = RoomCalls.Text(p, "stream");
        var height = (int)p.Integer("height", 0, MostHeight);
        if (!StreamId.TryParse(name, out var stream, out var error)) throw ErrorMapping.Refusal(error);
        return calls.FromSeatAsync(peer, (floor, session) =>
        {
            if (!floor.Host.Plays(session, stream))
                throw ErrorMapping.Refusal(new RoomError(RoomErrorCode.UnknownStream, "streamId", 0, "you do not play this stream"));
            floor.Links.SetWantedHeight(session, stream, height);
        });
    }
}
