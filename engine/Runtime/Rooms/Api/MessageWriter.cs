using System.Text.Json;
using ConfEngine.Conference.Messages;
using ConfEngine.Conference.Rooms;
using ConfEngine.Core.Time;

namespace ConfEngine.Runtime.Rooms.Api;

/// <summary>Writes what participants wrote.</summary>
internal static class MessageWriter
{
    /// <summary>One message, as members of the object at hand.</summary>
    public static void Write(Utf8JsonWriter writer, RoomMessage message, Func<Instant, long> unixMilliseconds)
    {
        writer.WriteNumber("id"u8, message.Id);
        writer.WriteString("kind"u8, Words.Of(message.Kind));
        writer.WriteString("user"u8, message.From.Value);
        writer.WriteString("name"u8, message.Name.Value);
        writer.WriteString("text"u8, message.Text);
        writer.WriteNumber("at"u8, unixMilliseconds(message.At));
    }

    /// <summary>The chat so far.</summary>
    public static void Write(Utf8JsonWriter writer, ChatHistory history, Func<Instant, long> unixMilliseconds)
    {
        writer.WriteStartArray("messages"u8);
        foreach (var message in history.Messages)
        {
            writer.WriteStartObject();
            Write(writer, message, unixMilliseconds);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
