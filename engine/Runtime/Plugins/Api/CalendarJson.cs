using System.Text.Json;

namespace ConfEngine.Runtime.Plugins.Api;

/// <summary>Writes today's meetings for the status tree.</summary>
internal static class CalendarJson
{
    /// <summary>A day; null for none.</summary>
    public static void Write(Utf8JsonWriter writer, CalendarDay? day, DateTimeOffset now)
    {
        writer.WriteStartObject();
        writer.WriteString("plugin"u8, day?.PluginId ?? "");
        if (day?.AsOf is { } asOf)
        {
            writer.WriteNumber("asOf"u8, asOf.ToUnixTimeSeconds());
            // In whole minutes: a subscriber is to be told of news, not of every second.
            writer.WriteNumber("ageMinutes"u8, (int)Math.Max(0, (now - asOf).TotalMinutes));
        }

        writer.WriteString("error"u8, day?.Error ?? "");
        writer.WriteStartArray("today"u8);
        foreach (var meeting in day?.Meetings ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("meetingId"u8, meeting.Id);
            writer.WriteString("subject"u8, meeting.Subject);
            writer.WriteNumber("startTime"u8, meeting.Start.ToUnixTimeSeconds());
            writer.WriteNumber("endTime"u8, meeting.End.ToUnixTimeSeconds());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
