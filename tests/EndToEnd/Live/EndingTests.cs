using System.Text.Json;
using ConfEngine.EndToEnd.Media;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Live;

/// <summary>However a run ends, what it has recorded plays.</summary>
[Collection(LiveCollection.Name)]
public sealed class EndingTests
{
    private static readonly string[] s_kiosk = ["kiosk", "--headless", "--audio-out", "null", "--size", "640x360", "--record"];

    [Theory]
    [InlineData("wall.mp4")]
    [InlineData("wall.mkv")]
    public void A_killed_recording_plays_almost_to_its_end(string name)
    {
        using var folder = new TempFolder();
        using (var kiosk = Confengine.Start([.. s_kiosk, folder[name]]))
        {
            kiosk.WaitFor("Ctrl-C");
            kiosk.Work(TimeSpan.FromSeconds(5));
            kiosk.Kill();
        }

        var times = Probe.PictureTimes(folder[name]);
        Assert.InRange(times[^1], 3, 6);
        var sound = Decoded.Samples(folder[name]).Length / 2.0 / Sound.Rate;
        Assert.InRange(sound, 3, 6);
    }

    [Theory]
    [InlineData(Signals.Interrupt)]
    [InlineData(Signals.Terminate)]
    public void A_signal_ends_the_kiosk_and_finishes_its_files(int signal)
    {
        using var folder = new TempFolder();
        using var kiosk = Confengine.Start([.. s_kiosk, folder["wall.mp4"], "--stats", folder["stats.json"], "--screenshot", folder["wall.png"]]);
        kiosk.WaitFor("Ctrl-C");
        kiosk.Work(TimeSpan.FromSeconds(2));
        kiosk.Signal(signal);
        var outcome = kiosk.Finish().Expect(0);
        Assert.Matches("[0-9]+ frames, [0-9]+ lagged", outcome.Out);
        Assert.Equal("", outcome.Error);
        var probe = Probe.File(folder["wall.mp4"]);
        Assert.InRange(probe.Seconds, 1.5, 4);
        // A machine too busy to make or encode every frame may lack the last ones; the program counts them.
        using var stats = JsonDocument.Parse(File.ReadAllText(folder["stats.json"]));
        var missing = (stats.RootElement.GetProperty("lagged").GetInt64() + stats.RootElement.GetProperty("recordingDropped").GetInt64()) / 30.0;
        Assert.InRange(Math.Abs(probe.Video.Seconds - probe.Audio.Seconds), 0, 0.15 + missing);
        Assert.True(File.Exists(folder["stats.json"]) && File.Exists(folder["wall.png"]));
    }

    [Theory]
    [InlineData(Signals.Interrupt)]
    [InlineData(Signals.Terminate)]
    public void A_signal_ends_compose_and_finishes_its_file(int signal)
    {
        using var folder = new TempFolder();
        using var compose = Confengine.Start("compose", "--source", "test:", "--size", "640x360", "--duration", "1h", "--out", folder["wall.mp4"]);
        compose.Work(TimeSpan.FromSeconds(3));
        compose.Signal(signal);
        var outcome = compose.Finish().Expect(0);
        Assert.Contains("(stopped early)", outcome.Error, StringComparison.Ordinal);
        var probe = Probe.File(folder["wall.mp4"]);
        Assert.True(probe.Video.Pictures > 30, $"{probe.Video.Pictures} pictures");
        Assert.Equal(probe.Video.Pictures / 30.0, probe.Seconds, 0.1);
    }
}
