using ConfEngine.Audio.Devices;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Audio.Tests.Devices;

public class AudioDevicesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("speaker")]
    [InlineData("mix.mp3")]
    public void An_unknown_output_is_refused_in_one_line(string spec)
    {
        var failure = Assert.Throws<MediaException>(() => AudioDevices.Open(spec, new ManualClock()));
        Assert.Contains($"'{spec}'", failure.Message);
        Assert.Contains("FILE.wav", failure.Message);
    }

    [Fact]
    public void Auto_always_gives_a_device()
    {
        using var device = AudioDevices.Open("auto", new ManualClock());
        Assert.NotEmpty(device.Description);
        Assert.Null(device.Fault);
    }

    [Fact]
    public void A_wav_name_gives_a_file_that_plays()
    {
        using var folder = new TempFolder();
        var path = folder["mix.wav"];
        var device = Assert.IsType<WavFileDevice>(AudioDevices.Open(path, new ManualClock()));
        Assert.Contains(path, device.Description);
        device.Dispose();
        Assert.Equal(44, new FileInfo(path).Length);
    }

    [Fact]
    public void The_list_has_the_outputs_that_every_machine_has()
    {
        var list = AudioDevices.List();
        Assert.Contains(list, device => device is { Spec: "null", IsUsable: true });
        Assert.All(list, device => Assert.Equal(device.IsUsable, device.Remedy.Length == 0));
    }
}
