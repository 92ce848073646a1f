using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.PluginHost.Discovery;
using ConfEngine.PluginHost.Life;
using ConfEngine.PluginHost.Tests.Kit;

namespace ConfEngine.PluginHost.Tests.Life;

public sealed class ReloadTests
{
    private static readonly Method<Nothing, Nothing> s_once = new("booking.once", MethodShape.Direct, Idempotent: false);

    [Fact]
    public void A_new_version_takes_over_with_the_state_and_the_old_one_is_stopped()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.State = [1, 2, 3]);
        var old = world.Last;
        world.Put(World.Manifest(version: "2.0.0")).Rescan();
        Assert.Equal((PluginState.Running, "2.0.0", ""), (world.Status().State, world.Status().Manifest!.Version, world.Status().Cause));
        Assert.Equal([1, 2, 3], world.Last.Plugin.Started!.State);
        Assert.Equal(["plugin.hello", "plugin.start", "plugin.save", "plugin.stop"], old.Plugin.Calls.Select(call => call.Method));
        Assert.True(old.IsDisposed);
        Assert.Equal("2.0.0", world.Packages.LastGood("acme")!.Manifest.Version);
        Assert.Equal(1, world.Status().Figures.Restarts);
    }

    [Fact]
    public void Calls_under_way_finish_and_new_ones_wait_for_the_new_version()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.Silent("booking.once"));
        var old = world.Last;
        var first = Once(world);
        world.Settle();
        world.Put(World.Manifest(version: "2.0.0")).Rescan();
        Assert.Equal((PluginState.Reloading, "2.0.0 is being tried beside 1.0.0", "1.0.0"), (world.Status().State, world.Status().Cause, world.Status().Manifest!.Version));
        Assert.Equal("acme", world.System.ActiveFor(Capabilities.Booking));
        var second = Once(world);
        world.Advance(1);
        Assert.Equal((1, 0, false), (old.Plugin.Count("booking.once"), world.Last.Plugin.Count("booking.once"), second.IsCompleted));
        old.Plugin.Open[0].Answer(Nothing.Instance);
        world.Get(first);
        world.Get(second);
        Assert.Equal((1, 1), (old.Plugin.Count("booking.once"), world.Last.Plugin.Count("booking.once")));
        Assert.Equal(0, world.Status().Figures.Errors);
    }

    [Fact]
    public void Calls_in_the_queue_of_the_old_version_go_to_the_new_one()
    {
        using var world = World.With(World.Manifest(limits: new PluginLimits { Calls = CallOrder.Serial }), plugin => plugin.Silent("booking.once"));
        var old = world.Last;
        var calls = Enumerable.Range(0, 4).Select(_ => Once(world)).ToArray();
        world.Settle();
        world.Put(World.Manifest(version: "2.0.0")).Rescan();
        old.Plugin.Open[0].Answer(Nothing.Instance);
        foreach (var call in calls) world.Get(call);
        Assert.Equal((1, 3), (old.Plugin.Count("booking.once"), world.Last.Plugin.Count("booking.once")));
    }

    [Fact]
    public void A_call_that_does_not_end_is_cancelled_after_ten_seconds()
    {
        using var world = World.With(World.Manifest(limits: new PluginLimits { Calls = CallOrder.Parallel, CallTimeoutMs = 60_000 }), plugin => plugin.Silent("booking.once"));
        var old = world.Last;
        var call = Once(world);
        world.Settle();
        world.Put(World.Manifest(version: "2.0.0")).Rescan();
        world.Advance(9.9);
        Assert.False(call.IsCompleted);
        world.Advance(0.2);
        Assert.Equal(ErrorCodes.Cancelled, world.Catch<ContractException>(call).Error.Code);
        Assert.Single(old.Plugin.Cancelled);
        // It does not even answer to that: it has nothing to hand over then.
        world.Advance(2);
        Assert.Equal((PluginState.Running, "2.0.0"), (world.Status().State, world.Status().Manifest!.Version));
        Assert.Equal(0, old.Plugin.Count("plugin.save"));
    }

    [Theory]
    [InlineData("plugin.hello")]
    [InlineData("plugin.start")]
    public void A_new_version_that_does_not_start_is_rolled_back_and_the_old_one_goes_on(string method)
    {
        using var world = World.With(World.Manifest());
        var old = world.Last;
        world.Put(World.Manifest(version: "2.0.0"), plugin => plugin.Failing(method, ErrorCodes.Internal)).Rescan();
        var status = world.Status();
        Assert.Equal((PluginState.Running, "1.0.0"), (status.State, status.Manifest!.Version));
        Assert.StartsWith("2.0.0 was not taken: it could not ", status.Cause);
        Assert.EndsWith("1.0.0 goes on", status.Cause);
        Assert.True(world.Last.IsDisposed);
        Assert.False(old.IsDisposed);
        world.Get(Once(world));
        Assert.Equal(1, old.Plugin.Count("booking.once"));
        world.Rescan();
        Assert.Equal(2, world.Channels.Opened.Count);
    }

    [Fact]
    public void An_old_version_that_cannot_hand_over_goes_on()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.Failing("plugin.save", ErrorCodes.Internal));
        world.Put(World.Manifest(version: "2.0.0")).Rescan();
        Assert.Equal("1.0.0", world.Status().Manifest!.Version);
        Assert.Contains("could not hand over its state", world.Status().Cause);
        Assert.Equal(0, world.Last.Plugin.Count("plugin.start"));
        // Where nothing needs to be kept, off and on takes the new one.
        world.Get(world.System.DisableAsync("acme"));
        Assert.Equal("2.0.0", world.Get(world.System.EnableAsync("acme")).Manifest!.Version);
    }

    [Fact]
    public void One_that_knows_no_saving_is_replaced_without_state()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.Failing("plugin.save", ErrorCodes.Unsupported));
        world.Put(World.Manifest(version: "2.0.0")).Rescan();
        Assert.Equal("2.0.0", world.Status().Manifest!.Version);
        Assert.Null(world.Last.Plugin.Started!.State);
    }

    [Fact]
    public void One_that_dies_while_it_is_replaced_is_replaced()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.On("plugin.save", call => call.Channel.Exit()));
        world.Put(World.Manifest(version: "2.0.0")).Rescan();
        Assert.Equal((PluginState.Running, "2.0.0"), (world.Status().State, world.Status().Manifest!.Version));
    }

    [Fact]
    public void When_both_fail_the_old_version_is_restarted()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.On("plugin.save", call => call.Channel.Exit()));
        world.Put(World.Manifest(version: "2.0.0"), plugin => plugin.Failing("plugin.start", ErrorCodes.Internal)).Rescan();
        Assert.Equal(PluginState.Faulted, world.Status().State);
        world.Advance(1.1);
        Assert.Equal((PluginState.Running, "1.0.0"), (world.Status().State, world.Status().Manifest!.Version));
    }

    [Fact]
    public void An_update_with_a_broken_manifest_leaves_the_plugin_at_work()
    {
        using var world = World.With(World.Manifest());
        world.Packages.Found[0] = new FoundPlugin("/plugins/acme", "acme", null, "plugin.json is no JSON");
        world.Rescan();
        Assert.Equal((PluginState.Running, "what is in the folder now was not taken: plugin.json is no JSON; 1.0.0 goes on"), (world.Status().State, world.Status().Cause));
        Assert.Single(world.Channels.Opened);
        world.Last.Exit();
        world.Advance(1.1);
        Assert.Equal(PluginState.Running, world.Status().State);
    }

    [Fact]
    public void An_update_of_a_pinned_plugin_waits_for_trust()
    {
        using var world = World.With(World.Manifest());
        world.Records.Pins["acme"] = World.DigestOf("acme", "1.0.0");
        world.Put(World.Manifest(version: "2.0.0")).Rescan();
        Assert.Equal((PluginState.Running, "1.0.0"), (world.Status().State, world.Status().Manifest!.Version));
        Assert.Contains("confengine plugin trust acme", world.Status().Cause);
        Assert.Equal("2.0.0", world.Get(world.System.TrustAsync("acme")).Manifest!.Version);
    }

    [Fact]
    public void Reloading_by_hand_starts_the_same_version_anew()
    {
        using var world = World.With(World.Manifest());
        Assert.Equal(PluginState.Running, world.Get(world.System.ReloadAsync("acme")).State);
        Assert.Equal(2, world.Channels.Opened.Count);
        Assert.True(world.Channels.Opened[0].IsDisposed);
    }

    [Fact]
    public void Reloading_a_faulted_plugin_does_not_wait_for_the_next_try()
    {
        var isWell = false;
        using var world = new World().Put(World.Manifest(), plugin =>
        {
            if (!isWell) plugin.Failing("plugin.start", ErrorCodes.Internal);
        });
        world.Begin();
        Assert.Equal(PluginState.Faulted, world.Status().State);
        isWell = true;
        Assert.Equal(PluginState.Running, world.Get(world.System.ReloadAsync("acme")).State);
    }

    [Fact]
    public void A_plugin_disabled_while_it_starts_comes_to_rest_disabled()
    {
        using var world = new World().Put(World.Manifest(), plugin => plugin.Silent("plugin.start"));
        world.Begin();
        var disabled = world.System.DisableAsync("acme");
        world.Advance(10.1);
        Assert.Equal(PluginState.Disabled, world.Get(disabled).State);
    }

    private static Task<Nothing> Once(World world) => world.Call(s_once);
}
