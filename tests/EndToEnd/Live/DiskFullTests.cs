using ConfEngine.EndToEnd.Processes;

namespace ConfEngine.EndToEnd.Live;

/// <summary>A disk of one megabyte, and pictures that need more.</summary>
[Collection(LiveCollection.Name)]
public sealed class DiskFullTests
{
    private const string Noise = "lavfi:nullsrc=size=320x180:rate=30,geq=random(1)*255:128:128";
    private const string SmallDisk = "mount -t tmpfs -o size=1m none \"$1\"";

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

    [Fact]
    public void A_kiosk_goes_on_without_the_recording()
    {
        using var folder = new TempFolder();
        var outcome = MountNamespace.Run(SmallDisk, [folder.FullName], _ => { }, "kiosk", "--headless", "--audio-out", "null", "--source", Noise, "--size", "640x360", "--duration", "5", "--record", folder["wall.mp4"]);
        outcome.ExpectRefusal(1, $"{folder["wall.mp4"]}: the disk is full");
        var frames = int.Parse(outcome.Out.Split(" frames, ")[0].Split('\n')[^1], System.Globalization.CultureInfo.InvariantCulture);
        var lagged = int.Parse(outcome.Out.Split(" lagged")[0].Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(frames + lagged, 145, 155);
    }
}
