using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Runtime.Rooms.Api;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Rooms;

/// <summary>Offers and answers: what an m-line carries must have been asked for before.</summary>
internal static class Offering
{
    /// <summary>The neutral code of an offer that cannot be answered.</summary>
    public const string BadSdp = "bad-sdp";

    /// <summary>The answer's SDP. Throws <see cref="RpcException"/> with what is wrong.</summary>
    public static string Answer(RoomFloor floor, SessionId session, string offer, IReadOnlyList<TrackBinding> bindings)
    {
        foreach (var binding in bindings) ErrorMapping.Check(CheckBinding(floor, session, binding));
        if (floor.Links.TryAnswer(session, offer, bindings, out var answer, out var error)) return answer;
        throw RpcException.Refused(BadSdp, error, "sdp");
    }

    /// <summary>Takes plain RTP as a stream of the session. Throws <see cref="RpcException"/> with what is wrong.</summary>
    public static void BindPlain(RoomFloor floor, SessionId session, StreamKey stream, IReadOnlyList<PlainMedia> media)
    {
        ErrorMapping.Check(CheckBinding(floor, session, new TrackBinding("", stream, true)));
        if (!floor.Links.TryAddPlain(session, stream, media, out var error)) throw RpcException.Refused("busy", error);
    }

    private static RoomError? CheckBinding(RoomFloor floor, SessionId session, TrackBinding binding)
    {
        if (!binding.IsPublished && floor.Find(session) is { Watches: { } watched } && watched == binding.Stream) return null;
        var field = $"{(binding.IsPublished ? "publish" : "play")}.{binding.Mid}";
        if (!StreamId.TryParse(binding.Stream.Name, out var stream, out var error)) return error with { Field = field };
        if (binding.IsPublished ? floor.Host.Publishes(session, stream) : floor.Host.Plays(session, stream)) return null;
        var remedy = binding.IsPublished ? "you do not publish this stream; call stream.publish first" : "you do not play this stream; call stream.play first";
        return new RoomError(RoomErrorCode.UnknownStream, field, 0, remedy);
    }
}
