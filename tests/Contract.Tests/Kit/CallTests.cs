using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Kit;
using ConfEngine.Contract.Wire;

namespace ConfEngine.Contract.Tests.Kit;

public sealed class CallTests
{
    private static readonly DetailRequest s_request = new() { MeetingId = "m" };

    [Fact]
    public void A_call_is_answered()
    {
        using var served = Served.Started(new ScriptedPlugin());
        Assert.Equal("m", served.Call(BookingMethods.Detail, s_request).MeetingId);
    }

    [Fact]
    public void All_code_runs_on_the_plugins_thread_also_after_an_await()
    {
        List<int> threads = [];
        using var served = Served.Started(new ScriptedPlugin
        {
            Start = async _ =>
            {
                threads.Add(Environment.CurrentManagedThreadId);
                await Task.Run(() => { });
                threads.Add(Environment.CurrentManagedThreadId);
            },
            Detail = async (_, _) =>
            {
                threads.Add(Environment.CurrentManagedThreadId);
                await Task.Yield();
                threads.Add(Environment.CurrentManagedThreadId);
                await Task.Run(() => { });
                threads.Add(Environment.CurrentManagedThreadId);
                return new MeetingDetail();
            },
        });
        served.Call(BookingMethods.Detail, s_request);
        Assert.Equal(Enumerable.Repeat(served.ThreadId, 5), threads);
    }

    [Fact]
    public void Calls_start_in_order_and_interleave_at_awaits()
    {
        List<string> begun = [];
        Dictionary<string, TaskCompletionSource> gates = new() { ["a"] = new(), ["b"] = new(), ["c"] = new() };
        using var served = Served.Started(new ScriptedPlugin
        {
            Detail = async (request, _) =>
            {
                begun.Add(request.MeetingId);
                await gates[request.MeetingId].Task;
                return new MeetingDetail { MeetingId = string.Concat(begun) };
            },
        });
        var ids = gates.Keys.Select(name => served.Ask(BookingMethods.Detail, new DetailRequest { MeetingId = name })).ToArray();
        gates["c"].SetResult();
        served.Response(ids[2]);
        gates["a"].SetResult();
        served.Response(ids[0]);
        gates["b"].SetResult();
        served.Response(ids[1]);
        Assert.Equal(["a", "b", "c"], begun);
    }

    [Fact]
    public void A_cancelled_call_that_waits_is_answered_so()
    {
        using var served = Served.Started(new ScriptedPlugin { Detail = async (_, call) => await new TaskCompletionSource<MeetingDetail>().Task.WaitAsync(call.Cancellation) });
        var id = served.Ask(BookingMethods.Detail, s_request);
        served.Cancel(id);
        Assert.Equal(ErrorCodes.Cancelled, served.Response(id).Error?.Code);
    }

    [Fact]
    public void A_cancel_is_seen_while_the_plugin_computes()
    {
        using var spinning = new ManualResetEventSlim();
        using var served = Served.Started(new ScriptedPlugin
        {
            Detail = (_, call) =>
            {
                spinning.Set();
                while (!call.Cancellation.IsCancellationRequested) Thread.SpinWait(100);
                throw new OperationCanceledException(call.Cancellation);
            },
        });
        var id = served.Ask(BookingMethods.Detail, s_request);
        spinning.Wait(TestContext.Current.CancellationToken);
        served.Cancel(id);
        Assert.Equal(ErrorCodes.Cancelled, served.Response(id).Error?.Code);
    }

    [Fact]
    public void A_cancelled_call_may_still_give_its_result()
    {
        var gate = new TaskCompletionSource();
        using var served = Served.Started(new ScriptedPlugin
        {
            Detail = async (_, _) =>
            {
                await gate.Task;
                return new MeetingDetail { MeetingId = "late" };
            },
        });
        var id = served.Ask(BookingMethods.Detail, s_request);
        served.Cancel(id);
        gate.SetResult();
        Assert.Null(served.Response(id).Error);
    }

