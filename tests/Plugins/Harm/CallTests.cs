using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Life;
using ConfEngine.Plugins.Stages;

namespace ConfEngine.Plugins.Harm;

/// <summary>Calls that are answered badly, late, twice or never, in the engine's process and in one of the plugin's own.</summary>
public class CallTests
{
    public static TheoryData<RunMode> Ways => new(RunMode.InProcess, RunMode.Child);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_throws_is_an_error_of_that_call(RunMode run)
    {
        using var stage = await OpenAsync(run);
        var thrown = await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos", "chaos:throw"));
        Assert.Equal((ErrorCodes.Internal, "InvalidOperationException: thrown on request"), (thrown.Error.Code, thrown.Error.Message));
        var refused = await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos", "chaos:refuse"));
        Assert.Equal((ErrorCodes.MeetingNotFound, "meeting_id"), (refused.Error.Code, refused.Error.Field));
        var pending = await stage.BookAsync("chaos", "chaos:throw");
        var failed = await Assert.ThrowsAsync<ContractException>(() => pending.Result);
        Assert.Equal(ErrorCodes.Internal, failed.Error.Code);
        await GoesOnAsync(stage);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_never_answers_is_a_timeout_then_hung_then_started_again(RunMode run) => await HangsAsync(run, "never");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_spins_for_ever_is_hung_and_started_again(RunMode run) => await HangsAsync(run, "spin");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_deadlocks_is_hung_and_started_again(RunMode run) => await HangsAsync(run, "deadlock");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_waits_too_long_but_heeds_the_withdrawal_goes_on(RunMode run)
    {
        using var stage = await OpenAsync(run);
        var late = await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos", "chaos:obey"));
        Assert.Equal(ErrorCodes.Timeout, late.Error.Code);
        await GoesOnAsync(stage);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_answer_after_the_deadline_is_counted_and_nothing_else(RunMode run)
    {
        using var stage = await OpenAsync(run);
        var late = await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos", "chaos:late"));
        Assert.Equal(ErrorCodes.Timeout, late.Error.Code);
        var status = await stage.WhenAsync("chaos", status => status.Figures.Strays == 1);
        Assert.Equal(1, status.Figures.Timeouts);
        await GoesOnAsync(stage);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Of_two_results_the_first_counts(RunMode run)
    {
        using var stage = await OpenAsync(run);
        var pending = await stage.BookAsync("chaos", "chaos:twice");
        var first = await Assert.ThrowsAsync<ContractException>(() => pending.Result);
        Assert.Equal("the first result", first.Error.Message);
        await stage.WhenAsync("chaos", status => status.Figures.Strays == 1);
        Assert.Empty(stage.Late);
        await GoesOnAsync(stage);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_result_after_the_deadline_reconciles_once(RunMode run)
    {
        using var stage = await OpenAsync(run);
        var pending = await stage.BookAsync("chaos", "chaos:late");
        var late = await Assert.ThrowsAsync<ContractException>(() => pending.Result);
        Assert.Equal(ErrorCodes.Timeout, late.Error.Code);
        await stage.AskAsync("chaos", "chaos:release");
        await stage.WhenAsync("chaos", status => status.Figures.LateResults == 1);
        var told = Assert.Single(stage.Late);
        Assert.Equal((pending.Id, "booking.book", null), (told.OperationId, told.Method, told.Error));
        await GoesOnAsync(stage);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_answer_that_is_too_long_is_an_error_of_that_call(RunMode run)
    {
        using var stage = await OpenAsync(run);
        var failed = await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos", "chaos:big"));
        Assert.Contains("4194304", failed.Error.Message, StringComparison.Ordinal);
        await GoesOnAsync(stage);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_flood_of_notices_is_cut_and_the_calls_go_on(RunMode run)
    {
        using var stage = await OpenAsync(run, limit: 20_000);
        await stage.AskAsync("chaos", "chaos:flood-notices");
        await stage.WhenAsync("chaos", status => status.Figures.Dropped > 0);
        Assert.InRange(stage.Notices.Count, 1, 4_999);
        await stage.AskAsync("chaos", "chaos:flood-log");
        var status = await stage.WhenAsync("chaos", status => status.Log.Any(line => line.Text.Contains("of a flood", StringComparison.Ordinal)));
        Assert.InRange(status.Log.Count, 1, 100);
        await GoesOnAsync(stage);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_flood_without_end_is_a_fault(RunMode run)
    {
        using var stage = await OpenAsync(run, limit: 20_000);
        await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos", "chaos:deluge"));
        Assert.Contains("flooded the host", (await stage.FirstFaultAsync("chaos")).Cause, StringComparison.Ordinal);
        Assert.InRange(stage.Notices.Count, 1, 50_000);
        await stage.NobodyElseIsHarmedAsync();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Notices_that_are_none_of_its_business_are_counted(RunMode run)
    {
        using var stage = await OpenAsync(run);
        await stage.AskAsync("chaos", "chaos:unknown-notice");
        await stage.AskAsync("chaos", "chaos:foreign-notice");
        await stage.WhenAsync("chaos", status => status.Figures.Strays == 2);
        Assert.Empty(stage.Notices);
        await GoesOnAsync(stage);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_cannot_reach_its_vendor_is_degraded_until_it_can(RunMode run)
    {
        using var stage = await OpenAsync(run);
        await stage.AskAsync("chaos", "chaos:unhealthy");
        await stage.WhenAsync("chaos", status => status.State == PluginState.Degraded && status.Cause.Contains("on fire", StringComparison.Ordinal));
        await stage.AskAsync("chaos", "chaos:healthy");
        await stage.WhenRunningAsync("chaos");
        await GoesOnAsync(stage);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_secret_that_it_says_aloud_is_blotted_out(RunMode run)
    {
        using var stage = await OpenAsync(run);
        await stage.System.ConfigureAsync("chaos", "key", "tell-nobody-4711");
        await stage.WhenRunningAsync("chaos");
        await stage.AskAsync("chaos", "chaos:leak");
        var status = await stage.WhenAsync("chaos", status => status.Log.Any(line => line.Text.Contains("my key is", StringComparison.Ordinal)));
        Assert.DoesNotContain(status.Log, line => line.Text.Contains("4711", StringComparison.Ordinal));
        await stage.NobodyElseIsHarmedAsync();
    }

    private static async Task HangsAsync(RunMode run, string word)
    {
        using var stage = await OpenAsync(run);
        var timeout = await Assert.ThrowsAsync<ContractException>(() => stage.AskAsync("chaos", $"chaos:{word}"));
        Assert.Equal(ErrorCodes.Timeout, timeout.Error.Code);
        var faulted = await stage.FirstFaultAsync("chaos");
        Assert.Contains("hung", faulted.Cause, StringComparison.Ordinal);
        Assert.NotNull(faulted.NextTry);
        // What hung in the engine's process does not get a second thread of it.
        var again = await stage.WhenRunningAsync("chaos");
        Assert.Equal((RunMode.Child, 1), (again.Run, again.Figures.Restarts));
        Assert.Equal(run == RunMode.InProcess, again.Cause.Contains("runs as a child now", StringComparison.Ordinal));
        Assert.Equal("x", await stage.AskAsync("chaos", "x"));
        await stage.NobodyElseIsHarmedAsync();
    }

    private static async Task<Stage> OpenAsync(RunMode run, int limit = 1000)
    {
        var stage = new Stage();
        Plant.Chaos(stage, "chaos", run).WithLimit("call_timeout_ms", limit).Write();
        await stage.StartAsync("chaos");
        return stage;
    }

    // It is where it was, never having been away.
    private static async Task GoesOnAsync(Stage stage)
    {
        Assert.Equal("x", await stage.AskAsync("chaos", "x"));
        var status = await stage.WhenRunningAsync("chaos");
        Assert.Equal(0, status.Figures.Restarts);
        await stage.NobodyElseIsHarmedAsync();
    }
}
