using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Life;
using ConfEngine.PluginHost.Tests.Kit;

namespace ConfEngine.PluginHost.Tests.Life;

public sealed class LifeTests
{
    private static readonly Method<Nothing, Nothing> s_once = new("booking.once", MethodShape.Direct, Idempotent: false);

    [Fact]
    public void A_plugin_that_crashes_again_and_again_is_left_alone_longer_and_longer()
    {
        using var world = World.With(World.Manifest());
        foreach (var seconds in (double[])[1, 2, 4, 8, 60, 60])
        {
            world.Last.Exit();
            world.Settle();
            Assert.Equal((PluginState.Faulted, "exited with code 1"), (world.Status().State, world.Status().Cause));
            Assert.Equal(seconds, (world.Status().NextTry!.Value - world.Clock.Now).Seconds, 3);
            world.Advance(seconds - 0.01);
            Assert.Equal(PluginState.Faulted, world.Status().State);
            world.Advance(0.02);
            Assert.Equal(PluginState.Running, world.Status().State);
            Assert.Null(world.Status().NextTry);
        }

        Assert.Equal(6, world.Status().Figures.Restarts);
    }

    [Fact]
    public void Slow_faults_double_the_wait_up_to_half_a_minute_and_five_good_minutes_forget_them()
    {
        var backoff = new RestartBackoff();
        var now = new Instant(0);
        foreach (var expected in (double[])[1, 2, 4, 8, 16, 30, 30])
        {
            now += MediaTime.FromSeconds(100);
            Assert.Equal(expected, backoff.OnFault(now, MediaTime.FromSeconds(90)).Seconds, 6);
        }

        Assert.Equal(1, backoff.OnFault(now + MediaTime.FromSeconds(400), MediaTime.FromSeconds(300)).Seconds, 6);
    }

    [Fact]
    public void A_silent_plugin_is_asked_whether_it_is_there()
    {
        using var world = World.With(World.Manifest());
        world.Advance(9.9);
        Assert.Equal(0, world.Last.Plugin.Count("plugin.ping"));
        world.Advance(20.2);
        Assert.InRange(world.Last.Plugin.Count("plugin.ping"), 2, 3);
        Assert.Equal((PluginState.Running, 0), (world.Status().State, world.Status().Figures.Calls));
    }

