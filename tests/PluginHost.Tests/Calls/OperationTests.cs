using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Wire;
using ConfEngine.PluginHost.Calls;
using ConfEngine.PluginHost.Life;
using ConfEngine.PluginHost.Tests.Kit;

namespace ConfEngine.PluginHost.Tests.Calls;

public sealed class OperationTests
{
    [Fact]
    public void An_operation_is_accepted_first_and_ends_later()
    {
        using var world = With(Accept);
        var operation = world.Get(Begin(world));
        Assert.Equal("V-1", operation.VendorReference);
        Assert.False(operation.Result.IsCompleted);
        var ticket = Ticket(world);
        Assert.Equal((operation.Id, 30_000), (ticket.Id, ticket.DeadlineMs));
        Tell(world, operation.Id);
        Assert.NotNull(world.Get(operation.Result));
        Assert.Empty(world.Late);
    }

    [Fact]
    public void A_result_may_come_before_the_acceptance()
    {
        using var world = With(call =>
        {
            call.Channel.Tell(OperationNotices.Result, ResultOf(call.Read<CancelRequest>().Ticket.Id));
            Accept(call);
        });
        Assert.NotNull(world.Get(world.Get(Begin(world)).Result));
    }

    [Fact]
    public void An_error_in_the_result_reaches_the_one_who_began_it()
    {
        using var world = With(Accept);
        var operation = world.Get(Begin(world));
        Tell(world, operation.Id, new ContractError { Code = ErrorCodes.MeetingAlreadyStarted, Message = "too late" });
        Assert.Equal(ErrorCodes.MeetingAlreadyStarted, world.Catch<ContractException>(operation.Result).Error.Code);
    }

    [Fact]
    public void An_operation_that_is_not_accepted_fails_at_once()
    {
        using var world = With(call => call.Fail(ErrorCodes.NoPermission, "no"));
        Assert.Equal(ErrorCodes.NoPermission, world.Catch<ContractException>(Begin(world)).Error.Code);
        Tell(world, Ticket(world).Id);
        Assert.Equal(1, world.Status().Figures.Strays);
    }

    [Fact]
    public void A_result_after_the_deadline_is_told_once_and_doubles_are_counted()
    {
        using var world = With(Accept);
        var operation = world.Get(Begin(world));
        world.Advance(30.1);
        Assert.Equal(ErrorCodes.Timeout, world.Catch<ContractException>(operation.Result).Error.Code);
        Tell(world, operation.Id);
        Tell(world, operation.Id);
        var late = Assert.Single(world.Late);
        Assert.Equal(("acme", "booking.cancel", operation.Id), (late.PluginId, late.Method, late.OperationId));
        Assert.Null(late.Error);
        Assert.True(MessageCodec.TryDecode<Nothing>(late.Payload, out _, out _));
        Assert.Equal((1, 1), (world.Status().Figures.LateResults, world.Status().Figures.Strays));
    }

    [Fact]
    public void A_second_result_in_time_is_ignored_and_counted()
    {
        using var world = With(Accept);
        var operation = world.Get(Begin(world));
        Tell(world, operation.Id);
        Tell(world, operation.Id, new ContractError { Code = ErrorCodes.Internal, Message = "changed my mind" });
        Assert.NotNull(world.Get(operation.Result));
        Assert.Equal(1, world.Status().Figures.Strays);
        Assert.Empty(world.Late);
    }

    [Fact]
    public void A_result_of_an_unknown_operation_is_a_stray()
    {
        using var world = With(Accept);
        Tell(world, "never");
        Assert.Equal((1, PluginState.Running), (world.Status().Figures.Strays, world.Status().State));
    }

    [Fact]
    public void A_result_that_cannot_be_read_fails_the_operation()
    {
        using var world = With(Accept);
        var operation = world.Get(Begin(world));
        world.Last.Tell(OperationNotices.Result, new OperationResult { OperationId = operation.Id, Payload = [0xc1] });
        world.Settle();
        Assert.Equal(ErrorCodes.BadMessage, world.Catch<ContractException>(operation.Result).Error.Code);
        Assert.Equal(1, world.Status().Figures.BadMessages);
    }

    [Fact]
    public void An_operation_whose_acceptance_never_came_may_still_end_late()
    {
        using var world = With(_ => { });
        var begun = Begin(world);
        world.Advance(5.1);
        Assert.Equal(ErrorCodes.Timeout, world.Catch<ContractException>(begun).Error.Code);
        Tell(world, Ticket(world).Id);
        Assert.Single(world.Late);
    }

