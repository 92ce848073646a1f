using System.Text.Json;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Rooms;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Runtime.Rooms.Api;

/// <summary>Rooms from the outside: which there are, opening and closing them.</summary>
internal sealed class OperatorMethods(RoomCalls calls)
{
    private static readonly string[] s_settings =
        ["room", "password", "waitingRoom", "locked", "limit", "muteOnEntry", "firstIsChairman", "closeWhenEmpty"];

    public void AddTo(MethodTable table)
    {
        table.Add("room.open", s_settings, (peer, p, _) => OpenAsync(peer, p));
        table.Add("room.close", ["room"], (peer, p, _) => CloseAsync(peer, p));
        table.Add("room.list", [], (peer, _, _) => ListAsync(peer));
        table.Add("room.info", ["room"], (_, p, _) => InfoAsync(p));
    }

    private async ValueTask<Action<Utf8JsonWriter>?> OpenAsync(IRpcPeer peer, RpcParams p)
    {
        RoomCalls.RequireOperator(peer);
        var room = RoomCalls.Text(p, "room");
        var settings = new RoomSettings
        {
            Password = ModerationMethods.Password(p),
            HasWaitingRoom = p.FlagOrNull("waitingRoom") ?? false,
            IsLocked = p.FlagOrNull("locked") ?? false,
            ParticipantLimit = (int)(p.IntegerOrNull("limit", int.MinValue, int.MaxValue) ?? 0),
            MuteOnEntry = p.FlagOrNull("muteOnEntry") ?? false,
            FirstIsChairman = p.FlagOrNull("firstIsChairman") ?? true,
            CloseWhenEmpty = p.FlagOrNull("closeWhenEmpty") ?? false,
        };
        await calls.Rooms.ActAsync(floor => ErrorMapping.Check(floor.Take(new OpenRoom(room, settings)))).ConfigureAwait(false);
        return null;
    }

    private async ValueTask<Action<Utf8JsonWriter>?> CloseAsync(IRpcPeer peer, RpcParams p)
    {
        RoomCalls.RequireOperator(peer);
        var room = RoomCalls.Text(p, "room");
        await calls.Rooms.ActAsync(floor => ErrorMapping.Check(floor.Take(new CloseRoom(SessionId.Operator, room)))).ConfigureAwait(false);
        return null;
    }

    private async ValueTask<Action<Utf8JsonWriter>?> ListAsync(IRpcPeer peer)
    {
        RoomCalls.RequireOperator(peer);
        var rooms = await calls.Rooms.AskAsync(floor => floor.Host.Rooms.Select(room => Snapshot(floor, room)).ToArray()).ConfigureAwait(false);
        return writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("rooms"u8);
            foreach (var room in rooms) WriteInfo(writer, room);
            writer.WriteEndArray();
            writer.WriteEndObject();
        };
    }

    private async ValueTask<Action<Utf8JsonWriter>?> InfoAsync(RpcParams p)
    {
        var text = RoomCalls.Text(p, "room");
        if (!RoomId.TryParse(text, out var room, out var error)) throw ErrorMapping.Refusal(error);
        var snapshot = await calls.Rooms.AskAsync(floor => Snapshot(floor, room)).ConfigureAwait(false);
        return writer => WriteInfo(writer, snapshot);
    }

    private static RoomSnapshot Snapshot(RoomFloor floor, RoomId room) => floor.Host.TryGetSnapshot(room, out var snapshot)
        ? snapshot
        : throw ErrorMapping.Refusal(new RoomError(RoomErrorCode.UnknownRoom, "roomId", ZegoCode.UnknownRoom, $"there is no room {room}; check the name"));

    private static void WriteInfo(Utf8JsonWriter writer, RoomSnapshot room)
    {
        writer.WriteStartObject();
        writer.WriteString("room"u8, room.Room.Value);
        writer.WriteNumber("count"u8, room.Members.Length);
        writer.WriteStartObject("status"u8);
        EventWriter.WriteStatus(writer, room.Status);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
