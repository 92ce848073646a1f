using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.Contract.Operations;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Life;
using ConfEngine.PluginHost.Tests.Kit;

namespace ConfEngine.PluginHost.Tests.Life;

/// <summary>Nobody waits for ever, whatever ends when.</summary>
public sealed class EndTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Whoever_waits_when_the_host_ends_is_told_so()
    {
        var world = World.With(World.Manifest(), plugin => plugin.Silent("booking.detail").Failing("booking.vmrs", ErrorCodes.Network)
            .On("booking.cancel", call => call.Answer(new Accepted { OperationId = call.Read<CancelRequest>().Ticket.Id })));
        var operation = world.Get(world.System.BeginAsync("acme", BookingMethods.Cancel, ticket => new CancelRequest { Ticket = ticket }, null, CancellationToken.None));
        var retrying = world.Call(BookingMethods.Vmrs);
        world.UntilTimer(2);
        var asked = world.Call(new Method<Nothing, Nothing>("booking.detail", MethodShape.Direct, Idempotent: false));
        world.Settle();
        world.Dispose();
        foreach (var task in (Task[])[retrying, asked, operation.Result])
            Assert.Contains((await Assert.ThrowsAsync<ContractException>(() => task.WaitAsync(s_patience, TestContext.Current.CancellationToken))).Error.Code, (string[])[ErrorCodes.Unavailable, ErrorCodes.Network]);
        await Assert.ThrowsAsync<ContractException>(() => world.Call(BookingMethods.Vmrs).WaitAsync(s_patience, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ContractException>(() => world.System.EnableAsync("acme").WaitAsync(s_patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_plugin_that_has_not_started_yet_is_not_waited_for_at_the_end()
    {
        using var world = new World().Put(World.Manifest(), plugin => plugin.Silent("plugin.hello"));
        world.Begin();
        var isOver = false;
        _ = world.System.CloseAsync(() =>
        {
            isOver = true;
            world.Agenda.Wake();
        });
        world.Until(() => isOver);
        Assert.True(world.Last.IsDisposed);
    }

    [Fact]
    public void A_removed_plugin_fails_what_it_had_taken_on()
    {
        using var world = World.With(World.Manifest(), plugin => plugin.On("booking.cancel", call => call.Answer(new Accepted { OperationId = call.Read<CancelRequest>().Ticket.Id })));
        var operation = world.Get(world.System.BeginAsync("acme", BookingMethods.Cancel, ticket => new CancelRequest { Ticket = ticket }, null, CancellationToken.None));
        world.Packages.Found.Clear();
        world.Rescan();
        Assert.Equal("acme is gone: it was removed", world.Catch<ContractException>(operation.Result).Error.Message);
    }

    [Fact]
    public void A_constructor_that_does_not_come_back_costs_one_thread_only()
    {
        using var world = new World().Put(World.Manifest(run: RunMode.InProcess));
        world.Channels.Fault = _ =>
        {
            world.Clock.Advance(MediaTime.FromSeconds(10));
            return new PluginStartException("the constructor did not return", "correct the plugin");
        };
        world.Begin();
        Assert.Contains("runs as a child from now on", world.Status().Cause);
        world.Channels.Fault = _ => null;
        world.Advance(1);
        Assert.Equal((PluginState.Running, RunMode.Child), (world.Status().State, world.Last.Run));
    }

    [Fact]
    public void A_listener_that_throws_harms_no_plugin()
    {
        var faults = new List<Exception>();
        using var world = new World().Put(World.Manifest());
        var system = new PluginSystem(new PluginHostParts
        {
            Agenda = world.Agenda, Packages = world.Packages, Channels = world.Channels, Records = world.Records, Blocking = new WorkOnTheSpot(),
            Options = world.Parts.Options with { OnFault = faults.Add },
        });
        system.Changed += () => throw new InvalidOperationException("mine");
        system.Notified += _ => throw new InvalidOperationException("mine");
        system.Begin();
        world.Settle();
        world.Last.Tell(BookingNotices.ListChanged, new ListChanged());
        world.Settle();
        Assert.Equal(PluginState.Running, system.StatusOf("acme")!.State);
        Assert.True(faults.Count > 1);
        Assert.All(faults, fault => Assert.Equal("mine", fault.Message));
    }
}