    [Fact]
    public async Task What_a_plugin_registers_with_the_token_holds_up_nobody()
    {
        using var entered = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var registered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var served = Served.Started(new ScriptedPlugin
        {
            Detail = async (request, call) =>
            {
                if (request.MeetingId == "other") return new MeetingDetail();
                call.Cancellation.Register(() =>
                {
                    entered.Set();
                    release.Wait();
                    throw new InvalidOperationException("in a callback");
                });
                registered.SetResult();
                await new TaskCompletionSource().Task.WaitAsync(call.Cancellation);
                return new MeetingDetail();
            },
        });
        var id = served.Ask(BookingMethods.Detail, s_request);
        await registered.Task;
        served.Cancel(id);
        entered.Wait(TestContext.Current.CancellationToken);
        release.Set();
        Assert.Equal(ErrorCodes.Cancelled, served.Response(id).Error?.Code);
        served.Call(BookingMethods.Detail, new DetailRequest { MeetingId = "other" });
    }

    [Fact]
    public void A_cancel_of_what_is_not_pending_is_ignored()
    {
        using var served = Served.Started(new ScriptedPlugin());
        served.Call(BookingMethods.Detail, s_request);
        served.Cancel(1);
        served.Cancel(4000);
        served.Call(BookingMethods.Detail, s_request);
        served.AssertSilent();
    }

    [Fact]
    public void A_refusal_keeps_all_its_fields()
    {
        var error = new ContractError { Code = "vendor-unknown", Message = "m", Field = "f", VendorCode = "7", VendorText = "t", Platform = "web", RetryAfterMs = 3 };
        using var served = Served.Started(new ScriptedPlugin { Detail = (_, _) => throw new ContractException(error) });
        Assert.Equal(error, served.Response(served.Ask(BookingMethods.Detail, s_request)).Error);
    }

