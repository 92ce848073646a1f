using ConfEngine.EndToEnd.Media;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Refusals;

/// <summary>Places where no file can be made: exit code 1 before any work is done, one line that names the place.</summary>
public sealed class OutputTests(MediaFolder media)
{
    [Theory]
    [InlineData("compose --source talk.mp4 --out /no/such/folder/wall.mp4", "/no/such/folder does not exist")]
    [InlineData("compose --source talk.mp4 --out /no/such/folder/wall.png", "/no/such/folder does not exist")]
    [InlineData("compose --source talk.mp4 --out /proc/wall.mp4", "/proc/wall.mp4")]
    [InlineData("compose --source talk.mp4 --out folder.mp4", "folder.mp4: is a folder")]
    [InlineData("compose --source talk.mp4 --out null: --audio-out /no/such/folder/mix.wav", "/no/such/folder does not exist")]
    [InlineData("compose --source talk.mp4 --out null: --frame-hashes /no/such/folder/hashes", "/no/such/folder does not exist")]
    [InlineData("compose --source talk.mp4 --out null: --stats /proc/stats.json", "/proc/stats.json")]
    [InlineData("kiosk --headless --duration 1 --record /no/such/folder/wall.mp4", "/no/such/folder does not exist")]
    [InlineData("kiosk --headless --duration 1 --screenshot /proc/wall.png", "/proc/wall.png")]
    [InlineData("kiosk --headless --duration 1 --audio-out /no/such/folder/mix.wav", "/no/such/folder")]
    public void A_place_that_cannot_be_written_is_one_line_and_exit_code_1(string line, string piece) =>
        Confengine.RunIn(media.FullName, CommandLine.Split(line)).ExpectRefusal(1, piece);

    [Fact]
    public void A_refused_run_leaves_the_file_that_was_there_alone()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["wall.mp4"], "precious");
        Confengine.RunIn(media.FullName, "compose", "--source", "talk.mp4", "--out", folder["wall.mp4"], "--stats", "/no/such/folder/stats.json").ExpectRefusal(1, "--stats");
        Assert.Equal("precious", File.ReadAllText(folder["wall.mp4"]));
    }
}
