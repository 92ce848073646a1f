using System.Globalization;
using System.Text.RegularExpressions;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.EndToEnd.Refusals;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Live;

/// <summary>A small disk, and outputs that need more.</summary>
[Collection(LiveCollection.Name)]
public sealed partial class DiskFullTests
{
    private const string Noise = "lavfi:nullsrc=size=320x180:rate=30,geq=random(1)*255:128:128";
    private const string SmallDisk = "mount -t tmpfs -o size=1m none \"$1\"";
    private const string TinyDisk = "mount -t tmpfs -o size=64k none \"$1\"";

    [Fact]
    public void Compose_fails_and_says_so()
    {
        using var folder = new TempFolder();
        var outcome = MountNamespace.Run(SmallDisk, [folder.FullName], _ => { }, "compose", "--source", Noise, "--size", "640x360", "--duration", "10", "--out", folder["wall.mp4"]);
        outcome.ExpectRefusal(1, $"{folder["wall.mp4"]}: the disk is full");
    }

    [Fact]
    public void Compose_fails_when_the_sound_does_not_fit()
    {
        using var folder = new TempFolder();
        var outcome = MountNamespace.Run(SmallDisk, [folder.FullName], _ => { }, "compose", "--source", "test:", "--no-video", "--duration", "60", "--out", "null:", "--audio-out", folder["mix.wav"]);
        outcome.ExpectRefusal(1, folder["mix.wav"]);
    }

    [Theory]
    [InlineData("--size 64x64 --fps 240 --duration 10 --out null: --frame-hashes")]
    [InlineData("--size 1280x720 --duration 0.5 --out")]
    public void Compose_fails_when_a_small_output_does_not_fit(string options)
    {
        using var folder = new TempFolder();
        var outcome = MountNamespace.Run(TinyDisk, [folder.FullName], _ => { }, ["compose", "--source", "test:", .. CommandLine.Split(options), folder["wall.png"]]);
        outcome.ExpectRefusal(1, folder["wall.png"]);
    }

    [Fact]
    public void A_kiosk_goes_on_without_its_sound_file()
    {
        using var folder = new TempFolder();
        var outcome = MountNamespace.Run(TinyDisk, [folder.FullName], _ => { }, "kiosk", "--headless", "--audio-out", folder["mix.wav"], "--source", "test:", "--size", "320x180", "--duration", "3");
        outcome.ExpectRefusal(1, folder["mix.wav"]);
        Assert.InRange(Intervals(outcome), 85, 95);
    }

    [Fact]
    public void A_kiosk_goes_on_without_the_recording()
    {
        using var folder = new TempFolder();
        var outcome = MountNamespace.Run(SmallDisk, [folder.FullName], _ => { }, "kiosk", "--headless", "--audio-out", "null", "--source", Noise, "--size", "640x360", "--duration", "5", "--record", folder["wall.mp4"]);
        outcome.ExpectRefusal(1, $"{folder["wall.mp4"]}: the disk is full");
        Assert.InRange(Intervals(outcome), 145, 155);
    }

    /// <summary>How many frame intervals a kiosk has lived through, by its last line.</summary>
    private static int Intervals(Outcome outcome)
    {
        var match = LastLine().Match(outcome.Out);
        if (!match.Success) Assert.Fail($"no last line: {outcome}");
        return int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) + int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("([0-9]+) frames, ([0-9]+) lagged")]
    private static partial Regex LastLine();
}
