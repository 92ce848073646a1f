using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Machines;

/// <summary>What the program says of itself and of the machine.</summary>
public sealed class DoctorTests
{
    [Fact]
    public void Doctor_names_everything_that_matters()
    {
        var outcome = Confengine.Run("doctor").Expect(0);
        foreach (var subject in new[] { "OpenGL", "software", "auto chooses", "decoders", "h264", "opus", "libx264", "Sound", "openal", "Fonts", "Latin", "Chinese", "Arabic", "window" })
            Assert.Contains(subject, outcome.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("!!", outcome.Out.Split("\nReady")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "kiosk compose doctor bench")]
    [InlineData("kiosk --help", "--source --size --fps --layout --compositor --duration --headless --fullscreen --overlay --room-name --screenshot --record --audio-out --empty --stats")]
    [InlineData("compose --help", "--source --size --fps --layout --compositor --duration --out --audio-out --frame-hashes --stats --pixel-format --no-decorations --no-video --no-audio --threads --keep-going")]
    [InlineData("doctor --help", "OpenGL codecs fonts")]
    [InlineData("bench --help", "--case --media --peers --runs --json compose audio")]
    public void Help_names_every_option(string line, string words)
    {
        var outcome = Confengine.Run(CommandLine.Split(line)).Expect(0);
        foreach (var word in CommandLine.Split(words)) Assert.Contains(word, outcome.Out, StringComparison.Ordinal);
        Assert.Equal("", outcome.Error);
    }

    [Fact]
    public void The_version_is_a_number() => Assert.Matches(@"^\d+\.\d+\.\d+", Confengine.Run("--version").Expect(0).Out);
}