    [Fact]
    public void Any_other_exception_is_internal_named_in_one_line_and_cut()
    {
        using var served = Served.Started(new ScriptedPlugin { Detail = (_, _) => throw new FormatException("first\nsecond " + new string('长', 2000)) });
        var error = served.Response(served.Ask(BookingMethods.Detail, s_request)).Error!;
        Assert.Equal(ErrorCodes.Internal, error.Code);
        Assert.StartsWith("FormatException: first second 长", error.Message);
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(error.Message), 1000, 1024);
        Assert.DoesNotContain("   at ", error.Message);
    }

    [Fact]
    public void A_cancellation_that_nobody_asked_for_is_internal()
    {
        using var served = Served.Started(new ScriptedPlugin { Detail = (_, _) => throw new OperationCanceledException() });
        Assert.Equal(ErrorCodes.Internal, served.Fail(BookingMethods.Detail, s_request));
    }

    [Fact]
    public void A_request_that_cannot_be_read_is_a_bad_message_and_the_next_is_answered()
    {
        using var served = Served.Started(new ScriptedPlugin());
        var broken = new Method<LogLine, MeetingDetail>(BookingMethods.Detail.Name, MethodShape.Direct, Idempotent: true);
        Assert.Equal(ErrorCodes.BadMessage, served.Fail(broken, new LogLine { Level = LogLevel.Error }));
        Assert.Equal("m", served.Call(BookingMethods.Detail, s_request).MeetingId);
    }

    [Fact]
    public void A_method_that_is_not_registered_is_unsupported()
    {
        using var served = Served.Started(new ScriptedPlugin());
        Assert.Equal(ErrorCodes.Unsupported, served.Fail(BookingMethods.Vmrs, Nothing.Instance));
    }

    [Fact]
    public void A_result_that_is_too_long_becomes_an_error()
    {
        using var served = Served.Started(new ScriptedPlugin { Detail = (_, _) => new(new MeetingDetail { MeetingId = new string('x', MessageLimits.MaxBytes) }) });
        Assert.Equal(ErrorCodes.TooLong, served.Fail(BookingMethods.Detail, s_request));
    }

    [Fact]
    public void What_is_thrown_where_nobody_awaits_is_a_line_of_the_log()
    {
        using var served = Served.Started(new ScriptedPlugin
        {
            Detail = (_, _) =>
            {
                SynchronizationContext.Current!.Post(_ => throw new FormatException("lost"), null);
                return new(new MeetingDetail());
            },
        });
        served.Call(BookingMethods.Detail, s_request);
        var line = served.Notice(LifeNotices.Log);
        Assert.Equal(LogLevel.Error, line.Level);
        Assert.Contains("FormatException: lost", line.Text);
        served.Call(BookingMethods.Detail, s_request);
    }

    [Fact]
    public void Bytes_that_break_the_contract_end_the_connection()
    {
        var gate = new TaskCompletionSource<MeetingDetail>();
        using var served = Served.Started(new ScriptedPlugin { Detail = (_, _) => new(gate.Task) });
        Assert.Throws<InvalidDataException>(() => served.Server.Receive(new byte[] { 0xc1 }));
        Assert.Throws<InvalidDataException>(() => served.Server.Receive(new EnvelopeWriter().Response(1, Nothing.Instance)));
        var id = served.Ask(BookingMethods.Detail, s_request);
        Assert.Throws<InvalidDataException>(() => served.Server.Receive(new EnvelopeWriter().Request(id, "plugin.ping", 0, Nothing.Instance)));
        gate.SetResult(new MeetingDetail());
        served.Response(id);
    }

    [Fact]
    public void A_notification_to_the_plugin_is_ignored()
    {
        using var served = Served.Started(new ScriptedPlugin());
        served.Server.Receive(new EnvelopeWriter().Notification("host.news", Nothing.Instance));
        served.Call(BookingMethods.Detail, s_request);
    }

    [Fact]
    public void Receive_copies_what_it_needs()
    {
        var gate = new TaskCompletionSource();
        using var served = Served.Started(new ScriptedPlugin
        {
            Start = async _ => await Task.Yield(),
            Detail = async (request, _) =>
            {
                await gate.Task;
                return new MeetingDetail { MeetingId = request.MeetingId };
            },
        });
        var bytes = new EnvelopeWriter().Request(77, BookingMethods.Detail.Name, 0, s_request).ToArray();
        served.Server.Receive(bytes);
        Array.Clear(bytes);
        gate.SetResult();
        served.Response(77);
    }

    [Fact]
    public void When_the_host_has_gone_the_thread_ends()
    {
        using var served = Served.Started(new ScriptedPlugin());
        served.IsGone = true;
        served.Ask(BookingMethods.Detail, s_request);
        served.Join();
    }

    [Fact]
    public async Task Closing_withdraws_all_calls_and_ends_the_thread()
    {
        var token = new TaskCompletionSource<CancellationToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var served = Served.Started(new ScriptedPlugin
        {
            Detail = async (_, call) =>
            {
                token.SetResult(call.Cancellation);
                return await new TaskCompletionSource<MeetingDetail>().Task;
            },
        });
        served.Ask(BookingMethods.Detail, s_request);
        var cancellation = await token.Task;
        served.Server.Close();
        served.Server.Close();
        served.Join();
        Assert.True(cancellation.IsCancellationRequested);
    }

    [Fact]
    public void Nobody_waits_for_a_plugins_thread()
    {
        SynchronizationContext? context = null;
        using var served = Served.Started(new ScriptedPlugin
        {
            Detail = (_, _) =>
            {
                context = SynchronizationContext.Current;
                var ran = false;
                context!.Send(_ => ran = true, null);
                return new(new MeetingDetail { OnlyId = ran });
            },
        });
        Assert.True(served.Call(BookingMethods.Detail, s_request).OnlyId);
        Assert.Throws<NotSupportedException>(() => context!.Send(_ => { }, null));
    }
}
