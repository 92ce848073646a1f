using ConfEngine.Conference.Members;
using ConfEngine.Control.Http;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Web;

/// <summary>Players by WHEP (draft-ietf-wish-whep): <c>POST /whep/ROOM/STREAM</c> makes a participant without a voice, who plays one stream.
/// <c>POST /whep/ROOM</c> and <c>/whep/ROOM/programme</c> give the room's programme, to viewers who are no participants.</summary>
public sealed class WhepRoutes(HttpMediaSessions sessions)
{
    private const string Programme = "programme";
    private const string EndpointMethods = "OPTIONS, POST";
    private const string SessionMethods = "DELETE, OPTIONS, PATCH";
    private readonly WebRtcEndpoint _endpoint = new(sessions);

    /// <summary>The stream that carries a room's programme; no participant can publish under such a name.</summary>
    public static StreamKey ProgrammeOf(string room) => new($"{Programme}/{room}");

    /// <summary>Adds the handlers.</summary>
    public void AddTo(HttpRoutes routes)
    {
        routes.Add("POST", "/whep/*", isPublic: false, PostAsync);
        routes.Add("PATCH", "/whep/*", isPublic: false, (request, _) => ValueTask.FromResult(
            MediaRequest.Split(request.Rest) is [_, _, _] ? _endpoint.Patch(request, request.Path) : Misplaced(request)));
        routes.Add("DELETE", "/whep/*", isPublic: false, (request, _) =>
            MediaRequest.Split(request.Rest) is [_, _, _] ? _endpoint.DeleteAsync(request.Path) : ValueTask.FromResult(Misplaced(request)));
        routes.Add("OPTIONS", "/whep/*", isPublic: true, (request, _) => ValueTask.FromResult(
            MediaRequest.Options(MediaRequest.Split(request.Rest) is [_] or [_, _] ? EndpointMethods : SessionMethods)));
    }

    private ValueTask<ControlReply> PostAsync(ControlRequest request, CancellationToken cancel) => MediaRequest.Split(request.Rest) switch
    {
        [var room] => _endpoint.CreateAsync(request, Watch(room, cancel), cancel),
        [var room, Programme] => _endpoint.CreateAsync(request, Watch(room, cancel), cancel),
        [var room, var stream] => _endpoint.CreateAsync(request, Play(request, room, stream, cancel), cancel),
        _ => ValueTask.FromResult(Misplaced(request)),
    };

    private MediaEntry Watch(string room, CancellationToken cancel)
    {
        var stream = ProgrammeOf(room);
        return new MediaEntry(
            $"/whep/{room}/{Programme}", stream, IsPublished: false, () => sessions.Door.WatchAsync(room, stream, cancel), _ => Task.CompletedTask);
    }

    private MediaEntry Play(ControlRequest request, string room, string stream, CancellationToken cancel)
    {
        var user = request.Ask("user") ?? $"whep-{sessions.NextToken(4)}";
        var entry = new EntryRequest(room, user, request.Ask("name") ?? "Viewer", MemberRole.Audience, request.Ask("password"));
        return new MediaEntry(
            $"/whep/{room}/{stream}", new StreamKey(stream), IsPublished: false,
            () => sessions.Door.EnterAsync(entry, cancel),
            session => sessions.Door.PlayAsync(session, stream, cancel));
    }

    private static ControlReply Misplaced(ControlRequest request) => MediaRequest.Split(request.Rest) switch
    {
        [_] or [_, _] => MediaRequest.WrongMethod(EndpointMethods),
        [_, _, _] => MediaRequest.WrongMethod(SessionMethods),
        _ => MediaRequest.NotFound("post an offer to /whep/ROOM/STREAM or /whep/ROOM"),
    };
}
