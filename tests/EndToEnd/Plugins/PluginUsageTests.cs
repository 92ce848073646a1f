using ConfEngine.EndToEnd.Processes;
using ConfEngine.EndToEnd.Refusals;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Plugins;

/// <summary>Commands about plugins: what they cannot make sense of, and what they do where no kiosk is running.</summary>
public sealed class PluginUsageTests : IDisposable
{
    private const string Nobody = "http://127.0.0.1:9";
    private readonly TempFolder _folder = new();

    public PluginUsageTests()
    {
        Confengine.RunIn(_folder.FullName, "plugin", "new", "telephony", "Acme", "--language", "python", "--output", Path.Combine("state", "plugins", "Acme")).Expect(0);
        File.WriteAllText(_folder["secret.json"], """
            { "id": "acme.secret", "name": "S", "version": "1.0.0", "contract": { "from": 1, "to": 1 }, "capabilities": ["booking"], "run": "executable", "command": ["true"],
              "settings": [ { "name": "token", "type": "secret", "required": true }, { "name": "url", "type": "text" } ] }
            """);
        Directory.CreateDirectory(_folder["state/plugins/Secret"]);
        File.Move(_folder["secret.json"], _folder["state/plugins/Secret/plugin.json"]);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("plugin", "Required command")]
    [InlineData("plugin dance", "dance")]
    [InlineData("plugin new", "Required argument")]
    [InlineData("plugin new juggling Acme", "juggling")]
    [InlineData("plugin new booking 7up", "'7up' cannot be its name")]
    [InlineData("plugin new booking Acme --language cobol", "cobol")]
    [InlineData("plugin new booking Acme --language python", "telephony")]
    [InlineData("plugin test", "Required argument")]
    [InlineData("plugin test no/such/folder", "no such folder")]
    [InlineData("plugin test state", "holds no plugin.json")]
    [InlineData("plugin test state/plugins/Acme --set nonsense", "NAME=VALUE")]
    [InlineData("plugin test state/plugins/Acme --set nonsense=1", "nonsense")]
    [InlineData("plugin test state/plugins/Secret --set token=hunter2", "@FILE")]
    [InlineData("plugin run no/such/folder", "no such folder")]
    [InlineData("plugin set acme.secret token hunter2 --state state", "on standard input")]
    public void Wrong_usage_is_one_line_and_exit_code_2(string line, string piece) => Run(line).ExpectRefusal(2, piece);

    [Theory]
    [InlineData("plugin enable no.such --state state", "there is no plugin 'no.such'")]
    [InlineData("plugin trust no.such --state state", "there is no plugin 'no.such'")]
    [InlineData("plugin set acme.telephony speed 7 --state state", "no setting 'speed'")]
    [InlineData("plugin set acme.telephony ring_ms fast --state state", "ring_ms")]
    [InlineData("plugin reload acme.telephony --state state", "only a running kiosk")]
    [InlineData("plugin logs acme.telephony --state state", "only a running kiosk")]
    [InlineData($"plugin list --url {Nobody}", "nothing answers")]
    [InlineData($"plugin reload acme.telephony --url {Nobody}", "nothing answers")]
    [InlineData("plugin new telephony Acme --output state", "is not overwritten")]
    public void What_cannot_be_done_is_one_line_and_exit_code_1(string line, string piece) => Run(line).ExpectRefusal(1, piece);

    [Theory]
    [InlineData("plugin")]
    [InlineData("plugin new")]
    [InlineData("plugin test")]
    [InlineData("plugin run")]
    [InlineData("plugin list")]
    [InlineData("plugin trust")]
    [InlineData("plugin enable")]
    [InlineData("plugin disable")]
    [InlineData("plugin reload")]
    [InlineData("plugin set")]
    [InlineData("plugin logs")]
    public void Each_has_its_help(string line) => Assert.Contains("Usage:", Run(line + " --help").Expect(0).Out, StringComparison.Ordinal);

    [Fact]
    public void Without_a_kiosk_the_state_folder_is_listed_and_changed()
    {
        var list = Run("plugin list --state state").Expect(0).Out;
        Assert.Matches("acme.telephony +1.0.0 +ready", list);
        Assert.Matches("acme.secret +1.0.0 +refused", list);
        Assert.Contains("acme.secret: \"token\" is not set", list, StringComparison.Ordinal);

        Run("plugin disable acme.telephony --state state").Expect(0);
        Assert.Matches("acme.telephony +1.0.0 +disabled", Run("plugin list --state state").Expect(0).Out);
        Run("plugin enable acme.telephony --state state").Expect(0);
        Run("plugin trust acme.telephony --state state").Expect(0);
        Assert.Matches("acme.telephony +1.0.0 +ready .*yes", Run("plugin list --state state").Expect(0).Out);

        File.AppendAllText(_folder["state/plugins/Acme/plugin.py"], "# changed\n");
        Assert.Contains("acme.telephony: its checksum is not the pinned one", Run("plugin list --state state").Expect(0).Out, StringComparison.Ordinal);
        Run("plugin trust state/plugins/Acme --state state").Expect(0);
        Run("plugin set acme.telephony ring_ms 50 --state state").Expect(0);
        Assert.Contains("50", File.ReadAllText(_folder["state/plugin-data/settings/acme.telephony.json"]), StringComparison.Ordinal);
        Assert.Matches("acme.telephony +1.0.0 +ready .*yes", Run("plugin list --state state").Expect(0).Out);
    }

    [Fact]
    public void A_secret_comes_by_standard_input_and_is_kept_where_only_its_owner_reads()
    {
        Child.Run("sh", ["-c", "echo hunter2 | \"$0\" plugin set acme.secret token --state state", Confengine.Program], start =>
        {
            Confengine.Prepare(start);
            start.WorkingDirectory = _folder.FullName;
        }).Expect(0);
        var file = _folder["state/plugin-data/secrets/acme.secret.json"];
        Assert.Contains("hunter2", File.ReadAllText(file), StringComparison.Ordinal);
        if (OperatingSystem.IsLinux()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.DoesNotContain("hunter2", Run("plugin list --state state --json").Expect(0).Out, StringComparison.Ordinal);
    }

    private Outcome Run(string line) => Confengine.RunIn(_folder.FullName, CommandLine.Split(line));
}