    [Fact]
    public void One_that_does_not_answer_to_that_is_hung()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.Silent("plugin.ping"));
        world.Advance(16.9);
        Assert.Equal(PluginState.Running, world.Status().State);
        world.Advance(0.2);
        Assert.Equal(PluginState.Faulted, world.Status().State);
        Assert.Contains("did not answer plugin.ping", world.Status().Cause);
    }

    [Fact]
    public void One_that_hangs_in_process_runs_as_a_child_from_then_on()
    {
        using var world = World.With(World.Manifest(run: RunMode.InProcess), plugin => plugin.Silent("booking.once"));
        Assert.Equal(RunMode.InProcess, world.Last.Run);
        var call = world.Call(s_once);
        world.Advance(7.1);
        world.Catch<ContractException>(call);
        Assert.Contains("it ran in-process and runs as a child from now on", world.Status().Cause);
        world.Advance(1);
        Assert.Equal((PluginState.Running, RunMode.Child, RunMode.Child), (world.Status().State, world.Last.Run, world.Status().Run));
        Assert.Contains("runs as a child now", world.Status().Cause);
        world.Last.Exit();
        world.Advance(3);
        Assert.Equal(RunMode.Child, world.Last.Run);
    }

    [Fact]
    public void A_vendor_that_cannot_be_reached_degrades_the_plugin()
    {
        using var world = World.With(World.Manifest());
        world.Last.Tell(LifeNotices.Health, new HealthNotice { Healthy = false, Text = "sign-in expired" });
        world.Settle();
        Assert.Equal((PluginState.Degraded, "sign-in expired"), (world.Status().State, world.Status().Cause));
        Assert.Equal("acme", world.System.ActiveFor(Capabilities.Booking));
        world.Last.Tell(LifeNotices.Health, new HealthNotice { Healthy = true });
        world.Settle();
        Assert.Equal(PluginState.Running, world.Status().State);
    }

    [Fact]
    public void A_disabled_plugin_is_stopped_gently_and_comes_back_when_it_is_enabled()
    {
        using var world = World.With(World.Manifest());
        Assert.Equal(PluginState.Disabled, world.Get(world.System.DisableAsync("acme")).State);
        Assert.Equal(1, world.Last.Plugin.Count("plugin.stop"));
        Assert.Equal(TimeSpan.FromSeconds(2), world.Last.ClosedWith);
        Assert.True(world.Last.IsDisposed);
        Assert.Contains("acme", world.Records.Disabled);
        Assert.Equal(PluginState.Running, world.Get(world.System.EnableAsync("acme")).State);
        Assert.Equal(2, world.Channels.Opened.Count);
        Assert.Empty(world.Records.Disabled);
    }

    [Fact]
    public void One_that_does_not_stop_is_ended_all_the_same()
    {
        using var world = World.With(World.Manifest(run: RunMode.InProcess), plugin => plugin.Silent("plugin.stop"));
        world.Last.EndsWith = new(ChannelEndKind.Stuck, "its thread was left behind");
        var disabled = world.System.DisableAsync("acme");
        world.Settle();
        Assert.Equal(PluginState.Stopping, world.Status().State);
        world.Advance(6);
        Assert.Equal(PluginState.Disabled, world.Get(disabled).State);
        Assert.Contains(world.Status().Log, line => line.Text == "its thread was left behind");
        world.Get(world.System.EnableAsync("acme"));
        Assert.Equal(RunMode.Child, world.Last.Run);
    }

    [Fact]
    public void A_plugin_whose_folder_vanishes_is_stopped_and_leaves_the_list()
    {
        using var world = World.With(World.Manifest());
        world.Packages.Found.Clear();
        world.Rescan();
        Assert.Equal(1, world.Last.Plugin.Count("plugin.stop"));
        Assert.Empty(world.System.Plugins);
        Assert.Null(world.System.ActiveFor(Capabilities.Booking));
        Assert.Equal(ErrorCodes.NotFound, world.Catch<ContractException>(world.Call(s_once)).Error.Code);
        world.Put(World.Manifest()).Rescan();
        Assert.Equal(PluginState.Running, world.Status().State);
    }

    [Fact]
    public void One_that_comes_back_while_it_is_being_stopped_is_started_again()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.Silent("plugin.stop"));
        world.Packages.Found.Clear();
        world.Rescan();
        Assert.Equal(PluginState.Stopping, world.Status().State);
        world.Put(World.Manifest()).Rescan();
        world.Advance(5);
        Assert.Equal((PluginState.Running, 2), (world.Status().State, world.Channels.Opened.Count));
    }

    [Fact]
    public void Secrets_never_reach_the_log_or_a_cause()
    {
        using var world = new World();
        world.Records.Secrets["token"] = "hunter/22";
        world.Put(World.Manifest(), plugin => plugin.On("booking.vmrs", call => call.Fail(ErrorCodes.BadCredentials, "hunter/22 is wrong")));
        world.Begin();
        world.Last.Log("GET https://x/?t=hunter%2F22");
        world.Last.Tell(LifeNotices.Log, new LogLine { Level = LogLevel.Error, Text = "token hunter/22\nsecond" });
        var call = world.Call(BookingMethods.Vmrs);
        Assert.DoesNotContain("hunter", world.Catch<ContractException>(call).Message);
        world.Last.End(new ChannelEnd(ChannelEndKind.Exited, "exited: hunter/22"));
        world.Settle();
        var status = world.Status();
        Assert.Equal("exited: •••", status.Cause);
        Assert.Equal(["GET https://x/?t=•••", "token ••• second", "exited: •••"], status.Log.Select(line => line.Text));
        Assert.Equal(LogLevel.Error, status.Log[1].Level);
        Assert.DoesNotContain("hunter", status.Figures.LastError);
    }

    [Fact]
    public void Notices_of_its_capabilities_are_passed_on_and_others_counted()
    {
        using var world = World.With(World.Manifest());
        world.Last.Tell(BookingNotices.ListChanged, new ListChanged());
        world.Last.Tell(new Notice<Nothing>("telephony.ringing"), Nothing.Instance);
        world.Last.Tell(new Notice<Nothing>("bookings"), Nothing.Instance);
        world.Settle();
        var notice = Assert.Single(world.Notices);
        Assert.Equal(("acme", "booking.list-changed"), (notice.PluginId, notice.Method));
        Assert.Equal(2, world.Status().Figures.Strays);
    }

    [Fact]
    public void A_burst_of_notices_is_cut_and_an_endless_flood_is_a_fault()
    {
        using var world = World.With(World.Manifest());
        for (var i = 0; i < 1500; i++) world.Last.Tell(BookingNotices.ListChanged, new ListChanged());
        world.Settle();
        Assert.Equal(1000, world.Notices.Count);
        Assert.Equal((PluginState.Running, 500), (world.Status().State, world.Status().Figures.Dropped));
        world.Advance(5);
        for (var second = 0; second < 13; second++)
        {
            for (var i = 0; i < 1300; i++) world.Last.Tell(BookingNotices.ListChanged, new ListChanged());
            world.Advance(0.9);
        }

        Assert.Equal(PluginState.Faulted, world.Status().State);
        Assert.StartsWith("flooded the host", world.Status().Cause);
    }

    [Fact]
    public void At_the_programs_end_all_plugins_are_stopped_within_three_seconds()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.Silent("plugin.stop").Silent("booking.once"));
        var call = world.Call(s_once);
        world.Settle();
        world.Last.EndsWith = null;
        var isOver = false;
        _ = world.System.CloseAsync(() =>
        {
            isOver = true;
            world.Agenda.Wake();
        });
        world.Advance(2.9);
        world.Until(() => isOver);
        Assert.Equal(1, world.Last.Plugin.Count("plugin.stop"));
        Assert.True(world.Last.IsDisposed);
        Assert.Equal(ErrorCodes.Unavailable, world.Catch<ContractException>(call).Error.Code);
        Assert.Equal(ErrorCodes.Unavailable, world.Catch<ContractException>(world.System.RescanAsync()).Error.Code);
    }
}
