using System.Text.Json;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Time;

namespace ConfEngine.Runtime.Rooms.Api;

/// <summary>Writes events as notifications of the control API; <c>engine/Control/README.md</c> lists them.</summary>
/// <param name="clock">Says what time of day an instant was.</param>
internal sealed class EventWriter(IClock clock)
{
    /// <summary>The notification, as text.</summary>
    public RpcNotification Write(RoomEvent what)
    {
        var (method, members) = what switch
        {
            RoomStateChanged or WaitingForAdmission or WaitingChanged or RoomStatusChanged or RoomExtraInfoChanged => OfRoom(what),
            UserUpdate or UserChanged or UserCount or UnmuteAsked => OfUsers(what),
            MessageReceived message => ("room.message", writer => MessageWriter.Write(writer, message.Message, Milliseconds)),
            ChatHistory history => ("room.chatHistory", writer => MessageWriter.Write(writer, history, Milliseconds)),
            _ => StreamEvents.Of(what),
        };
        return Notification(method, what.Room, members);
    }

    /// <summary>How many lines of picture are of use to anybody.</summary>
    public static RpcNotification WantedHeight(RoomId room, StreamId stream, int height) => Notification("stream.wantedHeight", room, writer =>
    {
        writer.WriteString("stream"u8, stream.Value);
        writer.WriteNumber("height"u8, height);
    });

    /// <summary>A room's status, as members of the object at hand.</summary>
    public static void WriteStatus(Utf8JsonWriter writer, RoomStatus status)
    {
        writer.WriteBoolean("locked"u8, status.IsLocked);
        writer.WriteBoolean("waitingRoom"u8, status.HasWaitingRoom);
        writer.WriteBoolean("password"u8, status.HasPassword);
        writer.WriteNumber("limit"u8, status.ParticipantLimit);
        writer.WriteBoolean("recording"u8, status.IsRecording);
        writer.WriteBoolean("mayUnmute"u8, status.MayUnmute);
    }

    /// <summary>Why, as <c>error</c>; nothing for null.</summary>
    public static void WriteError(Utf8JsonWriter writer, RoomError? error)
    {
        if (error is null) return;
        writer.WriteStartObject("error"u8);
        writer.WriteString("code"u8, ErrorMapping.Code(error.Code));
        writer.WriteString("message"u8, error.Text);
        writer.WriteEndObject();
    }

    private static RpcNotification Notification(string method, RoomId room, Action<Utf8JsonWriter> members) => new(method, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("room"u8, room.Value);
        members(writer);
        writer.WriteEndObject();
    });

    private static (string, Action<Utf8JsonWriter>) OfRoom(RoomEvent what) => what switch
    {
        RoomStateChanged state => ("room.stateChanged", writer =>
        {
            writer.WriteString("reason"u8, Words.Of(state.Reason));
            writer.WriteNumber("code"u8, state.Error?.VendorCode ?? 0);
            WriteError(writer, state.Error);
            writer.WriteNumber("session"u8, state.Session.Value);
        }),
        WaitingForAdmission waiting => ("room.waiting", writer => writer.WriteNumber("session"u8, waiting.Session.Value)),
        WaitingChanged waiting => ("room.waitingList", writer => WriteWaiting(writer, waiting)),
        RoomStatusChanged status => ("room.status", writer => WriteStatus(writer, status.Status)),
        RoomExtraInfoChanged { Info: var info } => ("room.extraInfo", writer =>
        {
            writer.WriteString("key"u8, info.Key);
            writer.WriteString("value"u8, info.Value);
            writer.WriteString("by"u8, info.UpdatedBy.Value);
        }),
        _ => throw new ArgumentException($"{what.GetType().Name} is no event of a room", nameof(what)),
    };

    private static (string, Action<Utf8JsonWriter>) OfUsers(RoomEvent what) => what switch
    {
        UserUpdate update => ("room.users", writer =>
        {
            writer.WriteString("type"u8, Words.Of(update.Type));
            writer.WriteBoolean("full"u8, update.IsFull);
            writer.WriteStartArray("users"u8);
            foreach (var user in update.Users) WriteUser(writer, user);
            writer.WriteEndArray();
        }),
        UserChanged changed => ("room.userChanged", writer =>
        {
            writer.WritePropertyName("user"u8);
            WriteUser(writer, changed.User);
        }),
        UserCount count => ("room.userCount", writer => writer.WriteNumber("count"u8, count.Count)),
        UnmuteAsked => ("room.unmuteAsked", static _ => { }),
        _ => throw new ArgumentException($"{what.GetType().Name} is no event of users", nameof(what)),
    };

    private static void WriteWaiting(Utf8JsonWriter writer, WaitingChanged what)
    {
        writer.WriteStartArray("waiting"u8);
        foreach (var waiting in what.Waiting)
        {
            writer.WriteStartObject();
            writer.WriteString("user"u8, waiting.User.Value);
            writer.WriteString("name"u8, waiting.Name.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteUser(Utf8JsonWriter writer, UserInfo user)
    {
        writer.WriteStartObject();
        writer.WriteString("user"u8, user.User.Value);
        writer.WriteString("name"u8, user.Name.Value);
        writer.WriteString("role"u8, Words.Of(user.Role));
        writer.WriteBoolean("audioMuted"u8, user.IsAudioMuted);
        writer.WriteBoolean("videoMuted"u8, user.IsVideoMuted);
        writer.WriteNumber("hand"u8, user.Hand);
        writer.WriteEndObject();
    }

    private long Milliseconds(Instant at) => (clock.WallNow - TimeSpan.FromTicks((clock.Now - at).Nanoseconds / 100)).ToUnixTimeMilliseconds();
}
