using System.Text.Json;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Levels;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Runtime.Rooms.Api;

/// <summary>Coming, staying and going: <c>room.login</c> and what participants show of themselves.</summary>
internal sealed class RoomMethods(RoomCalls calls)
{
    private const int ShortestKey = 16;

    public void AddTo(MethodTable table)
    {
        table.Add("room.login", ["room", "user", "name", "password", "resumeKey"], (peer, p, _) => LoginAsync(peer, p));
        table.Add("room.reconnect", ["session", "resumeKey"], (peer, p, _) => ReconnectAsync(peer, p));
        table.Add("room.logout", [], (peer, _, _) => LogoutAsync(peer));
        table.Add("room.heartbeat", ["going"], (peer, p, _) =>
        {
            var isGoing = p.FlagOrNull("going") ?? false;
            return calls.DoAsync(peer, session => new Heartbeat(session, isGoing));
        });
        table.Add("room.setMuted", ["audio", "video"], (peer, p, _) =>
        {
            var (audio, video) = (p.FlagOrNull("audio"), p.FlagOrNull("video"));
            return calls.DoAsync(peer, session => new SetMuted(session, audio, video));
        });
        table.Add("room.raiseHand", ["up"], (peer, p, _) =>
        {
            var up = p.Flag("up");
            return calls.DoAsync(peer, session => new RaiseHand(session, up));
        });
        table.Add("room.startSoundLevels", ["period", "speech"], (peer, p, _) =>
        {
            var (period, speech) = ((int)(p.IntegerOrNull("period", int.MinValue, int.MaxValue) ?? 200), p.FlagOrNull("speech") ?? true);
            return calls.DoAsync(peer, session => new StartSoundLevels(session, period, speech));
        });
        table.Add("room.stopSoundLevels", [], (peer, _, _) => calls.DoAsync(peer, session => new StopSoundLevels(session)));
    }

    private async ValueTask<Action<Utf8JsonWriter>?> LoginAsync(IRpcPeer peer, RpcParams p)
    {
        var (room, user, name) = (RoomCalls.Text(p, "room"), RoomCalls.Text(p, "user"), RoomCalls.Text(p, "name"));
        var password = p.TextOrNull("password", Secret.MaxBytes, 0) is { } word ? new Secret(word) : null;
        var key = p.TextOrNull("resumeKey", Secret.MaxBytes, ShortestKey) is { } text ? new Secret(text) : null;
        var link = calls.Rooms.LinkOf(peer);
        link.HoldUntilAnswered();
        return await calls.Rooms.AskAsync(floor =>
        {
            RequireNoSeat(link);
            ErrorMapping.Check(floor.Enter(new Login(floor.NewSession(), room, user, name, key) { Password = password }, link, out var seat));
            return Place(floor, seat!.Session);
        }).ConfigureAwait(false);
    }

    private async ValueTask<Action<Utf8JsonWriter>?> ReconnectAsync(IRpcPeer peer, RpcParams p)
    {
        var previous = new SessionId(p.Integer("session", 1, long.MaxValue));
        var key = new Secret(p.Text("resumeKey", Secret.MaxBytes));
        var link = calls.Rooms.LinkOf(peer);
        link.HoldUntilAnswered();
        return await calls.Rooms.AskAsync(floor =>
        {
            RequireNoSeat(link);
            var session = floor.NewSession();
            ErrorMapping.Check(floor.Resume(new Reconnect(session, previous, key), link));
            return Place(floor, session);
        }).ConfigureAwait(false);
    }

    private ValueTask<Action<Utf8JsonWriter>?> LogoutAsync(IRpcPeer peer) => calls.FromSeatAsync(
        peer, (floor, session) => ErrorMapping.Check(floor.Take(new Logout(session, floor.Find(session)!.Room.Value))));

    private static void RequireNoSeat(PeerLink link)
    {
        if (link.Seat is { } seat)
            throw ErrorMapping.Refusal(new RoomError(RoomErrorCode.AlreadyLoggedIn, "", 0, $"this connection is in {seat.Room} already; log out first"));
    }

    private static Action<Utf8JsonWriter> Place(RoomFloor floor, SessionId session)
    {
        if (!floor.Host.TryGetPlace(session, out var place)) throw new InvalidOperationException("a session that was let in is nowhere");
        var grace = floor.Options.HeartbeatGrace.Seconds;
        return writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("session"u8, session.Value);
            writer.WriteString("room"u8, place.Room.Value);
            writer.WriteString("user"u8, place.User.Value);
            writer.WriteString("state"u8, place.IsWaiting ? "waiting" : "logined");
            // Three may be lost before the time is up.
            writer.WriteNumber("heartbeatSeconds"u8, Math.Round(grace / 4, 1));
            writer.WriteNumber("graceSeconds"u8, Math.Round(grace, 1));
            writer.WriteEndObject();
        };
    }
}
