using ConfEngine.Conference.Members;
using ConfEngine.Conference.Streams;
using ConfEngine.Control.Http;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Web;

/// <summary>Senders by WHIP (RFC 9725): <c>POST /whip/ROOM</c> makes a participant that publishes one stream. The query may name it:
/// <c>user</c>, <c>name</c>, <c>stream</c>, <c>kind</c> and the room's <c>password</c>. Posting again as the same user replaces the sender.</summary>
public sealed class WhipRoutes(HttpMediaSessions sessions)
{
    private const string EndpointMethods = "OPTIONS, POST";
    private const string SessionMethods = "DELETE, OPTIONS, PATCH";
    private readonly WebRtcEndpoint _endpoint = new(sessions);

    /// <summary>Adds the handlers.</summary>
    public void AddTo(HttpRoutes routes)
    {
        routes.Add("POST", "/whip/*", isPublic: false, PostAsync);
        routes.Add("PATCH", "/whip/*", isPublic: false, (request, _) => ValueTask.FromResult(
            MediaRequest.Split(request.Rest) is [_, _] ? _endpoint.Patch(request, request.Path) : Misplaced(request)));
        routes.Add("DELETE", "/whip/*", isPublic: false, (request, _) =>
            MediaRequest.Split(request.Rest) is [_, _] ? _endpoint.DeleteAsync(request.Path) : ValueTask.FromResult(Misplaced(request)));
        // A browser asks before it shows its token.
        routes.Add("OPTIONS", "/whip/*", isPublic: true, (request, _) => ValueTask.FromResult(
            MediaRequest.Options(MediaRequest.Split(request.Rest) is [_] ? EndpointMethods : SessionMethods)));
    }

    private async ValueTask<ControlReply> PostAsync(ControlRequest request, CancellationToken cancel)
    {
        if (MediaRequest.Split(request.Rest) is not [var room]) return Misplaced(request);
        StreamKind kind;
        try
        {
            kind = request.AskKind(StreamKind.Camera);
        }
        catch (RpcException refusal)
        {
            return DoorErrors.ToReply(refusal.Error);
        }

        var given = $"whip-{sessions.NextToken(4)}";
        var user = request.Ask("user") ?? given;
        var stream = request.Ask("stream") ?? given;
        var entry = new EntryRequest(room, user, request.Ask("name") ?? user, MemberRole.Attendee, request.Ask("password"));
        return await _endpoint.CreateAsync(request, new MediaEntry(
            $"/whip/{room}", new StreamKey(stream), IsPublished: true,
            () => sessions.Door.EnterAsync(entry, cancel),
            session => sessions.Door.PublishAsync(session, stream, kind, cancel)), cancel).ConfigureAwait(false);
    }

    private static ControlReply Misplaced(ControlRequest request) => MediaRequest.Split(request.Rest) switch
    {
        [_] => MediaRequest.WrongMethod(EndpointMethods),
        [_, _] => MediaRequest.WrongMethod(SessionMethods),
        _ => MediaRequest.NotFound("post an offer to /whip/ROOM"),
    };
}
