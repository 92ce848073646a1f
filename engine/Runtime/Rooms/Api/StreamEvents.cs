using System.Collections.Immutable;
using System.Text.Json;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Runtime.Rooms.Api;

/// <summary>Writes events of streams: lists, states, levels and figures.</summary>
internal static class StreamEvents
{
    /// <summary>The notification's name and what writes its members.</summary>
    public static (string Method, Action<Utf8JsonWriter> Members) Of(RoomEvent what) => what switch
    {
        StreamUpdate update => ("room.streams", writer =>
        {
            writer.WriteString("type"u8, Words.Of(update.Type));
            writer.WriteBoolean("full"u8, update.IsFull);
            writer.WriteStartArray("streams"u8);
            foreach (var stream in update.Streams) WriteStream(writer, stream);
            writer.WriteEndArray();
        }),
        StreamExtraInfoChanged changed => ("room.streamExtraInfo", writer =>
        {
            writer.WritePropertyName("stream"u8);
            WriteStream(writer, changed.Stream);
        }),
        PublisherStateChanged state => ("stream.publisherState", writer => WriteState(writer, state.Stream, (int)state.State, state.Error)),
        PlayerStateChanged state => ("stream.playerState", writer => WriteState(writer, state.Stream, (int)state.State, state.Error)),
        StreamQuality quality => ("stream.quality", writer => WriteQuality(writer, quality)),
        SoundLevels levels => ("room.soundLevels", writer =>
        {
            WriteLevels(writer, "own", levels.Own);
            WriteLevels(writer, "others", levels.Others);
        }),
        NetworkQuality quality => ("room.networkQuality", writer => WriteNetwork(writer, quality)),
        _ => throw new ArgumentException($"{what.GetType().Name} is no event that clients know", nameof(what)),
    };

    private static void WriteStream(Utf8JsonWriter writer, StreamInfo stream)
    {
        writer.WriteStartObject();
        writer.WriteString("stream"u8, stream.Stream.Value);
        writer.WriteString("user"u8, stream.User.Value);
        writer.WriteString("kind"u8, Words.Of(stream.Kind));
        writer.WriteString("extraInfo"u8, stream.ExtraInfo);
        if (stream.Reason != StreamDeleteReason.None)
        {
            writer.WriteString("reason"u8, Words.Of(stream.Reason));
            writer.WriteNumber("code"u8, (int)stream.Reason);
        }

        writer.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter writer, StreamId stream, int state, RoomError? error)
    {
        writer.WriteString("stream"u8, stream.Value);
        writer.WriteNumber("state"u8, state);
        EventWriter.WriteError(writer, error);
    }

    private static void WriteQuality(Utf8JsonWriter writer, StreamQuality quality)
    {
        writer.WriteString("stream"u8, quality.Stream.Value);
        writer.WriteBoolean("played"u8, quality.IsPlayed);
        writer.WriteNumber("fps"u8, Math.Round(quality.Figures.SinkFramesPerSecond, 1));
        writer.WriteNumber("kbps"u8, Math.Round(quality.Figures.KilobitsPerSecond));
        writer.WriteNumber("rtt"u8, Math.Round(quality.Figures.Link.RoundTripMilliseconds, 1));
        writer.WriteNumber("loss"u8, Math.Round(quality.Figures.Link.Loss, 4));
        writer.WriteNumber("level"u8, (int)quality.Level);
    }

    private static void WriteLevels(Utf8JsonWriter writer, string name, ImmutableArray<StreamLevel> levels)
    {
        writer.WriteStartArray(name);
        foreach (var level in levels)
        {
            writer.WriteStartObject();
            writer.WriteString("stream"u8, level.Stream.Value);
            writer.WriteNumber("level"u8, Math.Round(level.Level, 1));
            writer.WriteBoolean("speech"u8, level.IsSpeech);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNetwork(Utf8JsonWriter writer, NetworkQuality quality)
    {
        writer.WriteStartArray("users"u8);
        foreach (var user in quality.Users)
        {
            writer.WriteStartObject();
            writer.WriteString("user"u8, user.User.Value);
            writer.WriteNumber("level"u8, (int)user.Level);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
