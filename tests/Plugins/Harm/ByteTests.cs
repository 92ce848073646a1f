using ConfEngine.Contract.Errors;
using ConfEngine.PluginHost.Life;
using ConfEngine.Plugins.Stages;

namespace ConfEngine.Plugins.Harm;

/// <summary>Bytes that are no messages, or not those that were expected.</summary>
public class ByteTests
{
    [Theory]
    [InlineData("garbage", "no message of the contract", true)]
    [InlineData("text", "a message of 1399154541 bytes", false)]
    [InlineData("truncated", "", true)]
    [InlineData("trailing", "after the message's end", true)]
    [InlineData("nested", "64", true)]
    [InlineData("counts", "", true)]
    [InlineData("empty", "a message of 0 bytes", false)]
    [InlineData("huge", "a message of 104857600 bytes", false)]
    [InlineData("asks", "only the host", true)]
    [InlineData("cut", "", false)]
    [InlineData("exit", "exited with code 7", false)]
    public async Task What_breaks_the_contract_ends_the_connection_and_it_is_started_again(string word, string cause, bool isBad)
    {
        using var stage = await OpenAsync();
        var before = GC.GetTotalAllocatedBytes();
        await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos.raw", $"chaos:{word}"));
        var faulted = await stage.FirstFaultAsync("chaos.raw");
        Assert.Contains(cause, faulted.Cause, StringComparison.Ordinal);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 50 << 20, "the host took memory for what was announced");
        await stage.WhenRunningAsync("chaos.raw");
        // A frame that is none ends the stream itself; a message that is none is counted.
        if (isBad) await stage.WhenAsync("chaos.raw", status => status.Figures.BadMessages > 0);
        Assert.Equal("x", await stage.AskAsync("chaos.raw", "x"));
        await stage.WhenAsync("chaos.raw", status => status.Figures.Restarts > 0);
        await stage.NobodyElseIsHarmedAsync();
    }

    [Fact]
    public async Task Of_two_answers_the_first_counts()
    {
        using var stage = await OpenAsync();
        Assert.Equal("first", await stage.AskAsync("chaos.raw", "chaos:twice"));
        await stage.WhenAsync("chaos.raw", status => status.Figures.Strays == 1);
        await GoesOnAsync(stage);
    }

    [Fact]
    public async Task An_answer_to_nobody_is_counted()
    {
        using var stage = await OpenAsync();
        Assert.Equal("chaos:nobody", await stage.AskAsync("chaos.raw", "chaos:nobody"));
        await stage.WhenAsync("chaos.raw", status => status.Figures.Strays == 1);
        await GoesOnAsync(stage);
    }

    [Fact]
    public async Task An_answer_of_other_types_is_an_error_of_that_call()
    {
        using var stage = await OpenAsync();
        var failed = await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos.raw", "chaos:wrong-types"));
        Assert.Equal(ErrorCodes.BadMessage, failed.Error.Code);
        await stage.WhenAsync("chaos.raw", status => status.Figures.BadMessages == 1);
        await GoesOnAsync(stage);
    }

    [Theory]
    [InlineData("stall")]
    [InlineData("deaf")]
    public async Task What_stops_in_the_middle_is_hung(string word)
    {
        using var stage = await OpenAsync();
        var failed = await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos.raw", $"chaos:{word}"));
        Assert.Equal(ErrorCodes.Timeout, failed.Error.Code);
        var faulted = await stage.FirstFaultAsync("chaos.raw");
        Assert.Contains("hung", faulted.Cause, StringComparison.Ordinal);
        await stage.WhenRunningAsync("chaos.raw");
        Assert.Equal("x", await stage.AskAsync("chaos.raw", "x"));
        await stage.NobodyElseIsHarmedAsync();
    }

    [Fact]
    public async Task A_flood_of_notices_is_cut_and_the_calls_go_on()
    {
        using var stage = await OpenAsync(30_000);
        Assert.Equal("chaos:flood", await stage.AskAsync("chaos.raw", "chaos:flood"));
        await stage.WhenAsync("chaos.raw", status => status.Figures.Dropped > 0);
        Assert.InRange(stage.Notices.Count, 1, 4_999);
        await GoesOnAsync(stage);
    }

    [Fact]
    public async Task A_flood_without_end_is_a_fault()
    {
        using var stage = await OpenAsync(30_000);
        await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos.raw", "chaos:deluge"));
        Assert.Contains("flooded the host", (await stage.FirstFaultAsync("chaos.raw")).Cause, StringComparison.Ordinal);
        Assert.InRange(stage.Notices.Count, 1, 50_000);
        await stage.NobodyElseIsHarmedAsync();
    }

    [Theory]
    [InlineData("hello-too-new", PluginState.Refused, "7 to 9")]
    [InlineData("hello-too-old", PluginState.Refused, "0")]
    [InlineData("hello-other-id", PluginState.Refused, "chaos.other")]
    [InlineData("hello-other-version", PluginState.Refused, "9.9.9")]
    [InlineData("hello-other-capabilities", PluginState.Refused, "telephony")]
    [InlineData("hello-wrong-types", PluginState.Faulted, "hello")]
    [InlineData("hello-silent", PluginState.Faulted, "time to start")]
    [InlineData("garbage", PluginState.Faulted, "before it answered plugin.hello")]
    [InlineData("exit", PluginState.Faulted, "exited with code 7")]
    public async Task A_bad_greeting_is_told(string word, PluginState state, string cause)
    {
        using var stage = new Stage();
        Plant.Raw(stage, word).Write();
        var status = await stage.StartAsync("chaos.raw", state);
        Assert.Contains(cause, status.Cause, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', status.Cause);
        var refused = await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos.raw", "x"));
        Assert.Equal(ErrorCodes.Unavailable, refused.Error.Code);
        await stage.NobodyElseIsHarmedAsync();
    }

    private static async Task<Stage> OpenAsync(int limit = 1000)
    {
        var stage = new Stage();
        Plant.Raw(stage).WithLimit("call_timeout_ms", limit).Write();
        await stage.StartAsync("chaos.raw");
        return stage;
    }

    private static async Task GoesOnAsync(Stage stage)
    {
        Assert.Equal("x", await stage.AskAsync("chaos.raw", "x"));
        var status = await stage.WhenRunningAsync("chaos.raw");
        Assert.Equal(0, status.Figures.Restarts);
        await stage.NobodyElseIsHarmedAsync();
    }
}
