using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Refusals;

/// <summary>Commands that talk to a kiosk: what they cannot make sense of, and what they say where no kiosk is.</summary>
public sealed class BotsUsageTests
{
    // Nobody listens on the discard port of a machine that this test may run on.
    private const string Nobody = "http://127.0.0.1:9";

    [Theory]
    [InlineData("bots --count 0", "--count 0")]
    [InlineData("bots --count 1000", "1 to 250")]
    [InlineData("bots --video 4k", "720p, 360p, 180p or none")]
    [InlineData("bots --codec av1", "vp8 or h264")]
    [InlineData("bots --codec 1", "--codec 1")]
    [InlineData("bots --loss 101%", "--loss 101%")]
    [InlineData("bots --loss -5%", "--loss")]
    [InlineData("bots --jitter soon", "--jitter soon")]
    [InlineData("bots --delay 60000ms", "--delay 60000ms")]
    [InlineData("bots --seed -1", "--seed")]
    [InlineData("bots --duration 0", "--duration 0")]
    [InlineData("bots --video none --simulcast", "--simulcast")]
    [InlineData("bots --url ftp://kiosk", "--url ftp://kiosk")]
    [InlineData("bots --url http://me:secret@kiosk:8080", "http://HOST:PORT")]
    [InlineData("bots --pin 12", "64 hexadecimal digits")]
    [InlineData("bots extra", "extra")]
    [InlineData("rpc", "method")]
    [InlineData("rpc room.list {", "no JSON")]
    [InlineData("rpc room.info {\"room\":\"\\ud800\"}", "half a surrogate pair")]
    [InlineData("rpc room.list 7", "an object or an array")]
    [InlineData("bench transport audio", "by itself")]
    [InlineData("bench plugins audio", "by itself")]
    [InlineData("bench compose --spinning x", "belong to: bench plugins")]
    public void Wrong_usage_is_one_line_and_exit_code_2(string line, string piece) => Confengine.Run(CommandLine.Split(line)).ExpectRefusal(2, piece);

    [Theory]
    [InlineData("bots --count 2 --duration 1")]
    [InlineData("rpc room.list")]
    public void Where_no_kiosk_is_the_error_says_so(string line) =>
        Confengine.Run([.. CommandLine.Split(line), "--url", Nobody]).ExpectRefusal(1, $"nothing answers at {Nobody}: is `confengine kiosk` running there?");
}