    [Fact]
    public void A_network_fault_of_the_first_phase_is_retried_under_the_same_id()
    {
        var fails = 1;
        using var world = With(call =>
        {
            if (fails-- > 0) call.Fail(ErrorCodes.Network, "unreachable");
            else Accept(call);
        });
        var begun = Begin(world);
        world.UntilTimer(2);
        world.Advance(2);
        world.Get(begun);
        var ids = world.Last.Plugin.Calls.Where(call => call.Method == "booking.cancel").Select(call => call.Read<CancelRequest>().Ticket.Id).ToArray();
        Assert.Equal(2, ids.Length);
        Assert.Equal(ids[0], ids[1]);
    }

    [Fact]
    public void What_a_crashed_plugin_had_taken_on_is_asked_again_under_the_same_id()
    {
        using var world = With(Accept);
        var operation = world.Get(Begin(world));
        world.Last.Exit();
        world.Advance(1);
        Assert.Equal(PluginState.Running, world.Status().State);
        world.Until(() => world.Last.Plugin.Count("booking.cancel") == 1);
        Assert.Equal(operation.Id, Ticket(world).Id);
        Assert.InRange(Ticket(world).DeadlineMs, 28_000, 29_000);
        Tell(world, operation.Id);
        Assert.NotNull(world.Get(operation.Result));
    }

    [Fact]
    public void A_restarted_plugin_that_refuses_what_it_had_taken_on_fails_it()
    {
        var starts = 0;
        using var world = new World();
        world.Put(World.Manifest(), plugin =>
        {
            if (starts++ == 0) plugin.On("booking.cancel", Accept);
            else plugin.Failing("booking.cancel", ErrorCodes.MeetingNotFound);
        });
        world.Begin();
        var operation = world.Get(Begin(world));
        world.Last.Exit();
        world.Advance(1);
        Assert.Equal(ErrorCodes.MeetingNotFound, world.Catch<ContractException>(operation.Result).Error.Code);
    }

    [Fact]
    public void Beginning_a_pending_operation_again_joins_it()
    {
        using var world = With(Accept);
        var first = world.Get(Begin(world));
        var second = world.Get(Begin(world, first.Id));
        Assert.Same(first.Result, second.Result);
        Assert.Equal(2, world.Last.Plugin.Count("booking.cancel"));
        Tell(world, first.Id);
        Assert.NotNull(world.Get(second.Result));
    }

    [Fact]
    public void An_id_of_another_form_is_refused()
    {
        using var world = With(Accept);
        Assert.Equal(ErrorCodes.InvalidArgument, world.Catch<ContractException>(Begin(world, "a b")).Error.Code);
        Assert.Equal(0, world.Last.Plugin.Count("booking.cancel"));
    }

    [Fact]
    public void The_table_is_bounded_and_forgets_what_ended_first()
    {
        using var world = With(Accept);
        var first = world.Get(Begin(world, "first"));
        Tell(world, "first");
        for (var i = 0; i < OperationTable.Capacity; i++)
        {
            world.Get(Begin(world, $"op-{i}"));
            if (i % 500 == 499) world.Advance(1);
        }

        Tell(world, "first");
        Assert.Equal(1, world.Status().Figures.Strays);
        var refusal = world.Catch<ContractException>(Begin(world)).Error;
        Assert.Equal(ErrorCodes.Unavailable, refusal.Code);
        Assert.Contains("1024 operations", refusal.Message);
        Assert.True(first.Result.IsCompletedSuccessfully);
    }

    private static World With(Action<FakeCall> act) => World.With(World.Manifest(), plugin => plugin.On("booking.cancel", act));

    private static void Accept(FakeCall call) => call.Answer(new Accepted { OperationId = call.Read<CancelRequest>().Ticket.Id, VendorReference = "V-1" });

    private static OperationTicket Ticket(World world) => world.Last.Plugin.Calls.Last(call => call.Method == "booking.cancel").Read<CancelRequest>().Ticket;

    private static Task<PendingOperation<Nothing>> Begin(World world, string? id = null) =>
        world.System.BeginAsync("acme", BookingMethods.Cancel, ticket => new CancelRequest { Ticket = ticket }, id);

    private static OperationResult ResultOf(string id, ContractError? error = null) =>
        new() { OperationId = id, Error = error, Payload = error is null ? MessageCodec.Encode(Nothing.Instance) : null };

    private static void Tell(World world, string id, ContractError? error = null)
    {
        world.Last.Tell(OperationNotices.Result, ResultOf(id, error));
        world.Settle();
    }
}
