using System.Text.Json;
using ConfEngine.EndToEnd.Live;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.EndToEnd.Refusals;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Rooms;

/// <summary>Synthetic participants in the room of a real kiosk, each a process of its own.</summary>
[Collection(LiveCollection.Name)]
public sealed class BotsTests
{
    private const string Room = "lobby";

    [Theory]
    [InlineData("--video 180p --codec vp8")]
    [InlineData("--video 180p --codec h264")]
    [InlineData("--video 360p --simulcast")]
    [InlineData("--video none")]
    public void Bots_get_in_and_see_and_hear_each_other(string media)
    {
        using var folder = new TempFolder();
        using var kiosk = new RoomKiosk();
        var url = UrlOf(kiosk);
        Run(url, folder["bots.json"], ["--count", "3", "--duration", "12", .. CommandLine.Split(media)]).Expect(0);
        using var report = Read(folder["bots.json"]);
        Assert.Equal(3, Number(report, "gotIn"));
        Assert.True(Number(report, "sounds") > 3 * 2 * 50, $"hardly any sound: {report.RootElement}");
        if (media.Contains("none", StringComparison.Ordinal)) Assert.Equal(0, Number(report, "frames"));
        else Assert.True(Number(report, "frames") > 3 * 2 * 30, $"hardly any pictures: {report.RootElement}");
        Assert.True(report.RootElement.GetProperty("joinMilliseconds").GetProperty("count").GetInt32() >= 2, $"joins were not measured: {report.RootElement}");
    }

    [Fact]
    public void What_a_bad_network_loses_is_sent_again()
    {
        using var folder = new TempFolder();
        using var kiosk = new RoomKiosk();
        var url = UrlOf(kiosk);
        Run(url, folder["bots.json"], "--count", "2", "--video", "360p", "--loss", "5%", "--jitter", "10ms", "--delay", "20ms", "--seed", "7", "--duration", "15").Expect(0);
        using var report = Read(folder["bots.json"]);
        Assert.True(Number(report, "datagramsDropped") > 0, $"the network lost nothing: {report.RootElement}");
        Assert.True(Number(report, "packetsRecovered") > 0, $"nothing was sent again: {report.RootElement}");
        Assert.True(Number(report, "frames") > 2 * 30, $"hardly any pictures: {report.RootElement}");
    }

    [Fact]
    public void Bots_that_come_and_go_leave_nobody_behind()
    {
        using var folder = new TempFolder();
        using var kiosk = new RoomKiosk();
        var url = UrlOf(kiosk);
        var before = CountMembers(url);
        using var bots = Confengine.Start("bots", "--url", url, "--count", "4", "--video", "180p", "--churn", "--seed", "3", "--json", folder["bots.json"]);
        bots.WaitFor("in 4");
        bots.Work(TimeSpan.FromSeconds(15));
        bots.Signal(Signals.Interrupt);
        bots.Finish().Expect(0);
        using var report = Read(folder["bots.json"]);
        Assert.Equal((4, 0), (Number(report, "gotIn"), Number(report, "thrownOut")));
        Assert.Equal(before, CountMembers(url));
    }

    [Fact]
    public void Who_is_not_let_in_is_told_why()
    {
        using var kiosk = new RoomKiosk();
        var url = UrlOf(kiosk);
        var server = kiosk.Base.ToString();
        Confengine.Run("bots", "--url", server, "--room", "nowhere", "--count", "2", "--video", "180p", "--duration", "5").ExpectRefusal(1, "room");
        Confengine.Run("rpc", "room.setPassword", $$"""{"room":"{{Room}}","password":"open sesame"}""", "--url", server).Expect(0);
        Confengine.Run("bots", "--url", url, "--count", "2", "--video", "180p", "--duration", "5", "--password", "sesame").ExpectRefusal(1, "password");
        Confengine.Run("bots", "--url", url, "--count", "2", "--video", "180p", "--duration", "5", "--password", "open sesame").Expect(0);
        Confengine.Run("rpc", "room.nothing", "--url", server).ExpectRefusal(1, "-32601");
    }

    private static string UrlOf(RoomKiosk kiosk) => $"{kiosk.Base}join/{Room}";

    // The kiosk itself may be one of them.
    private static int CountMembers(string url)
    {
        using var info = JsonDocument.Parse(Confengine.Run("rpc", "room.info", $$"""{"room":"{{Room}}"}""", "--url", url).Expect(0).Out);
        return Number(info, "count");
    }

    private static Outcome Run(string url, string json, params IEnumerable<string> options) => Confengine.Run(["bots", "--url", url, "--json", json, .. options]);

    private static JsonDocument Read(string path) => JsonDocument.Parse(File.ReadAllText(path));

    private static int Number(JsonDocument report, string name) => report.RootElement.GetProperty(name).GetInt32();
}
