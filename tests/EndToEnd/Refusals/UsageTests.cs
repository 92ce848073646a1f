using ConfEngine.EndToEnd.Media;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Refusals;

/// <summary>Command lines that make no sense: exit code 2, one line that names the option and what it takes.</summary>
public sealed class UsageTests(MediaFolder media)
{
    [Theory]
    [InlineData("compose --out null:", "--source")]
    [InlineData("compose --source talk.mp4", "--out")]
    [InlineData("compose --source talk.mp4 --out wall.avi", ".mp4, .mkv or .png")]
    [InlineData("compose --source talk.mp4 --out null: --sauce b.mp4", "--sauce")]
    [InlineData("compose --source talk.mp4 --out null: --size 0x0", "--size 0x0")]
    [InlineData("compose --source talk.mp4 --out null: --size -5x10", "--size -5x10")]
    [InlineData("compose --source talk.mp4 --out null: --size 99999x99999", "--size 99999x99999")]
    [InlineData("compose --source talk.mp4 --out null: --size 1x1", "--size 1x1")]
    [InlineData("compose --source talk.mp4 --out null: --size 17x16", "--size 17x16")]
    [InlineData("compose --source talk.mp4 --out null: --size 640", "WIDTHxHEIGHT")]
    [InlineData("compose --source talk.mp4 --out null: --fps 0", "--fps 0")]
    [InlineData("compose --source talk.mp4 --out null: --fps 1000", "--fps 1000")]
    [InlineData("compose --source talk.mp4 --out null: --fps abc", "--fps abc")]
    [InlineData("compose --source talk.mp4 --out null: --duration 0", "--duration 0")]
    [InlineData("compose --source talk.mp4 --out null: --duration -3", "--duration -3")]
    [InlineData("compose --source talk.mp4 --out null: --duration soon", "--duration soon")]
    [InlineData("compose --source talk.mp4 --out null: --layout spiral", "gallery, speaker, content or grid")]
    [InlineData("compose --source talk.mp4 --out null: --compositor abacus", "auto, gpu or software")]
    [InlineData("compose --source talk.mp4 --out null: --pixel-format rgb565", "bgra or i420")]
    [InlineData("compose --source talk.mp4,gain=loud --out null:", "gain=loud")]
    [InlineData("compose --source talk.mp4,fit=round --out null:", "fit=round")]
    [InlineData("compose --source test:size=3x3 --out null:", "test:size=3x3")]
    [InlineData("compose --source talk.mp4 --out null: --audio-out mix.ogg", "must end in .wav")]
    [InlineData("kiosk --size 0x0", "--size 0x0")]
    [InlineData("kiosk --fps 1000", "--fps 1000")]
    [InlineData("kiosk --layout spiral", "--layout spiral")]
    [InlineData("kiosk --duration 0", "--duration 0")]
    [InlineData("kiosk --headless --audio-out nonsense --duration 1", "nonsense")]
    [InlineData("kiosk extra", "extra")]
    [InlineData("kiosk --listen nonsense", "--listen nonsense")]
    [InlineData("kiosk --listen none --rtc-port 70000", "--rtc-port 70000")]
    [InlineData("kiosk --listen none --room a/b", "--room a/b")]
    [InlineData("kiosk --listen none --tls-cert a.pem", "--tls-key")]
    [InlineData("kiosk --listen none --microphone tuba", "--microphone tuba")]
    [InlineData("dance", "dance")]
    public void Wrong_usage_is_one_line_and_exit_code_2(string line, string piece)
    {
        var outcome = Confengine.RunIn(media.FullName, CommandLine.Split(line));
        outcome.ExpectRefusal(2, piece);
        Assert.Equal("", outcome.Out);
    }

    [Fact]
    public void An_empty_source_is_wrong_usage() => Confengine.Run("compose", "--source", "", "--out", "null:").ExpectRefusal(2, "--source");
}
