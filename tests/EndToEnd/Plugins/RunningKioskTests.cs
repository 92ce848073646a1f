using System.Text.RegularExpressions;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.EndToEnd.Refusals;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Plugins;

/// <summary>An operator at a kiosk that runs.</summary>
public sealed partial class RunningKioskTests : IDisposable
{
    private const string Id = "acme.telephony";
    private readonly TempFolder _folder = new();
    private readonly Child _kiosk;
    private readonly string _url;

    public RunningKioskTests()
    {
        _kiosk = Confengine.Start(
            "kiosk", "--headless", "--empty", "--audio-out", "null", "--size", "320x180", "--fps", "5", "--listen", "127.0.0.1:0", "--rtc-port", "0", "--camera", "none", "--microphone", "none",
            "--state", _folder["state"]);
        _url = _kiosk.WaitFor(JoinLine()).Groups[1].Value;
    }

    public void Dispose()
    {
        _kiosk.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_plugin_that_is_dropped_in_runs_and_is_looked_after()
    {
        WaitFor($"Plugins belong in {Regex.Escape(_folder["state/plugins"])}");
        // It has a room to book without anybody having done anything.
        WaitFor(@"booking\.local +\S+ +running +booking ");
        Confengine.RunIn(_folder.FullName, "plugin", "new", "telephony", "Acme", "--language", "python").Expect(0);
        Directory.Move(_folder["Acme"], _folder["state/plugins/Acme"]);
        WaitFor(@"acme\.telephony +1\.0\.0 +running +telephony +executable +no ");

        Assert.Contains($"{Id} is running", Run("set", Id, "ring_ms", "50").Expect(0).Out, StringComparison.Ordinal);
        Run("set", Id, "ring_ms", "soon").ExpectRefusal(1, "ring_ms");
        Run("set", Id, "speed", "7").ExpectRefusal(1, "it has ring_ms");
        Assert.Contains($"{Id} is disabled", Run("disable", Id).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains($"{Id} is running", Run("enable", Id).Expect(0).Out, StringComparison.Ordinal);
        Assert.Matches($"{Id} is trusted: SHA-256 [0-9a-f]{{64}}; {Id} is running", Run("trust", _folder["state/plugins/Acme"]).Expect(0).Out);
        Assert.Contains($"{Id} is running", Run("reload", Id).Expect(0).Out, StringComparison.Ordinal);
        Run("logs", Id).Expect(0);
        Run("reload", "no.such").ExpectRefusal(1, "no.such");

        // What is not the pinned version does not take over; the one that is goes on.
        File.AppendAllText(_folder["state/plugins/Acme/plugin.py"], "# changed\n");
        WaitFor($@"{Regex.Escape(Id)}: .*(trust|pinned|checksum)");
    }

    // Ends by the patience of whoever runs the tests: what never comes is seen in the message.
    private void WaitFor(string pattern)
    {
        for (var tries = 0; ; tries++)
        {
            var list = Run("list").Expect(0).Out;
            if (Regex.IsMatch(list, pattern)) return;
            Assert.True(tries < 60, $"never listed {pattern}:\n{list}");
        }
    }

    private Outcome Run(params string[] command) => Confengine.Run(["plugin", .. command, "--url", _url]);

    [GeneratedRegex(@"join +(http://[^/]+/)join/")]
    private static partial Regex JoinLine();
}
