using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Runtime.Rooms.Api;
using ConfEngine.Runtime.Web;
using ConfEngine.Transport;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Rooms;

/// <content>Participants without a page: HTTP senders and players, the kiosk itself.</content>
public sealed partial class RoomService : IRoomDoor
{
    /// <inheritdoc/>
    public Task<SessionId> EnterAsync(EntryRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AskAsync(floor =>
        {
            // Nobody would ever make such a session leave.
            cancel.ThrowIfCancellationRequested();
            var login = new Login(floor.NewSession(), request.Room, request.User, request.Name)
            {
                Password = request.Password is { } password ? new Secret(password) : null,
                Granted = request.Role,
                IsDevice = true,
            };
            ErrorMapping.Check(floor.Enter(login, null, out var seat));
            return seat!.Session;
        });
    }

    /// <inheritdoc/>
    public Task PublishAsync(SessionId session, string stream, StreamKind kind, CancellationToken cancel) =>
        DoAsync(new Publish(session, stream, kind)).WaitAsync(cancel);

    /// <inheritdoc/>
    public Task PlayAsync(SessionId session, string stream, CancellationToken cancel) => DoAsync(new Play(session, stream)).WaitAsync(cancel);

    /// <inheritdoc/>
    public Task<string> OfferAsync(SessionId session, string sdp, IReadOnlyList<TrackBinding> bindings, CancellationToken cancel) =>
        AskAsync(floor => Offering.Answer(floor, session, sdp, bindings)).WaitAsync(cancel);

    /// <inheritdoc/>
    public Task BindPlainAsync(SessionId session, StreamKey stream, IReadOnlyList<PlainMedia> media, CancellationToken cancel) =>
        ActAsync(floor => Offering.BindPlain(floor, session, stream, media)).WaitAsync(cancel);

    /// <inheritdoc/>
    public Task<SessionId> WatchAsync(string room, StreamKey stream, CancellationToken cancel)
    {
        if (!RoomId.TryParse(room, out var id, out var error)) throw ErrorMapping.Refusal(error);
        return AskAsync(floor =>
        {
            cancel.ThrowIfCancellationRequested();
            ErrorMapping.Check(floor.Admit(id, stream, out var session));
            return session;
        });
    }

    /// <inheritdoc/>
    public Task LeaveAsync(SessionId session) => ActAsync(floor =>
    {
        if (floor.Find(session) is not { } seat) return;
        seat.TransportChanged = null;
        ErrorMapping.Check(floor.Leave(seat));
    });

    /// <inheritdoc/>
    public void OnTransport(SessionId session, Action<ConnectionState> changed) => _thread.Post(() =>
    {
        if (_floor.Find(session) is { } seat) seat.TransportChanged = changed;
        else changed(ConnectionState.Closed);
    });
}
