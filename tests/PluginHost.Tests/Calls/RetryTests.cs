using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.PluginHost.Calls;
using ConfEngine.PluginHost.Life;
using ConfEngine.PluginHost.Tests.Kit;

namespace ConfEngine.PluginHost.Tests.Calls;

public sealed class RetryTests
{
    private static readonly Method<Nothing, Nothing> s_once = new("booking.once", MethodShape.Direct, Idempotent: false);

    [Fact]
    public void A_call_that_may_be_repeated_is_tried_again_when_the_vendor_cannot_be_reached()
    {
        var fails = 2;
        using var world = World.With(World.Manifest(), plugin => plugin.On("booking.vmrs", call =>
        {
            if (fails-- > 0) call.Fail(ErrorCodes.Network, "unreachable");
            else call.Answer(new VmrList());
        }));
        var call = world.Call(BookingMethods.Vmrs);
        for (var i = 1; i <= 2; i++)
        {
            world.UntilTimer(2);
            Assert.Equal(i, world.Last.Plugin.Count("booking.vmrs"));
            world.Advance(2);
            world.Until(() => world.Last.Plugin.Count("booking.vmrs") == i + 1);
        }

        Assert.NotNull(world.Get(call));
        var figures = world.Status().Figures;
        Assert.Equal((1, 0, 2), (figures.Calls, figures.Errors, figures.Retries));
    }

    [Theory]
    [InlineData("booking.once", ErrorCodes.Network)]
    [InlineData("booking.vmrs", ErrorCodes.VmrConflict)]
    [InlineData("booking.vmrs", ErrorCodes.Internal)]
    public void Nothing_else_is(string method, string code)
    {
        using var world = World.With(World.Manifest(), plugin => plugin.Failing(method, code));
        var call = method == s_once.Name ? world.Call(s_once) : (Task)world.Call(BookingMethods.Vmrs);
        Assert.Equal(code, world.Catch<ContractException>(call).Error.Code);
        Assert.Equal((1, 0), (world.Last.Plugin.Count(method), world.Status().Figures.Retries));
    }

    [Fact]
    public void A_call_survives_a_crash_when_the_plugin_is_back_within_its_deadline()
    {
        var starts = 0;
        using var world = World.With(World.Manifest(), plugin =>
        {
            if (starts++ == 0) plugin.Silent("booking.vmrs");
            else plugin.On("booking.vmrs", call => call.Answer(new VmrList()));
        });
        var call = world.Call(BookingMethods.Vmrs);
        world.Settle();
        world.Last.Exit();
        world.Until(() => world.Status().State == PluginState.Faulted);
        world.UntilTimer(0.9);
        world.Advance(1.1);
        Assert.Equal(PluginState.Running, world.Status().State);
        Assert.NotNull(world.Get(call));
        Assert.Equal(1, world.Status().Figures.Restarts);
    }

    [Fact]
    public void A_call_that_may_not_be_repeated_fails_with_the_crash()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.Silent("booking.once"));
        var call = world.Call(s_once);
        world.Settle();
        world.Last.Exit(3);
        var error = world.Catch<ContractException>(call).Error;
        Assert.Equal((ErrorCodes.Unavailable, "acme ended before it answered booking.once: exited with code 3"), (error.Code, error.Message));
    }

    [Fact]
    public void Too_many_faults_open_the_breaker_and_a_good_call_closes_it()
    {
        var isWell = false;
        using var world = World.With(World.Manifest(), plugin => plugin.On("booking.once", call =>
        {
            if (isWell) call.Answer(Nothing.Instance);
            else call.Fail(ErrorCodes.Internal, "broken");
        }));
        for (var i = 0; i < PluginCalls.LeastCalls; i++) Assert.Equal(ErrorCodes.Internal, world.Catch<ContractException>(Once(world)).Error.Code);
        world.Until(() => world.Status().State == PluginState.Degraded);
        Assert.Contains("internal: broken", world.Status().Cause);
        var refusal = world.Catch<ContractException>(Once(world)).Error;
        Assert.Equal(ErrorCodes.Unavailable, refusal.Code);
        Assert.InRange(refusal.RetryAfterMs!.Value, 1, 10_000);
        Assert.Equal(PluginCalls.LeastCalls, world.Last.Plugin.Count("booking.once"));
        Assert.Equal(1, world.Status().Figures.Refused);
        isWell = true;
        world.Advance(10.1);
        world.Get(Once(world));
        world.Until(() => world.Status().State == PluginState.Running);
        Assert.Equal("", world.Status().Cause);
    }

    [Fact]
    public void A_vendor_that_refuses_is_no_broken_plugin()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.Failing("booking.once", ErrorCodes.TimeConflict));
        for (var i = 0; i < 20; i++) Assert.Equal(ErrorCodes.TimeConflict, world.Catch<ContractException>(Once(world)).Error.Code);
        Assert.Equal(PluginState.Running, world.Status().State);
    }

    private static Task<Nothing> Once(World world) => world.Call(s_once);
}
