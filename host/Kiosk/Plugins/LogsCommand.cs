using System.CommandLine;
using System.Text.Json;

namespace ConfEngine.Kiosk.Plugins;

/// <summary><c>plugin logs</c>: the last lines of a running plugin's log.</summary>
internal static class LogsCommand
{
    public static Command Create()
    {
        var plugin = PluginCommand.Id();
        var target = new PluginTarget();
        var command = new Command("logs", "Show the last lines of a plugin's log.") { plugin };
        target.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var link = await target.Read(parsed).ConnectAsync(cancel);
            foreach (var line in Lines(await link.CallAsync("plugin.logs", cancel, ("id", parsed.GetValue(plugin)!)))) Console.Out.WriteLine(line);
            return 0;
        });
        return command;
    }

    /// <summary>The lines of a kiosk's answer: a list, or an object with a list of lines; each a text, or an object with time, level and text.</summary>
    public static IEnumerable<string> Lines(JsonElement answer)
    {
        var lines = answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("lines", out var inner) ? inner : answer;
        if (lines.ValueKind != JsonValueKind.Array) return [];
        return lines.EnumerateArray().Select(static line => line.ValueKind != JsonValueKind.Object
            ? line.ToString()
            : string.Join(' ', new[] { "at", "level", "text" }.Where(name => line.TryGetProperty(name, out _)).Select(name => line.GetProperty(name).ToString())));
    }
}
