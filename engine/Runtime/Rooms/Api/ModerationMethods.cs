using System.Security.Cryptography;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Moderation;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Runtime.Rooms.Api;

/// <summary>What those who run a room may do; the rooms decide by role.</summary>
internal sealed class ModerationMethods(RoomCalls calls)
{
    public void AddTo(MethodTable table)
    {
        AddOfRoom(table);
        AddOfDoor(table);
        AddOfUser(table);
    }

    /// <summary>Hashed on the caller's thread: that takes milliseconds. Null for no password.</summary>
    public static RoomPassword? Password(RpcParams parameters) =>
        parameters.TextOrNull("password", Secret.MaxBytes, 0) is { Length: > 0 } text
            ? new RoomPassword(new Secret(text), RandomNumberGenerator.GetBytes(RoomPassword.SaltBytes))
            : null;

    private void AddOfRoom(MethodTable table)
    {
        table.Add("room.lock", ["on", "room"], (peer, p, _) =>
        {
            var on = p.Flag("on");
            return calls.ModerateAsync(peer, p, (session, room) => new SetLocked(session, room, on));
        });
        table.Add("room.setPassword", ["password", "room"], (peer, p, _) =>
        {
            var password = Password(p);
            return calls.ModerateAsync(peer, p, (session, room) => new SetPassword(session, room, password));
        });
        table.Add("room.setLimit", ["limit", "room"], (peer, p, _) =>
        {
            var limit = (int)p.Integer("limit", int.MinValue, int.MaxValue);
            return calls.ModerateAsync(peer, p, (session, room) => new SetParticipantLimit(session, room, limit));
        });
        table.Add("room.setRecording", ["on", "room"], (peer, p, _) =>
        {
            var on = p.Flag("on");
            return calls.ModerateAsync(peer, p, (session, room) => new SetRecording(session, room, on));
        });
        table.Add("room.muteAll", ["mayUnmute", "room"], (peer, p, _) =>
        {
            var mayUnmute = p.Flag("mayUnmute");
            return calls.ModerateAsync(peer, p, (session, room) => new MuteAll(session, room, mayUnmute));
        });
    }

    private void AddOfDoor(MethodTable table)
    {
        table.Add("room.setWaitingRoom", ["on", "room"], (peer, p, _) =>
        {
            var on = p.Flag("on");
            return calls.ModerateAsync(peer, p, (session, room) => new SetWaitingRoom(session, room, on));
        });
        table.Add("room.admit", ["user", "room"], (peer, p, _) =>
        {
            var user = RoomCalls.TextOrNull(p, "user");
            return calls.ModerateAsync(peer, p, (session, room) => new Admit(session, room, user));
        });
        table.Add("room.turnAway", ["user", "room"], (peer, p, _) =>
        {
            var user = RoomCalls.Text(p, "user");
            return calls.ModerateAsync(peer, p, (session, room) => new TurnAway(session, room, user));
        });
        table.Add("room.remove", ["user", "block", "room"], (peer, p, _) =>
        {
            var (user, block) = (RoomCalls.Text(p, "user"), p.FlagOrNull("block") ?? false);
            return calls.ModerateAsync(peer, p, (session, room) => new Remove(session, room, user, block));
        });
        table.Add("room.unblock", ["user", "room"], (peer, p, _) =>
        {
            var user = RoomCalls.Text(p, "user");
            return calls.ModerateAsync(peer, p, (session, room) => new Unblock(session, room, user));
        });
    }

    private void AddOfUser(MethodTable table)
    {
        table.Add("room.mute", ["user", "audio", "video", "room"], (peer, p, _) =>
        {
            var (user, audio, video) = (RoomCalls.Text(p, "user"), p.Flag("audio"), p.FlagOrNull("video") ?? false);
            return calls.ModerateAsync(peer, p, (session, room) => new MuteMember(session, room, user, audio, video));
        });
        table.Add("room.askToUnmute", ["user", "room"], (peer, p, _) =>
        {
            var user = RoomCalls.Text(p, "user");
            return calls.ModerateAsync(peer, p, (session, room) => new AskToUnmute(session, room, user));
        });
        table.Add("room.lowerHand", ["user", "room"], (peer, p, _) =>
        {
            var user = RoomCalls.TextOrNull(p, "user");
            return calls.ModerateAsync(peer, p, (session, room) => new LowerHand(session, room, user));
        });
        table.Add("room.setRole", ["user", "role", "room"], (peer, p, _) =>
        {
            var user = RoomCalls.Text(p, "user");
            var word = p.ChoiceOrNull("role", Words.Roles) ?? throw RpcException.InvalidParams("role", $"role is missing: one of {string.Join(", ", Words.Roles)}");
            return calls.ModerateAsync(peer, p, (session, room) => new SetRole(session, room, user, Words.Role(word)));
        });
    }
}
