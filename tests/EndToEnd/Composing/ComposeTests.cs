using System.Text.Json;
using ConfEngine.EndToEnd.Media;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Composing;

/// <summary>What compose promises on its help page.</summary>
public sealed class ComposeTests(MediaFolder media)
{
    [Fact]
    public void It_ends_with_the_longest_source()
    {
        using var folder = new TempFolder();
        Run("--source", "short.mp4", "--source", "talk.mp4", "--out", "null:", "--frame-hashes", folder["hashes"]);
        Assert.InRange(File.ReadAllLines(folder["hashes"]).Length, 59, 61);
    }

    [Fact]
    public void A_source_that_ends_keeps_its_last_picture()
    {
        using var folder = new TempFolder();
        Run("--no-decorations", "--size", "640x360", "--source", "short.mp4", "--source", "talk.mp4", "--out", folder["wall.mkv"]);
        // Two tiles lie in the upper row of a grid of two by two.
        var cell = Decoded.At(folder["wall.mkv"], 1.8, 640, 360).Crop(0, 0, 320, 180);
        var expected = Decoded.Pictures(media["short.mp4"], "null", 320, 180)[^1];
        Assert.True(cell.DifferenceTo(expected) < 8, $"differs by {cell.DifferenceTo(expected)}");
    }

    [Fact]
    public void A_recording_has_picture_and_sound_of_the_right_kind()
    {
        using var folder = new TempFolder();
        foreach (var name in new[] { "wall.mp4", "wall.mkv" })
        {
            Run("--source", "talk.mp4", "--source", "test:", "--size", "640x360", "--fps", "25", "--duration", "2", "--out", folder[name]);
            var probe = Probe.File(folder[name]);
            Assert.Equal(("h264", 640, 360, "25/1", 50), (probe.Video.Codec, probe.Video.Width, probe.Video.Height, probe.Video.Rate, probe.Video.Pictures));
            Assert.Equal(("aac", 48000, 2), (probe.Audio.Codec, probe.Audio.SampleRate, probe.Audio.Channels));
            Assert.Equal(2.0, probe.Seconds, 0.1);
        }
    }

    [Fact]
    public void Statistics_add_up()
    {
        using var folder = new TempFolder();
        Run("--source", "talk.mp4", "--source", "short.mp4", "--size", "640x360", "--duration", "2", "--out", folder["wall.mp4"], "--stats", folder["stats.json"]);
        using var json = JsonDocument.Parse(File.ReadAllText(folder["stats.json"]));
        double Number(string name) => json.RootElement.GetProperty(name).GetDouble();
        Assert.Equal(60, Number("frames"));
        Assert.InRange(Number("framesDecoded"), 89, 91);
        Assert.Equal(0, Number("framesDropped"));
        Assert.Equal((640, 360, 30), (Number("width"), Number("height"), Number("frameRate")));
        Assert.Equal("software", json.RootElement.GetProperty("compositor").GetString());
        foreach (var name in new[] { "wallSeconds", "cpuSeconds", "decodeSeconds", "composeSeconds", "encodeSeconds" }) Assert.InRange(Number(name), 1e-6, 120);
        Assert.Equal(Number("cpuSeconds") / 2, Number("cpuSecondsPerOutputSecond"), 1e-6);
        Assert.InRange(Number("peakRssBytes"), 20e6, 1e9);
    }

    [Fact]
    public void Both_pixel_formats_are_composed()
    {
        using var folder = new TempFolder();
        foreach (var format in new[] { "i420", "bgra" })
            Run("--source", "talk.mp4", "--size", "640x360", "--duration", "1", "--pixel-format", format, "--out", folder[$"{format}.png"], "--frame-hashes", folder[format]);
        Assert.Equal(30, File.ReadAllLines(folder["bgra"]).Length);
        Assert.Empty(File.ReadAllLines(folder["i420"]).Intersect(File.ReadAllLines(folder["bgra"])));
        Assert.True(Decoded.Still(folder["i420.png"]).DifferenceTo(Decoded.Still(folder["bgra.png"])) < 4);
    }

    [Fact]
    public void Progress_is_for_terminals_only()
    {
        var arguments = new[] { "compose", "--source", "test:", "--size", "1280x720", "--duration", "20", "--out", "null:" };
        Assert.DoesNotContain('\r', Confengine.Run(arguments).Expect(0).Error);
        var watched = Child.Run("script", ["-qec", string.Join(' ', arguments.Prepend(Confengine.Program)), "/dev/null"], Confengine.Prepare).Expect(0);
        Assert.Matches(@"\r  [0-9.]+ of 20\.0 s, [0-9.]+x real time", watched.Out);
    }

    [Fact]
    public void Names_in_any_script_are_on_the_tiles()
    {
        using var folder = new TempFolder();
        string[] names = ["Ana", "王小明", "محمد علي", "Zoë 🎧", "a\\,b", new string('x', 300)];
        var pictures = new List<Picture>();
        foreach (var name in names)
        {
            Run("--source", $"lavfi:color=c=gray:size=320x180:rate=10,name={name}", "--size", "320x180", "--fps", "10", "--duration", "0.5", "--out", folder["wall.png"]);
            pictures.Add(Decoded.Still(folder["wall.png"]));
        }

        for (var i = 0; i < pictures.Count; i++)
            for (var j = 0; j < i; j++)
                Assert.True(pictures[i].ChangedPixels(pictures[j]) > 20, $"'{names[i]}' and '{names[j]}' look the same");
    }

    [Fact]
    public void A_filter_graph_is_a_source()
    {
        using var folder = new TempFolder();
        Run("--no-decorations", "--source", "lavfi:color=c=0x2040C0:size=320x180:rate=30,format=yuv420p", "--size", "320x180", "--duration", "0.5", "--out", folder["blue.png"]);
        var middle = Decoded.Still(folder["blue.png"]).Crop(160, 90, 1, 1).Pixels;
        Assert.InRange(middle[0], 0x18, 0x28);
        Assert.InRange(middle[1], 0x38, 0x48);
        Assert.InRange(middle[2], 0xB8, 0xC8);
    }

    [Fact]
    public void Both_compositors_draw_the_same_wall()
    {
        using var folder = new TempFolder();
        foreach (var compositor in new[] { "software", "gpu" })
            Run("--compositor", compositor, "--source", "talk.mp4", "--source", "bars.webm", "--size", "640x360", "--duration", "1", "--out", folder[$"{compositor}.png"]);
        var difference = Decoded.Still(folder["software.png"]).DifferenceTo(Decoded.Still(folder["gpu.png"]));
        Assert.True(difference < 3, $"differ by {difference}");
    }

    private void Run(params string[] arguments) => Confengine.RunIn(media.FullName, ["compose", .. arguments]).Expect(0);
}
