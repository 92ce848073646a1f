using System.Text.Json;
using ConfEngine.EndToEnd.Media;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Files;

namespace ConfEngine.EndToEnd.Live;

/// <summary>What a newcomer sees: nine participants, in a picture, a recording and numbers.</summary>
[Collection(LiveCollection.Name)]
public sealed class DemoWallTests
{
    [Fact]
    public void Nine_participants_live_on_the_wall()
    {
        using var folder = new TempFolder();
        var outcome = Confengine.Run("kiosk", "--headless", "--duration", "4", "--audio-out", "null", "--screenshot", folder["wall.png"], "--record", folder["wall.mp4"], "--stats", folder["stats.json"]).Expect(0);
        Assert.Contains("9 streams", outcome.Out, StringComparison.Ordinal);
        CheckStill(Decoded.Still(folder["wall.png"]));
        CheckRecording(folder["wall.mp4"]);
        using var json = JsonDocument.Parse(File.ReadAllText(folder["stats.json"]));
        double Number(string name) => json.RootElement.GetProperty(name).GetDouble();
        Assert.InRange(Number("frames") + Number("lagged"), 115, 125);
        Assert.InRange(Number("framesShown"), 9 * 2, 9 * 125);
        Assert.InRange(Number("peakRssBytes"), 20e6, 1e9);
        Assert.InRange(Number("firstFrameSeconds"), 0.01, 60);
    }

    [Fact]
    public void Talking_participants_are_heard()
    {
        using var folder = new TempFolder();
        Confengine.Run("kiosk", "--headless", "--duration", "3", "--size", "640x360", "--audio-out", folder["mix.wav"]).Expect(0);
        var mix = Decoded.Samples(folder["mix.wav"]);
        Assert.Equal(3.0, (double)mix.Length / 2 / Sound.Rate, 0.3);
        Assert.InRange(mix.Max(), 0.02f, 0.95f);
    }

    private static void CheckStill(Picture still)
    {
        Assert.Equal((1920, 1080), (still.Width, still.Height));
        var tiles = Tiles(still);
        Assert.All(tiles, tile => Assert.True(tile.Deviation > 10, "a tile is plain"));
        for (var i = 0; i < tiles.Length; i++)
            for (var j = 0; j < i; j++)
                Assert.True(tiles[i].DifferenceTo(tiles[j]) > 5, $"tiles {i} and {j} show the same");
    }

    private static void CheckRecording(string path)
    {
        var probe = Probe.File(path);
        Assert.Equal(("h264", 1920, 1080), (probe.Video.Codec, probe.Video.Width, probe.Video.Height));
        Assert.Equal(("aac", 48000, 2), (probe.Audio.Codec, probe.Audio.SampleRate, probe.Audio.Channels));
        Assert.Equal(4.0, probe.Seconds, 0.5);
        // A frame may be missing where the machine was busy; those that are there lie on the grid of thirtieths.
        Assert.All(Probe.PictureTimes(path), time => Assert.Equal(Math.Round(time * 30), time * 30, 0.05));
        var (early, late) = (Tiles(Decoded.At(path, 2.0, 1920, 1080)), Tiles(Decoded.At(path, 3.0, 1920, 1080)));
        for (var i = 0; i < early.Length; i++)
            Assert.True(early[i].ChangedPixels(late[i]) > 100, $"participant {i} does not move");
    }

    private static Picture[] Tiles(Picture wall) => [.. Enumerable.Range(0, 9).Select(i => wall.Cell(i % 3, i / 3, 3, 3))];
}
