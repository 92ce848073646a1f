using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Life;
using ConfEngine.Plugins.Stages;

namespace ConfEngine.Plugins.Harm;

/// <summary>What ends a process: as a child a plugin harms itself alone.</summary>
public class ProcessTests
{
    [Theory]
    [InlineData("exit", "exited with code 3")]
    [InlineData("crash", "")]
    [InlineData("stack", "")]
    public async Task What_ends_is_told_and_started_again(string word, string cause)
    {
        using var stage = await OpenAsync();
        var failed = await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos", $"chaos:{word}"));
        Assert.Contains(failed.Error.Code, new[] { ErrorCodes.Unavailable, ErrorCodes.Timeout });
        var faulted = await stage.FirstFaultAsync("chaos");
        Assert.Contains(cause, faulted.Cause, StringComparison.Ordinal);
        await StartsAgainAsync(stage);
    }

    [Fact]
    public async Task What_eats_memory_is_ended_at_its_limit()
    {
        using var stage = await OpenAsync(limit: 20_000);
        await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos", "chaos:memory"));
        var faulted = await stage.FirstFaultAsync("chaos");
        Assert.Contains("memory", faulted.Cause, StringComparison.OrdinalIgnoreCase);
        await StartsAgainAsync(stage);
    }

    [Fact]
    public async Task What_is_printed_is_log_and_no_message()
    {
        using var stage = await OpenAsync();
        Assert.Equal("chaos:print", await stage.AskAsync("chaos", "chaos:print"));
        await stage.WhenAsync("chaos", status => status.Log.Any(line => line.Text.Contains("printed where the messages are", StringComparison.Ordinal)));
        Assert.Equal("x", await stage.AskAsync("chaos", "x"));
        await stage.NobodyElseIsHarmedAsync();
    }

    [Fact]
    public async Task What_ends_again_and_again_is_left_alone_longer_and_longer()
    {
        using var stage = new Stage();
        Plant.Chaos(stage, "chaos", RunMode.Child).WithSetting("at_start", "exit").Write();
        var first = await stage.StartAsync("chaos", PluginState.Faulted);
        var second = await stage.WhenAsync("chaos", status => status.State == PluginState.Faulted && status.NextTry > first.NextTry);
        Assert.True(second.NextTry - first.NextTry > Core.Time.MediaTime.FromSeconds(1.9));
        await stage.NobodyElseIsHarmedAsync();
    }

    private static async Task<Stage> OpenAsync(int limit = 1000)
    {
        var stage = new Stage();
        Plant.Chaos(stage, "chaos", RunMode.Child).WithLimit("call_timeout_ms", limit).Write();
        await stage.StartAsync("chaos");
        return stage;
    }

    private static async Task StartsAgainAsync(Stage stage)
    {
        var again = await stage.WhenRunningAsync("chaos");
        Assert.True(again.Figures.Restarts > 0);
        Assert.Equal("x", await stage.AskAsync("chaos", "x"));
        await stage.NobodyElseIsHarmedAsync();
    }
}
