using ConfEngine.EndToEnd.Media;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Files;

namespace ConfEngine.EndToEnd.Live;

/// <summary>The test source flashes and beeps on every whole second; in a recording the two stay within 20 ms of each other.</summary>
[Collection(LiveCollection.Name)]
public sealed class LipSyncTests
{
    private const double Tolerance = 0.020;

    [Theory]
    [InlineData("test:", "wall.mp4")]
    [InlineData("test:", "wall.mkv")]
    [InlineData("test:codec=h264", "wall.mp4")]
    [InlineData("test:codec=vp8", "wall.mp4")]
    public void A_composed_recording_is_in_step(string source, string name)
    {
        using var folder = new TempFolder();
        Confengine.Run("compose", "--source", source, "--size", "640x360", "--duration", "4.5", "--out", folder[name]).Expect(0);
        var (flashes, beeps) = Events(folder[name]);
        Assert.Equal((5, 5), (flashes.Count, beeps.Count));
        Assert.Empty(OutOfStep(flashes, beeps));
        // A Matroska file keeps what the sound encoder puts before the beginning, and everything is that much later.
        for (var second = 0; second < 5; second++) Assert.InRange(flashes[second] - second, -0.001, 0.025);
    }

    [Theory]
    [InlineData("test:")]
    [InlineData("test:codec=h264")]
    public void A_live_recording_is_in_step(string source)
    {
        using var folder = new TempFolder();
        Confengine.Run("kiosk", "--headless", "--source", source, "--size", "640x360", "--audio-out", "null", "--duration", "6", "--record", folder["wall.mp4"]).Expect(0);
        var (flashes, beeps) = Events(folder["wall.mp4"]);
        Assert.InRange(beeps.Count, 4, 6);
        // Where the machine was busy just then, one flash may have come a picture late.
        var late = OutOfStep(flashes, beeps);
        if (late.Count > 1) Assert.Fail($"beep after flash, in ms: {string.Join(", ", late.Select(offset => (offset * 1000).ToString("0.0")))}");
    }

    /// <summary>How far those beeps are behind the nearest flash, in seconds, that are further from it than they may be.</summary>
    private static List<double> OutOfStep(List<double> flashes, List<double> beeps)
    {
        Assert.NotEmpty(flashes);
        return [.. beeps.Select(beep => beep - flashes.MinBy(flash => Math.Abs(beep - flash))).Where(offset => Math.Abs(offset) > Tolerance)];
    }

    /// <summary>When the white square in the corner lights up, and when the beep begins. Times of the file, not numbers of pictures: a live
    /// recording may lack some.</summary>
    private static (List<double> Flashes, List<double> Beeps) Events(string path)
    {
        var corner = Decoded.Pictures(path, "crop=16:16:36:36", 16, 16);
        var times = Probe.PictureTimes(path);
        Assert.Equal(corner.Length, times.Length);
        var flashes = new List<double>();
        var wasLit = false;
        for (var i = 0; i < corner.Length; i++)
        {
            var isLit = corner[i].Brightness > 200;
            if (isLit && !wasLit) flashes.Add(times[i]);
            wasLit = isLit;
        }

        return (flashes, Sound.Onsets(Decoded.Samples(path), 0.03f));
    }
}
