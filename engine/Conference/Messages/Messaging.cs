using System.Collections.Immutable;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.Messages;

/// <summary>What members write to each other, within the sizes and rates of ZEGO Express.</summary>
internal static class Messaging
{
    public const int MaxTextBytes = 1024;
    public const int MaxKeyBytes = 10;
    public const int MaxValueBytes = 128;

    public static RoomError? Send(Hall hall, Member member, SessionInput input) => input switch
    {
        SendBroadcast send => Broadcast(hall, member, send),
        SendBarrage send => Barrage(hall, member, send),
        SendCustom send => Custom(hall, member, send),
        SendChat send => Chat(hall, member, send),
        _ => throw new ArgumentException($"{input.GetType().Name} is no message.", nameof(input)),
    };

    public static RoomError? SetRoomExtraInfo(Hall hall, Member member, SetRoomExtraInfo input)
    {
        if (PlainText.Check(input.Key, "key", MaxKeyBytes) is { } badKey) return badKey;
        if (PlainText.CheckOptional(input.Value, "value", MaxValueBytes) is { } badValue) return badValue;
        var room = member.Room;
        if (room.ExtraInfo is { } info && info.Key != input.Key)
            return new RoomError(RoomErrorCode.LimitReached, "key", 0, $"the room has the key {info.Key} already, and may have one; empty that first");
        if (!room.Rates.ExtraInfo.TryTake(hall.Now)) return TooFrequent(10);
        var written = new RoomExtraInfo(input.Key, input.Value, member.User, hall.Now);
        room.ExtraInfo = input.Value.Length == 0 ? null : written;
        room.Touch();
        hall.TellRoom(room, new RoomExtraInfoChanged(room.Id, written), except: member);
        return null;
    }

    private static RoomError? Broadcast(Hall hall, Member member, SendBroadcast input)
    {
        if (PlainText.Check(input.Text, "text", MaxTextBytes) is { } bad) return bad;
        if (!TrySpeak(hall, member)) return TooFrequent(10);
        hall.TellRoom(member.Room, Written(hall, member, MessageKind.Broadcast, input.Text), except: member);
        return null;
    }

    // Barrage is unreliable by its definition: what is too much is left out, and no error tells the sender.
    private static RoomError? Barrage(Hall hall, Member member, SendBarrage input)
    {
        if (PlainText.Check(input.Text, "text", MaxTextBytes) is { } bad) return bad;
        if (member.Room.Rates.Barrages.TryTake(hall.Now))
            hall.TellRoom(member.Room, Written(hall, member, MessageKind.Barrage, input.Text), except: member);
        return null;
    }

    private static RoomError? Custom(Hall hall, Member member, SendCustom input)
    {
        if (PlainText.Check(input.Text, "text", MaxTextBytes) is { } bad) return bad;
        if (!TryReceivers(member, input.To, out var receivers, out var error)) return error;
        var rates = member.Room.Rates;
        var isToOne = receivers!.Count == 1;
        if (!(isToOne ? rates.CustomToOne : rates.CustomToMany).TryTake(hall.Now)) return TooFrequent(isToOne ? 200 : 10);
        hall.TellSome(member.Room, Written(hall, member, MessageKind.Custom, input.Text), receivers.Contains);
        return null;
    }

    private static RoomError? Chat(Hall hall, Member member, SendChat input)
    {
        if (PlainText.Check(input.Text, "text", MaxTextBytes) is { } bad) return bad;
        if (input.To is not null) return PrivateChat(hall, member, input.Text, input.To);
        if (!TrySpeak(hall, member)) return TooFrequent(10);
        var written = Written(hall, member, MessageKind.Chat, input.Text);
        var history = member.Room.Chat;
        while (history.Count >= hall.Options.ChatHistory && history.Count > 0) history.Dequeue();
        if (hall.Options.ChatHistory > 0) history.Enqueue(written.Message);
        hall.TellRoom(member.Room, written);
        return null;
    }

    private static RoomError? PrivateChat(Hall hall, Member member, string text, string to)
    {
        if (!TryReceivers(member, [to], out var receivers, out var error)) return error;
        if (!TrySpeak(hall, member)) return TooFrequent(10);
        hall.TellSome(member.Room, Written(hall, member, MessageKind.PrivateChat, text), other => other == member || receivers!.Contains(other));
        return null;
    }

    // Both limits are asked before either is counted: who is refused by one must not use up the other.
    private static bool TrySpeak(Hall hall, Member member) =>
        member.Speech.Allows(hall.Now) && member.Room.Rates.Broadcasts.TryTake(hall.Now) && member.Speech.TryTake(hall.Now);

    private static bool TryReceivers(Member from, ImmutableArray<string> names, out HashSet<Member>? receivers, out RoomError? error)
    {
        receivers = [];
        error = null;
        if (names.IsDefaultOrEmpty)
        {
            receivers.UnionWith(from.Room.Members.Where(member => member != from));
            return true;
        }
        if (names.Length > from.Room.Options.MaxParticipants)
            error = new RoomError(RoomErrorCode.LimitReached, "to", 0, $"{names.Length} receivers are more than a room holds");
        foreach (var name in names)
        {
            if (error is not null || !UserId.TryParse(name, out var user, out error)) break;
            if (from.Room.Find(user) is { } member) receivers.Add(member);
            else error = new RoomError(RoomErrorCode.UnknownUser, "to", 0, $"there is no {user} in the room");
        }
        return error is null;
    }

    private static MessageReceived Written(Hall hall, Member member, MessageKind kind, string text) =>
        new(member.Room.Id, new RoomMessage(kind, member.Room.NextMessage(), member.User, member.Name, text, hall.Now));

    private static RoomError TooFrequent(int perSecond) =>
        new(RoomErrorCode.TooFrequent, "", 0, $"too often: {perSecond} a second in a room, and one user every 500 ms; wait a moment");
}
