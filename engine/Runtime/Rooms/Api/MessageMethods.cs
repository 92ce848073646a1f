using ConfEngine.Conference.Messages;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Runtime.Rooms.Api;

/// <summary>What participants write: chat, broadcast, barrage, custom, the room's note.</summary>
internal sealed class MessageMethods(RoomCalls calls)
{
    // A room may hold so many; the rooms' own limit says which of them are there.
    private const int MostReceivers = 1000;

    public void AddTo(MethodTable table)
    {
        table.Add("room.chat", ["text", "to"], (peer, p, _) =>
        {
            var (text, to) = (RoomCalls.Text(p, "text"), RoomCalls.TextOrNull(p, "to"));
            return calls.DoAsync(peer, session => new SendChat(session, text, to));
        });
        table.Add("room.broadcast", ["text"], (peer, p, _) =>
        {
            var text = RoomCalls.Text(p, "text");
            return calls.DoAsync(peer, session => new SendBroadcast(session, text));
        });
        table.Add("room.barrage", ["text"], (peer, p, _) =>
        {
            var text = RoomCalls.Text(p, "text");
            return calls.DoAsync(peer, session => new SendBarrage(session, text));
        });
        table.Add("room.custom", ["text", "to"], (peer, p, _) =>
        {
            var text = RoomCalls.Text(p, "text");
            var to = p.Texts("to", MostReceivers, 256);
            return calls.DoAsync(peer, session => new SendCustom(session, text, [.. to]));
        });
        table.Add("room.setExtraInfo", ["key", "value"], (peer, p, _) =>
        {
            var (key, value) = (RoomCalls.Text(p, "key"), RoomCalls.Text(p, "value"));
            return calls.DoAsync(peer, session => new SetRoomExtraInfo(session, key, value));
        });
    }
}
