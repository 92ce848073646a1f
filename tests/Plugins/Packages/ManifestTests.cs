using System.Text;
using System.Text.Json.Nodes;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Life;
using ConfEngine.Plugins.Stages;

namespace ConfEngine.Plugins.Packages;

/// <summary>Manifests, settings and checksums that are wrong, and ids that are taken.</summary>
public class ManifestTests
{
    [Theory]
    [InlineData("{ \"id\": \"chaos\", ", "plugin.json")]
    [InlineData("", "plugin.json")]
    [InlineData("[]", "plugin.json")]
    public async Task What_is_no_manifest_is_told(string text, string word)
    {
        using var stage = new Stage();
        var folder = Directory.CreateDirectory(Path.Combine(stage.Folder, "broken")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, PluginManifest.FileName), text, TestContext.Current.CancellationToken);
        var status = await stage.StartAsync("broken", PluginState.Refused);
        Assert.Contains(word, status.Cause, StringComparison.Ordinal);
        await stage.NobodyElseIsHarmedAsync();
    }

    [Theory]
    [InlineData("versoin", "\"1.0.0\"", "version")]
    [InlineData("id", "\"No Such Id!\"", "id")]
    [InlineData("capabilities", "[\"bookings\"]", "booking")]
    [InlineData("capabilities", "[]", "capabilities")]
    [InlineData("assembly", "\"../../evil.dll\"", "assembly")]
    [InlineData("run", "\"inprocess\"", "in-process")]
    [InlineData("limits", "{\"memory_mb\":-5}", "memory_mb")]
    [InlineData("contract", "{\"from\":3,\"to\":2}", "contract")]
    public async Task A_wrong_field_is_named(string field, string value, string word)
    {
        using var stage = new Stage();
        Plant.Chaos(stage, "chaos").With(field, JsonNode.Parse(value)).Write();
        var status = await stage.StartAsync("chaos", PluginState.Refused);
        Assert.Contains(word, status.Cause, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', status.Cause);
        await stage.NobodyElseIsHarmedAsync();
    }

    [Theory]
    [InlineData(2, 5, "too new")]
    [InlineData(0, 0, "contract")]
    public async Task A_contract_version_that_the_host_does_not_speak_is_refused_with_a_remedy(int from, int to, string word)
    {
        using var stage = new Stage();
        Plant.Chaos(stage, "chaos").With("contract", new JsonObject { ["from"] = from, ["to"] = to }).Write();
        var status = await stage.StartAsync("chaos", PluginState.Refused);
        Assert.Contains(word, status.Cause, StringComparison.Ordinal);
        await stage.NobodyElseIsHarmedAsync();
    }

    [Fact]
    public async Task A_setting_that_is_missing_is_named_until_it_is_given()
    {
        using var stage = new Stage();
        var plant = Plant.Chaos(stage, "chaos");
        plant.Manifest["settings"]!.AsArray().Add(new JsonObject { ["name"] = "url", ["type"] = "text", ["required"] = true });
        plant.Write();
        var status = await stage.StartAsync("chaos", PluginState.Refused);
        Assert.Contains("url", status.Cause, StringComparison.Ordinal);
        Assert.Equal(PluginState.Running, (await stage.System.ConfigureAsync("chaos", "url", "https://example.org")).State);
        Assert.Equal("x", await stage.AskAsync("chaos", "x"));
        await stage.NobodyElseIsHarmedAsync();
    }

    [Fact]
    public async Task A_setting_that_is_wrong_is_refused_when_it_is_given()
    {
        using var stage = new Stage();
        var plant = Plant.Chaos(stage, "chaos");
        plant.Manifest["settings"]!.AsArray().Add(new JsonObject { ["name"] = "rooms", ["type"] = "number", ["min"] = 1, ["max"] = 9 });
        plant.Write();
        await stage.StartAsync("chaos");
        foreach (var (name, value) in new[] { ("rooms", "10"), ("rooms", "many"), ("roms", "5") })
        {
            var refused = await Assert.ThrowsAsync<ContractException>(() => stage.System.ConfigureAsync("chaos", name, value));
            Assert.Equal((ErrorCodes.BadSettings, name), (refused.Error.Code, refused.Error.Field));
        }

        await stage.WhenRunningAsync("chaos");
        await stage.NobodyElseIsHarmedAsync();
    }

    [Theory]
    [InlineData("{ \"rooms\": \"many\" }", "rooms")]
    [InlineData("{ \"rooms\": 10 }", "rooms")]
    [InlineData("{ rooms", "chaos.json")]
    public async Task A_setting_that_lies_there_wrong_is_named(string file, string word)
    {
        using var stage = new Stage();
        var plant = Plant.Chaos(stage, "chaos");
        plant.Manifest["settings"]!.AsArray().Add(new JsonObject { ["name"] = "rooms", ["type"] = "number", ["min"] = 1, ["max"] = 9 });
        plant.Write();
        var folder = Directory.CreateDirectory(Path.Combine(stage.DataFolder, "settings")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "chaos.json"), file, TestContext.Current.CancellationToken);
        var status = await stage.StartAsync("chaos", PluginState.Refused);
        Assert.Contains(word, status.Cause, StringComparison.Ordinal);
        await stage.NobodyElseIsHarmedAsync();
    }

    [Theory]
    [InlineData(RunMode.InProcess)]
    [InlineData(RunMode.Child)]
    public async Task A_setting_that_the_plugin_does_not_like_is_named_until_it_is_another(RunMode run)
    {
        using var stage = new Stage();
        Plant.Chaos(stage, "chaos", run).WithSetting("at_start", "bad-settings").Write();
        var status = await stage.StartAsync("chaos", PluginState.Refused);
        Assert.Contains("at_start", status.Cause, StringComparison.Ordinal);
        Assert.Equal(PluginState.Running, (await stage.System.ConfigureAsync("chaos", "at_start", "healthy")).State);
        await stage.NobodyElseIsHarmedAsync();
    }

    [Fact]
    public async Task A_pinned_plugin_that_has_changed_does_not_run_until_it_is_trusted_again()
    {
        using var stage = new Stage();
        Plant.Chaos(stage, "chaos").Write();
        await stage.StartAsync("chaos");
        Assert.True((await stage.System.TrustAsync("chaos")).Pinned);
        Plant.Chaos(stage, "chaos").With("version", "1.0.1").WithFile("ChaosPlugin.pdb", Encoding.UTF8.GetBytes("changed")).Write();
        // What was trusted goes on; what lies there now does not begin.
        var status = await stage.WhenAsync("chaos", status => status.Cause.Contains("confengine plugin trust", StringComparison.Ordinal));
        Assert.Equal((PluginState.Running, "1.0.0"), (status.State, status.Manifest!.Version));
        var trusted = await stage.System.TrustAsync("chaos");
        Assert.Equal((PluginState.Running, true, "1.0.1"), (trusted.State, trusted.Pinned, trusted.Manifest!.Version));
        await stage.NobodyElseIsHarmedAsync();
    }

    [Fact]
    public async Task Without_a_pin_nothing_runs_where_pins_are_asked_for()
    {
        using var stage = new Stage(options => options with { PinnedOnly = true });
        Plant.Chaos(stage, "chaos").Write();
        var status = await stage.StartAsync("chaos", PluginState.Refused);
        Assert.Contains("trust", status.Cause, StringComparison.Ordinal);
        Assert.Equal(PluginState.Running, (await stage.System.TrustAsync("chaos")).State);
        Assert.Equal("x", await stage.AskAsync("chaos", "x"));
        Assert.Equal(PluginState.Running, (await stage.System.TrustAsync("neighbour")).State);
        await stage.NobodyElseIsHarmedAsync();
    }

    [Fact]
    public async Task Of_two_with_one_id_one_runs_and_the_other_is_told()
    {
        using var stage = new Stage();
        Plant.Chaos(stage, "chaos").Write();
        Directory.Move(Path.Combine(stage.Folder, "chaos"), Path.Combine(stage.Folder, "a-chaos"));
        Plant.Chaos(stage, "chaos").Write();
        stage.System.Start();
        await stage.WhenAsync("chaos", status => status.State == PluginState.Running);
        var other = await stage.WhenAsync("chaos", status => status.State == PluginState.Refused);
        Assert.Contains("chaos", other.Cause, StringComparison.Ordinal);
        Assert.Equal("x", await stage.AskAsync("chaos", "x"));
        await stage.NobodyElseIsHarmedAsync();
    }
}
