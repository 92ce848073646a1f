using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.PluginHost.Life;
using ConfEngine.PluginHost.Tests.Kit;

namespace ConfEngine.PluginHost.Tests.Life;

public sealed class ActiveTests
{
    [Fact]
    public void The_first_by_id_serves_and_the_programs_own_only_when_there_is_no_other()
    {
        using var world = new World().Put(World.Manifest("a.local"), isBuiltIn: true);
        world.Begin();
        Assert.Equal("a.local", Active(world));
        world.Put(World.Manifest("zeta")).Put(World.Manifest("beta")).Rescan();
        Assert.Equal("beta", Active(world));
        Assert.Null(world.System.ActiveFor(Capabilities.Telephony));
    }

    [Fact]
    public void A_crash_does_not_send_bookings_to_another_system_and_a_plugin_that_never_ran_takes_none()
    {
        using var world = new World().Put(World.Manifest("local"), isBuiltIn: true).Put(World.Manifest("bad"), plugin => plugin.Failing("plugin.start", ErrorCodes.Internal));
        world.Begin();
        Assert.Equal((PluginState.Faulted, "local"), (world.Status("bad").State, Active(world)));
        world.Put(World.Manifest()).Rescan();
        Assert.Equal("acme", Active(world));
        world.Last.Exit();
        world.Settle();
        Assert.Equal((PluginState.Faulted, "acme"), (world.Status().State, Active(world)));
        world.Get(world.System.DisableAsync("acme"));
        Assert.Equal("local", Active(world));
    }

    [Fact]
    public void The_operators_choice_counts_is_remembered_and_can_be_taken_back()
    {
        using var world = new World().Put(World.Manifest("alpha")).Put(World.Manifest("beta"));
        world.Begin();
        Wait(world, world.System.SetActiveAsync(Capabilities.Booking, "beta"));
        Assert.Equal(("beta", "beta"), (Active(world), world.Records.Choices[Capabilities.Booking]));
        world.Channels.Opened.Single(channel => channel.Package!.Manifest.Id == "beta").Exit();
        world.Settle();
        Assert.Equal("beta", Active(world));
        Wait(world, world.System.SetActiveAsync(Capabilities.Booking, null));
        Assert.Equal("alpha", Active(world));
        Assert.Equal(ErrorCodes.NotFound, world.Catch<ContractException>(world.System.SetActiveAsync(Capabilities.Booking, "gamma")).Error.Code);
        Assert.Equal(ErrorCodes.Unsupported, world.Catch<ContractException>(world.System.SetActiveAsync(Capabilities.Telephony, "beta")).Error.Code);
        Assert.Equal(ErrorCodes.InvalidArgument, world.Catch<ContractException>(world.System.SetActiveAsync("coffee", "beta")).Error.Code);
    }

    [Fact]
    public void A_choice_of_before_counts_at_the_next_start()
    {
        using var world = new World().Put(World.Manifest("alpha")).Put(World.Manifest("beta"));
        world.Records.Choices[Capabilities.Booking] = "beta";
        world.Begin();
        Assert.Equal("beta", Active(world));
    }

    [Fact]
    public void The_list_is_the_same_object_until_something_changes()
    {
        using var world = World.With(World.Manifest());
        var changes = 0;
        world.System.Changed += () => changes++;
        var before = world.System.Plugins;
        Assert.Same(before, world.System.Plugins);
        world.Last.Exit();
        world.Settle();
        Assert.NotSame(before, world.System.Plugins);
        Assert.True(changes > 0);
        Assert.Equal(PluginState.Running, before[0].State);
    }

    private static string? Active(World world) => world.System.ActiveFor(Capabilities.Booking);

    private static void Wait(World world, Task task)
    {
        task.ContinueWith(_ => world.Agenda.Wake(), TaskScheduler.Default);
        world.Until(() => task.IsCompleted);
        task.GetAwaiter().GetResult();
    }
}
