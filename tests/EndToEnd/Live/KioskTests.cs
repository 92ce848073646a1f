using System.Text.Json;
using ConfEngine.EndToEnd.Media;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Files;

namespace ConfEngine.EndToEnd.Live;

/// <summary>The kiosk without a window.</summary>
[Collection(LiveCollection.Name)]
public sealed class KioskTests(MediaFolder media)
{
    [Fact]
    public void A_bad_source_says_why_and_stops_nobody()
    {
        using var folder = new TempFolder();
        Run("--duration", "3", "--source", "missing.mp4", "--source", "talk.mp4,loop", "--source", "random.mp4", "--source", "test:", "--record", folder["wall.mp4"], "--stats", folder["stats.json"]);
        var (early, late) = (Decoded.At(folder["wall.mp4"], 1.5, 640, 360), Decoded.At(folder["wall.mp4"], 2.4, 640, 360));
        Picture Tile(Picture wall, int index) => wall.Cell(index % 2, index / 2, 2, 2);
        foreach (var bad in new[] { 0, 2 })
        {
            Assert.True(Tile(late, bad).Pixels.Max() > 120, $"tile {bad} says nothing");
            Assert.True(Tile(early, bad).ChangedPixels(Tile(late, bad)) < 50, $"tile {bad} moves");
        }

        foreach (var good in new[] { 1, 3 }) Assert.True(Tile(early, good).ChangedPixels(Tile(late, good)) > 100, $"tile {good} stands still");
        using var json = JsonDocument.Parse(File.ReadAllText(folder["stats.json"]));
        Assert.InRange(json.RootElement.GetProperty("framesShown").GetInt64(), 10, 200);
    }

    [Fact]
    public void Every_layout_is_a_picture_of_its_own()
    {
        using var folder = new TempFolder();
        string[] layouts = ["gallery", "speaker", "content", "grid"];
        var pictures = new List<Picture>();
        foreach (var layout in layouts)
        {
            Run("--duration", "1", "--layout", layout, "--source", "lavfi:color=c=red:size=320x180:rate=10", "--source", "lavfi:color=c=green:size=320x180:rate=10", "--source", "lavfi:color=c=blue:size=320x180:rate=10,content", "--screenshot", folder["wall.png"]);
            pictures.Add(Decoded.Still(folder["wall.png"]));
        }

        for (var i = 0; i < pictures.Count; i++)
            for (var j = 0; j < i; j++)
                Assert.True(pictures[i].ChangedPixels(pictures[j]) > 2000, $"{layouts[i]} looks like {layouts[j]}");

        // The shared screen has the stage.
        var middle = pictures[2].Crop(320, 120, 1, 1).Pixels;
        Assert.True(middle[2] > 150 && middle[0] < 80, $"not blue: {string.Join(' ', middle)}");
    }

    [Fact]
    public void With_nothing_to_show_there_is_a_home_screen()
    {
        using var folder = new TempFolder();
        Run("--empty", "--duration", "1", "--room-name", "Room A", "--screenshot", folder["a.png"]);
        Run("--empty", "--duration", "1", "--room-name", "会议室", "--screenshot", folder["b.png"]);
        var home = Decoded.Still(folder["a.png"]);
        Assert.True(home.Deviation > 5, "the home screen is plain");
        Assert.True(home.ChangedPixels(Decoded.Still(folder["b.png"])) > 100, "the room's name is not to be seen");
    }

    [Fact]
    public void The_overlay_can_be_there_from_the_start()
    {
        using var folder = new TempFolder();
        string[] still = ["--duration", "1", "--source", "lavfi:color=c=green:size=320x180:rate=10"];
        Run([.. still, "--screenshot", folder["plain.png"]]);
        Run([.. still, "--overlay", "--screenshot", folder["overlay.png"]]);
        Assert.True(Decoded.Still(folder["plain.png"]).ChangedPixels(Decoded.Still(folder["overlay.png"])) > 2000);
    }

    [Fact]
    public void Without_a_command_the_program_is_a_kiosk_that_says_how_to_see_it()
    {
        var outcome = Confengine.Run("--duration", "1", "--audio-out", "null", "--size", "640x360", "--listen", "127.0.0.1:0", "--rtc-port", "0").Expect(0);
        Assert.Contains("9 streams", outcome.Out, StringComparison.Ordinal);
        Assert.Matches("look +http://127.0.0.1:[0-9]+/wall.png", outcome.Out);
        Assert.Contains("DISPLAY", outcome.Out, StringComparison.Ordinal);
        Assert.Equal("", outcome.Error);
    }

    [Fact]
    public void Without_a_room_it_says_how_to_see_the_wall()
    {
        var outcome = Confengine.Run("kiosk", "--duration", "1", "--audio-out", "null", "--size", "640x360").Expect(0);
        Assert.Contains("--screenshot FILE", outcome.Out, StringComparison.Ordinal);
    }

    private void Run(params string[] arguments) =>
        Confengine.RunIn(media.FullName, ["kiosk", "--headless", "--audio-out", "null", "--size", "640x360", .. arguments]).Expect(0);
}
