using System.Text;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Life;
using ConfEngine.Plugins.Stages;

namespace ConfEngine.Plugins.Life;

/// <summary>Plugins that are replaced, removed or stopped, in quiet and in the middle of a call.</summary>
public class ReplacementTests
{
    public static TheoryData<RunMode> Ways => new(RunMode.InProcess, RunMode.Child);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_plugin_updated_in_a_call_finishes_it_and_hands_its_state_over(RunMode run)
    {
        using var stage = new Stage();
        Plant.Chaos(stage, "chaos", run).WithLimit("call_timeout_ms", 20_000).Write();
        await stage.StartAsync("chaos");
        Assert.Equal("1", await stage.AskAsync("chaos", "calls"));
        var inFlight = stage.AskAsync("chaos", "chaos:half-second");
        Plant.Chaos(stage, "chaos", run).WithLimit("call_timeout_ms", 20_000).With("version", "2.0.0").Write();
        await stage.System.RescanAsync();
        Assert.Equal("chaos:half-second", await inFlight);
        await stage.WhenAsync("chaos", status => status.State == PluginState.Running && status.Manifest!.Version == "2.0.0");
        Assert.Equal("3", await stage.AskAsync("chaos", "calls"));
        await stage.NobodyElseIsHarmedAsync();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_call_that_does_not_end_is_withdrawn_for_the_update(RunMode run)
    {
        using var stage = new Stage();
        Plant.Chaos(stage, "chaos", run).WithLimit("call_timeout_ms", 60_000).Write();
        await stage.StartAsync("chaos");
        var inFlight = stage.AskAsync("chaos", "chaos:obey");
        Plant.Chaos(stage, "chaos", run).WithLimit("call_timeout_ms", 60_000).With("version", "2.0.0").Write();
        await stage.System.RescanAsync();
        var withdrawn = await Assert.ThrowsAsync<ContractException>(() => inFlight);
        Assert.Equal(ErrorCodes.Cancelled, withdrawn.Error.Code);
        await stage.WhenAsync("chaos", status => status.State == PluginState.Running && status.Manifest!.Version == "2.0.0");
        await stage.NobodyElseIsHarmedAsync();
    }

    [Theory]
    [InlineData("throw", "thrown on request")]
    [InlineData("block", "")]
    public async Task A_new_version_that_does_not_start_leaves_the_old_one_at_work(string word, string cause)
    {
        using var stage = new Stage();
        Plant.Chaos(stage, "chaos", RunMode.Child).Write();
        await stage.StartAsync("chaos");
        Plant.Chaos(stage, "chaos", RunMode.Child).With("version", "2.0.0").WithLimit("start_timeout_ms", 1500).WithSetting("at_start", word).Write();
        var status = await stage.WhenAsync("chaos", status => status.State == PluginState.Running && status.Cause.Length > 0);
        Assert.Equal("1.0.0", status.Manifest!.Version);
        Assert.Contains("2.0.0 was not taken", status.Cause, StringComparison.Ordinal);
        Assert.Contains(cause, status.Cause, StringComparison.Ordinal);
        Assert.Equal("x", await stage.AskAsync("chaos", "x"));
        await stage.NobodyElseIsHarmedAsync();
    }

    [Fact]
    public async Task A_new_version_that_will_not_load_leaves_the_old_one_at_work()
    {
        using var stage = new Stage();
        Plant.Chaos(stage, "chaos").Write();
        await stage.StartAsync("chaos");
        Plant.Chaos(stage, "chaos").With("version", "2.0.0").WithFile("ChaosPlugin.dll", Encoding.UTF8.GetBytes("half a download")).Write();
        var status = await stage.WhenAsync("chaos", status => status.State == PluginState.Running && status.Cause.Length > 0);
        Assert.Equal("1.0.0", status.Manifest!.Version);
        Assert.Equal("x", await stage.AskAsync("chaos", "x"));
        await stage.NobodyElseIsHarmedAsync();
    }

    [Theory]
    [InlineData(RunMode.InProcess, "big", "1048577 bytes")]
    [InlineData(RunMode.Child, "big", "1048577 bytes")]
    [InlineData(RunMode.InProcess, "throw", "thrown on request")]
    [InlineData(RunMode.Child, "never", "plugin.save")]
    public async Task A_plugin_that_cannot_hand_over_its_state_goes_on_and_says_why(RunMode run, string word, string cause)
    {
        using var stage = new Stage();
        Plant.Chaos(stage, "chaos", run).WithSetting("at_save", word).Write();
        await stage.StartAsync("chaos");
        Plant.Chaos(stage, "chaos", run).With("version", "2.0.0").Write();
        var status = await stage.WhenAsync("chaos", status => status.Cause.Contains("2.0.0 was not taken", StringComparison.Ordinal));
        Assert.Contains(cause, status.Cause, StringComparison.Ordinal);
        // Where nothing needs to be kept, the operator takes the new one by switching it off before he reloads.
        await stage.System.DisableAsync("chaos");
        await stage.System.ReloadAsync("chaos");
        Assert.Equal("2.0.0", (await stage.System.EnableAsync("chaos")).Manifest!.Version);
        await stage.NobodyElseIsHarmedAsync();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_folder_that_vanishes_takes_its_plugin_with_it_and_brings_it_back(RunMode run)
    {
        using var stage = new Stage();
        var plant = Plant.Chaos(stage, "chaos", run).Write();
        await stage.StartAsync("chaos");
        Directory.Delete(plant.Folder, recursive: true);
        await stage.WhenAsync("neighbour", _ => stage.System.Plugins.All(status => status.Id != "chaos"));
        var refused = await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos", "x"));
        Assert.Equal(ErrorCodes.NotFound, refused.Error.Code);
        plant.Write();
        await stage.WhenRunningAsync("chaos");
        Assert.Equal("x", await stage.AskAsync("chaos", "x"));
        await stage.NobodyElseIsHarmedAsync();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_folder_that_vanishes_in_a_call_lets_the_call_finish(RunMode run)
    {
        using var stage = new Stage();
        var plant = Plant.Chaos(stage, "chaos", run).WithLimit("call_timeout_ms", 20_000).Write();
        await stage.StartAsync("chaos");
        var inFlight = stage.AskAsync("chaos", "chaos:half-second");
        Directory.Delete(plant.Folder, recursive: true);
        Assert.Equal("chaos:half-second", await inFlight);
        await stage.NobodyElseIsHarmedAsync();
    }

    [Theory]
    [InlineData(RunMode.InProcess, "deadlock")]
    [InlineData(RunMode.InProcess, "deadlock-unload")]
    [InlineData(RunMode.InProcess, "stay")]
    [InlineData(RunMode.InProcess, "throw")]
    [InlineData(RunMode.Child, "deadlock")]
    [InlineData(RunMode.Child, "deadlock-unload")]
    [InlineData(RunMode.Child, "spin")]
    [InlineData(RunMode.Child, "exit")]
    public async Task What_does_not_end_when_it_is_stopped_is_left_behind(RunMode run, string word)
    {
        using var stage = new Stage();
        Plant.Chaos(stage, "chaos", run).WithSetting("at_stop", word).Write();
        await stage.StartAsync("chaos");
        Assert.Equal(PluginState.Disabled, (await stage.System.DisableAsync("chaos")).State);
        var refused = await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos", "x"));
        Assert.Equal(ErrorCodes.Unavailable, refused.Error.Code);
        Assert.Equal(PluginState.Running, (await stage.System.EnableAsync("chaos")).State);
        Assert.Equal("x", await stage.AskAsync("chaos", "x"));
        await stage.NobodyElseIsHarmedAsync();
    }

    [Fact]
    public async Task The_host_ends_in_time_whatever_its_plugins_do()
    {
        var stage = new Stage();
        Plant.Chaos(stage, "chaos").WithSetting("at_stop", "deadlock").Write();
        Plant.Chaos(stage, "chaos.child", RunMode.Child).WithSetting("at_stop", "spin").Write();
        await stage.StartAsync("chaos");
        await stage.WhenRunningAsync("chaos.child");
        var ending = Task.Run(stage.Dispose, TestContext.Current.CancellationToken);
        await ending.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Empty(stage.Faults);
    }
}
