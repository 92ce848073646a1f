using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Kit;
using ConfEngine.Contract.Kit.Serving;
using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Wire;

namespace ConfEngine.Contract.Tests.Kit;

public sealed class OperationTests
{
    // The wire's view of a two-phase method: its response.
    private static readonly Method<BookRequest, Accepted> s_book = new(BookingMethods.Book.Name, MethodShape.Direct, Idempotent: true);

    [Fact]
    public void An_operation_is_accepted_first_and_told_after()
    {
        var gate = new TaskCompletionSource();
        using var served = Served.Started(new ScriptedPlugin
        {
            Book = async (request, call) =>
            {
                Assert.Equal("op-1", call.OperationId);
                await gate.Task;
                return new BookResult { Meeting = new MeetingDetail { MeetingId = "m1" } };
            },
        });
        Assert.Equal("op-1", served.Call(s_book, Request("op-1")).OperationId);
        served.AssertSilent();
        gate.SetResult();
        Assert.Equal("m1", Booked(served.Notice(OperationNotices.Result)));
    }

    [Fact]
    public void The_same_operation_again_while_it_runs_acts_once()
    {
        var gate = new TaskCompletionSource();
        var acted = 0;
        using var served = Served.Started(new ScriptedPlugin
        {
            Book = async (_, _) =>
            {
                acted++;
                await gate.Task;
                return new BookResult();
            },
        });
        served.Call(s_book, Request("op-1"));
        served.Call(s_book, Request("op-1"));
        gate.SetResult();
        served.Notice(OperationNotices.Result);
        served.Call(LifeMethods.Ping, Nothing.Instance);
        served.AssertSilent();
        Assert.Equal(1, acted);
    }

    [Fact]
    public void The_same_operation_again_after_its_end_is_told_again()
    {
        var acted = 0;
        using var served = Served.Started(new ScriptedPlugin { Book = (_, _) => new(new BookResult { Meeting = new MeetingDetail { MeetingId = $"m{++acted}" } }) });
        for (var round = 0; round < 3; round++)
        {
            served.Call(s_book, Request("op-1"));
            Assert.Equal("m1", Booked(served.Notice(OperationNotices.Result)));
        }

        served.Call(s_book, Request("op-2"));
        Assert.Equal("m2", Booked(served.Notice(OperationNotices.Result)));
    }

    [Fact]
    public void A_failure_is_told_with_its_error_and_again_when_asked()
    {
        using var served = Served.Started(new ScriptedPlugin { Book = (_, _) => throw new ContractException(ErrorCodes.VmrConflict, "taken", "vmr_id") });
        for (var round = 0; round < 2; round++)
        {
            served.Call(s_book, Request("op-1"));
            var result = served.Notice(OperationNotices.Result);
            Assert.Equal((ErrorCodes.VmrConflict, "vmr_id"), (result.Error?.Code, result.Error?.Field));
            Assert.Null(result.Payload);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("ünder")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234x")]
    public void An_id_that_is_none_is_refused(string id)
    {
        using var served = Served.Started(new ScriptedPlugin());
        var response = served.Response(served.Ask(s_book, Request(id)));
        Assert.Equal((ErrorCodes.InvalidArgument, "ticket.id"), (response.Error?.Code, response.Error?.Field));
        served.AssertSilent();
    }

    [Fact]
    public void A_cancel_after_the_acceptance_does_not_end_the_operation()
    {
        var gate = new TaskCompletionSource();
        using var served = Served.Started(new ScriptedPlugin
        {
            Book = async (_, call) =>
            {
                await gate.Task.WaitAsync(call.Cancellation);
                return new BookResult();
            },
        });
        var id = served.Ask(s_book, Request("op-1"));
        served.Response(id);
        served.Cancel(id);
        gate.SetResult();
        Assert.Null(served.Notice(OperationNotices.Result).Error);
    }

    [Fact]
    public void Stopping_withdraws_what_runs_and_tells_so_before_it_answers()
    {
        using var served = Served.Started(new ScriptedPlugin { Book = async (_, call) => await new TaskCompletionSource<BookResult>().Task.WaitAsync(call.Cancellation) });
        served.Call(s_book, Request("op-1"));
        var stop = served.Ask(LifeMethods.Stop, Nothing.Instance);
        Assert.Equal(ErrorCodes.Cancelled, served.Notice(OperationNotices.Result).Error?.Code);
        Assert.Null(served.Response(stop).Error);
    }

    [Fact]
    public void A_result_that_is_too_long_is_told_as_an_error()
    {
        using var served = Served.Started(new ScriptedPlugin { Book = (_, _) => new(new BookResult { Warnings = [new string('x', MessageLimits.MaxBytes)] }) });
        served.Call(s_book, Request("op-1"));
        Assert.Equal(ErrorCodes.TooLong, served.Notice(OperationNotices.Result).Error?.Code);
    }

    [Fact]
    public void The_last_1024_operations_are_remembered_and_running_ones_are_never_forgotten()
    {
        var ledger = new OperationLedger();
        Assert.True(ledger.TryBegin("running", "m", out _));
        for (var i = 0; i < OperationLedger.Capacity * 2; i++)
        {
            Assert.True(ledger.TryBegin($"op-{i}", "m", out _));
            ledger.Finish($"op-{i}", new OperationResult { OperationId = $"op-{i}" });
        }

        Assert.False(ledger.TryBegin("running", "m", out var none));
        Assert.Null(none);
        Assert.False(ledger.TryBegin($"op-{(OperationLedger.Capacity * 2) - 1}", "m", out var known));
        Assert.NotNull(known);
        Assert.True(ledger.TryBegin("op-0", "m", out _));
    }

    [Fact]
    public void More_running_operations_than_are_remembered_are_refused()
    {
        var ledger = new OperationLedger();
        for (var i = 0; i < OperationLedger.Capacity; i++) ledger.TryBegin($"op-{i}", "m", out _);
        Assert.Equal(ErrorCodes.Unavailable, Assert.Throws<ContractException>(() => ledger.TryBegin("one-more", "m", out _)).Error.Code);
    }

    [Fact]
    public void Results_that_are_kept_take_bounded_memory()
    {
        var ledger = new OperationLedger();
        for (var i = 0; i < 20; i++)
        {
            ledger.TryBegin($"op-{i}", "m", out _);
            ledger.Finish($"op-{i}", new OperationResult { OperationId = $"op-{i}", Payload = new byte[1 << 20] });
        }

        Assert.True(ledger.TryBegin("op-0", "m", out _));
        Assert.False(ledger.TryBegin("op-19", "m", out var last));
        Assert.NotNull(last);
    }

    [Fact]
    public void An_id_of_another_method_is_refused()
    {
        var ledger = new OperationLedger();
        ledger.TryBegin("op-1", "booking.book", out _);
        Assert.Equal(ErrorCodes.InvalidArgument, Assert.Throws<ContractException>(() => ledger.TryBegin("op-1", "booking.edit", out _)).Error.Code);
    }

    private static BookRequest Request(string id) => new() { Ticket = new OperationTicket { Id = id, DeadlineMs = 1000 }, Meeting = new MeetingSpec { Subject = "s" } };

    private static string Booked(OperationResult result)
    {
        Assert.Null(result.Error);
        Assert.True(MessageCodec.TryDecode<BookResult>(result.Payload, out var booked, out var error), error);
        return booked.Meeting.MeetingId;
    }
}
