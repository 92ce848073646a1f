using System.Text.Json;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.EndToEnd.Rooms;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Node;

namespace ConfEngine.EndToEnd.Plugins;

/// <summary>A running kiosk and its plugins, seen through the control API as an integrator sees them.</summary>
public sealed class KioskPluginTests : IDisposable
{
    private const int Patience = 120;
    private readonly RoomKiosk _kiosk = new();

    public void Dispose() => _kiosk.Dispose();

    [Fact]
    public void A_plugin_that_is_dropped_in_books_at_once_and_gives_way_when_it_is_taken_out()
    {
        WaitFor("plugin.list", "{}", list => Active(list) == "booking.local", "the local bookings at work");
        var folder = Path.Combine(_kiosk.PluginFolder, "Acme");
        CopyTree(Checkout.At(".artifacts", "bin", "Samples.Booking", Configuration), folder);
        WaitFor("plugin.list", "{}", list => Active(list) == "samples.booking", "the new plugin at work");

        var start = Call("status.get", "{\"path\":\"booking\"}").GetProperty("asOf").GetInt64() + 3600;
        var booked = Call("booking.book", $$$"""{"meeting":{"subject":"周会 & review","startTime":{{{start}}},"durationMinutes":30}}""").GetProperty("result").GetProperty("meeting");
        var id = booked.GetProperty("meetingId").GetString()!;
        var changed = Call("booking.edit", $$$"""{"id":"{{{id}}}","meeting":{"durationMinutes":45}}""").GetProperty("result").GetProperty("meeting").GetProperty("spec");
        Assert.Equal(("周会 & review", 45), (changed.GetProperty("subject").GetString(), changed.GetProperty("durationMinutes").GetInt32()));
        var listed = Call("booking.list", $$$"""{"from":{{{start}}},"to":{{{start + 60}}}}""").GetProperty("meetings");
        Assert.Equal(start + 2700, Assert.Single(listed.EnumerateArray()).GetProperty("endTime").GetInt64());

        Directory.Delete(folder, recursive: true);
        WaitFor("plugin.list", "{}", list => Active(list) == "booking.local" && list.GetProperty("plugins").GetArrayLength() == 1, "the local bookings at work again");
    }

    [Fact]
    public void Local_bookings_outlive_a_power_cut_and_refuse_what_cannot_be()
    {
        WaitFor("plugin.list", "{}", list => Active(list) == "booking.local", "the local bookings at work");
        var start = WaitFor("status.get", "{\"path\":\"booking\"}", day => day.TryGetProperty("asOf", out _), "today's meetings").GetProperty("asOf").GetInt64() + 3600;
        var meeting = $$$"""{"meeting":{"subject":"Board","startTime":{{{start}}},"durationMinutes":30}}""";
        var id = Call("booking.book", meeting).GetProperty("result").GetProperty("meeting").GetProperty("meetingId").GetString()!;
        Refused("booking.book", meeting, "time-conflict");
        Refused("booking.book", $$$"""{"meeting":{"startTime":{{{start + 7200}}},"durationMinutes":14}}""", "duration_minutes is 14");
        Refused("booking.book", $$$"""{"meeting":{"startTime":{{{start - 7200}}}}}""", "time-in-past");
        Refused("booking.book", """{"meeting":{"strat":1}}""", "meeting.strat is no field");
        Refused("booking.book", "{}", "meeting is missing");
        Refused("booking.detail", """{"id":"nobody"}""", "meeting-not-found");
        Refused("plugin.enable", """{"id":"nobody"}""", "there is no plugin nobody");
        Refused("status.get", """{"path":"nowhere"}""", "there is no status nowhere");
        _kiosk.Restart();
        WaitFor("plugin.list", "{}", list => Active(list) == "booking.local", "the local bookings at work after the restart");
        Assert.Equal("Board", Call("booking.detail", $$$"""{"id":"{{{id}}}"}""").GetProperty("entry").GetProperty("subject").GetString());
        Assert.Equal("disabled", Call("plugin.disable", """{"id":"booking.local"}""").GetProperty("state").GetString());
        Refused("booking.list", "{}", "no plugin books meetings now");
        Assert.Equal("running", Call("plugin.enable", """{"id":"booking.local"}""").GetProperty("state").GetString());
        Call("booking.cancel", $$$"""{"id":"{{{id}}}"}""");
        Refused("booking.detail", $$$"""{"id":"{{{id}}}"}""", "meeting-");
    }

    [Fact]
    public void An_external_system_written_in_Node_hears_when_people_come_and_go()
    {
        NodePackages.Install();
        var folder = Path.Combine(_kiosk.PluginFolder, "external");
        CopyTree(Checkout.At("plugins", "samples-node"), folder);
        CopyTree(Path.Combine(NodePackages.Folder, "node_modules"), Path.Combine(folder, "node_modules"));
        WaitFor("plugin.list", "{}", list => list.GetRawText().Contains("\"samples.node\"") && list.GetProperty("active").TryGetProperty("external-sync", out _), "the Node plugin at work");
        WaitForLog("idle");
        Confengine.Run("bots", "--url", _kiosk.Base.ToString(), "--count", "1", "--video", "180p", "--duration", "4", "--no-play").Expect(0);
        WaitForLog("in-meeting");
        Assert.True(Said().LastIndexOf("idle", StringComparison.Ordinal) >= 0);
        WaitFor("plugin.logs", Named, _ => Said() is var said && said.LastIndexOf("\"idle\"", StringComparison.Ordinal) > said.IndexOf("in-meeting", StringComparison.Ordinal), "idle after the meeting");
    }

    private const string Named = """{"id":"samples.node"}""";

    private static string Configuration => Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private static string? Active(JsonElement list) => list.GetProperty("active").TryGetProperty("booking", out var id) ? id.GetString() : null;

    private void WaitForLog(string word) => WaitFor("plugin.logs", Named, _ => Said().Contains(word, StringComparison.Ordinal), $"'{word}' in the plugin's log");

    private string Said() => string.Join('\n', Call("plugin.logs", Named).GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("text").GetString()));

    private JsonElement Call(string method, string parameters)
    {
        using var json = JsonDocument.Parse(Rpc(method, parameters).Expect(0).Out);
        return json.RootElement.Clone();
    }

    private void Refused(string method, string parameters, string piece) => Assert.Contains(piece, Rpc(method, parameters).Expect(1).Error, StringComparison.Ordinal);

    // Each try is a process of its own, so that there is no need to wait between two.
    private JsonElement WaitFor(string method, string parameters, Predicate<JsonElement> holds, string what)
    {
        for (var tries = 0; tries < Patience; tries++)
            if (Call(method, parameters) is var answer && holds(answer))
                return answer;
        Assert.Fail($"{what} was never seen; the plugins are: {Call("plugin.list", "{}")}");
        return default;
    }

    private TestKit.Processes.Outcome Rpc(string method, string parameters) => Confengine.Run("rpc", "--url", _kiosk.Base.ToString(), method, parameters);

    private static void CopyTree(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
