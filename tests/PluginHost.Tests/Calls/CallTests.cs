using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.PluginHost.Calls;
using ConfEngine.PluginHost.Life;
using ConfEngine.PluginHost.Tests.Kit;

namespace ConfEngine.PluginHost.Tests.Calls;

public sealed class CallTests
{
    private static readonly Method<Nothing, VmrList> s_idempotent = BookingMethods.Vmrs;
    private static readonly Method<Nothing, Nothing> s_once = new("booking.once", MethodShape.Direct, Idempotent: false);

    private static readonly PluginLimits s_serial = new() { Calls = CallOrder.Serial };

    [Fact]
    public void A_call_brings_its_result_and_is_counted()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.On("booking.vmrs", call => call.Answer(new VmrList())));
        Assert.NotNull(world.Get(Ask(world)));
        var figures = world.Status().Figures;
        Assert.Equal((1, 0, 0, 0), (figures.Calls, figures.Errors, figures.InFlight, figures.Refused));
        Assert.Equal(5000, world.Last.Plugin.Calls[^1].DeadlineMs);
    }

    [Fact]
    public void An_error_of_the_plugin_reaches_the_caller_as_it_is()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.Failing("booking.vmrs", ErrorCodes.VmrConflict, "vmr_id"));
        var error = world.Catch<ContractException>(Ask(world)).Error;
        Assert.Equal((ErrorCodes.VmrConflict, "no", "vmr_id"), (error.Code, error.Message, error.Field));
        Assert.Equal((1, 1), (world.Status().Figures.Calls, world.Status().Figures.Errors));
        Assert.Equal(PluginState.Running, world.Status().State);
    }

    [Fact]
    public void An_unknown_plugin_and_one_that_does_not_run_are_refused()
    {
        using var world = new World().Put(World.Manifest());
        world.Records.Disabled.Add("acme");
        world.Begin();
        Assert.Equal(ErrorCodes.NotFound, world.Catch<ContractException>(world.Call(s_idempotent, "nobody")).Error.Code);
        Assert.Equal(ErrorCodes.Unavailable, world.Catch<ContractException>(Ask(world)).Error.Code);
        Assert.Equal(1, world.Status().Figures.Refused);
    }

    [Fact]
    public void A_call_ends_at_its_deadline_and_is_cancelled_and_a_late_answer_is_a_stray()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.Silent("booking.once"));
        var call = Once(world);
        world.Advance(4.9);
        Assert.False(call.IsCompleted);
        world.Advance(0.2);
        Assert.Equal(ErrorCodes.Timeout, world.Catch<ContractException>(call).Error.Code);
        var request = world.Last.Plugin.Calls[^1];
        Assert.Equal([request.Id], world.Last.Plugin.Cancelled);
        request.Answer(Nothing.Instance);
        world.Advance(10);
        var status = world.Status();
        Assert.Equal((PluginState.Running, 1, 1), (status.State, status.Figures.Timeouts, status.Figures.Strays));
        Assert.Contains("answered booking.once 0.1 s after its deadline", status.Figures.LastError);
    }

    [Fact]
    public void One_that_does_not_answer_two_seconds_after_the_cancel_is_hung()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.Silent("booking.once"));
        var call = Once(world);
        world.Advance(6.9);
        Assert.Equal(PluginState.Running, world.Status().State);
        world.Advance(0.2);
        Assert.Equal((PluginState.Faulted, "hung: it did not answer booking.once, nor within 2 s of its being cancelled"), (world.Status().State, world.Status().Cause));
        Assert.True(world.Last.IsDisposed);
        Assert.Equal(ErrorCodes.Timeout, world.Catch<ContractException>(call).Error.Code);
    }

    [Fact]
    public void A_caller_that_withdraws_is_free_at_once_and_the_plugin_is_told()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.Silent("booking.once"));
        using var source = new CancellationTokenSource();
        var call = world.System.CallAsync("acme", s_once, Nothing.Instance, source.Token);
        world.Settle();
        source.Cancel();
        world.Catch<OperationCanceledException>(call);
        var request = world.Last.Plugin.Calls[^1];
        Assert.Equal([request.Id], world.Last.Plugin.Cancelled);
        request.Fail(ErrorCodes.Cancelled, "cancelled");
        world.Advance(5);
        Assert.Equal((PluginState.Running, 0, 0), (world.Status().State, world.Status().Figures.Strays, world.Status().Figures.Errors));
    }

    [Fact]
    public void Calls_of_a_serial_plugin_go_one_by_one_in_order()
    {
        using var world = World.With(World.Manifest(limits: s_serial), plugin => plugin.Silent("booking.once"));
        var calls = Enumerable.Range(0, 5).Select(_ => Once(world)).ToArray();
        world.Settle();
        for (var i = 0; i < calls.Length; i++)
        {
            Assert.Equal(i + 1, world.Last.Plugin.Count("booking.once"));
            world.Last.Plugin.Open[0].Answer(Nothing.Instance);
            world.Get(calls[i]);
            Assert.All(calls.Skip(i + 1), call => Assert.False(call.IsCompleted));
        }
    }

    [Fact]
    public void A_serial_plugin_gets_the_next_call_when_it_has_answered_the_one_that_timed_out()
    {
        using var world = World.With(World.Manifest(limits: s_serial), plugin => plugin.Silent("booking.once"));
        var first = Once(world);
        world.Advance(4);
        var second = Once(world);
        world.Advance(1.5);
        Assert.Equal(1, world.Last.Plugin.Count("booking.once"));
        world.Last.Plugin.Calls[^1].Fail(ErrorCodes.Cancelled, "cancelled");
        world.Settle();
        Assert.Equal(2, world.Last.Plugin.Count("booking.once"));
        Assert.InRange(world.Last.Plugin.Calls[^1].DeadlineMs, 3400, 3500);
        world.Last.Plugin.Open[0].Answer(Nothing.Instance);
        world.Get(second);
        world.Catch<ContractException>(first);
    }

    [Fact]
    public async Task A_parallel_plugin_has_at_most_as_many_calls_as_it_declares()
    {
        using var world = World.With(World.Manifest(limits: new PluginLimits { Calls = CallOrder.Parallel, MaxParallel = 3 }), plugin => plugin.Silent("booking.once"));
        var calls = Enumerable.Range(0, 5).Select(_ => Once(world)).ToArray();
        world.Settle();
        Assert.Equal(3, world.Last.Plugin.Count("booking.once"));
        world.Last.Plugin.Calls[^1].Answer(Nothing.Instance);
        world.Settle();
        Assert.Equal(4, world.Last.Plugin.Count("booking.once"));
        await Task.WhenAny(calls).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal((4, 1), (world.Status().Figures.InFlight, calls.Count(call => call.IsCompleted)));
    }

    [Fact]
    public void More_than_256_waiting_calls_are_refused_at_once()
    {
        using var world = World.With(World.Manifest(limits: s_serial), plugin => plugin.Silent("booking.once"));
        var calls = Enumerable.Range(0, 258).Select(_ => Once(world)).ToArray();
        var error = world.Catch<ContractException>(calls[257]).Error;
        Assert.Equal((ErrorCodes.Unavailable, "256 calls wait for acme already; try again later"), (error.Code, error.Message));
        Assert.All(calls.Take(257), call => Assert.False(call.IsCompleted));
        Assert.Equal(1, world.Status().Figures.Refused);
        world.Advance(5);
        Assert.All(calls.Take(257), call => Assert.Equal(ErrorCodes.Timeout, world.Catch<ContractException>(call).Error.Code));
    }

    [Fact]
    public void Calls_beyond_the_rate_are_held_back_and_not_lost()
    {
        using var world = World.With(World.Manifest(limits: new PluginLimits { Calls = CallOrder.Parallel, CallsPerSecond = 2, MaxParallel = 64 }));
        var calls = Enumerable.Range(0, 5).Select(_ => Once(world)).ToArray();
        world.Settle();
        Assert.Equal(2, world.Last.Plugin.Count("booking.once"));
        world.Advance(0.9);
        Assert.Equal(2, world.Last.Plugin.Count("booking.once"));
        world.Advance(0.2);
        Assert.Equal(4, world.Last.Plugin.Count("booking.once"));
        world.Advance(1);
        Assert.Equal(5, world.Last.Plugin.Count("booking.once"));
        Assert.All(calls, call => Assert.NotNull(world.Get(call)));
    }

    [Fact]
    public void A_call_that_is_held_back_too_long_ends_at_its_deadline()
    {
        using var world = World.With(World.Manifest(limits: new PluginLimits { Calls = CallOrder.Parallel, CallsPerSecond = 1, CallTimeoutMs = 1500 }));
        var calls = Enumerable.Range(0, 4).Select(_ => Once(world)).ToArray();
        world.Advance(5);
        Assert.Equal(2, world.Last.Plugin.Count("booking.once"));
        Assert.Equal(ErrorCodes.Timeout, world.Catch<ContractException>(calls[3]).Error.Code);
    }

    [Fact]
    public void A_result_that_is_none_is_a_bad_message()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.On("booking.vmrs", call => call.Answer("a string")));
        Assert.Equal(ErrorCodes.BadMessage, world.Catch<ContractException>(Ask(world)).Error.Code);
        Assert.Equal(1, world.Status().Figures.BadMessages);
        Assert.Contains("the answer to booking.vmrs is wrong", world.Status().Figures.LastError);
        Assert.Equal(PluginState.Running, world.Status().State);
    }

    [Fact]
    public void Second_answers_and_answers_to_nothing_are_counted_and_harm_nobody()
    {
        using var world = World.With(World.Manifest());
        world.Get(Once(world));
        var request = world.Last.Plugin.Calls[^1];
        request.Answer(Nothing.Instance);
        world.Settle();
        Assert.Contains($"answered request {request.Id} a second time", world.Status().Figures.LastError);
        new FakeCall(world.Last, 4711, "", 0, []).Answer(Nothing.Instance);
        world.Advance(1);
        Assert.Contains("answered request 4711, which was never made", world.Status().Figures.LastError);
        Assert.Equal((PluginState.Running, 2), (world.Status().State, world.Status().Figures.Strays));
        world.Get(Once(world));
    }

    [Fact]
    public void Garbage_ends_the_connection_and_fails_what_is_pending()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.Silent("booking.once"));
        var call = Once(world);
        world.Settle();
        world.Last.Say(new byte[] { 0xc1, 2, 3 });
        world.Settle();
        Assert.Equal(ErrorCodes.Unavailable, world.Catch<ContractException>(call).Error.Code);
        Assert.Equal((PluginState.Faulted, 1), (world.Status().State, world.Status().Figures.BadMessages));
        Assert.StartsWith("sent what is no message of the contract", world.Status().Cause);
    }

    [Fact]
    public void A_plugin_that_does_not_read_costs_the_call_alone()
    {
        using var world = World.With(World.Manifest());
        world.Last.Reads = false;
        Assert.Equal(ErrorCodes.Unavailable, world.Catch<ContractException>(Once(world)).Error.Code);
        world.Last.Reads = true;
        world.Get(Once(world));
    }

    [Fact]
    public void Figures_hold_quantiles_of_the_last_calls()
    {
        var counters = new CallCounters();
        for (var i = 1; i <= 1000; i++)
        {
            counters.Begin();
            counters.End(CallFault.None, null, Core.Time.MediaTime.FromMilliseconds(i));
        }

        var figures = counters.Read(0, 0);
        // The last 256: 745 to 1000 ms.
        Assert.Equal((872_000, 998_000), (figures.P50Us, figures.P99Us));
        Assert.Equal((1000, 0), (figures.Calls, figures.InFlight));
    }

    private static Task<VmrList> Ask(World world) => world.Call(s_idempotent);

    private static Task<Nothing> Once(World world) => world.Call(s_once);
}
