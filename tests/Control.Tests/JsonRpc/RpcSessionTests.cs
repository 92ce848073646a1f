using System.Text;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Control.Tests.JsonRpc;

public sealed class RpcSessionTests
{
    [Fact]
    public async Task Calls_run_one_after_another_in_the_order_they_came()
    {
        var gate = new TaskCompletionSource();
        var table = Methods.Table();
        table.Add("room.wait", [], async (_, _, cancel) =>
        {
            await gate.Task.WaitAsync(cancel);
            return null;
        });
        var (session, channel, running) = Open(Methods.Dispatcher(table: table));
        Receive(session, """{"jsonrpc":"2.0","method":"room.wait","id":1}""");
        Receive(session, """{"jsonrpc":"2.0","method":"sum","params":[1,2,3],"id":2}""");
        session.Notify("room.changed", writer => { writer.WriteStartObject(); writer.WriteEndObject(); });
        Assert.Equal("""{"jsonrpc":"2.0","method":"room.changed","params":{}}""", await channel.NextAsync());
        gate.SetResult();
        Assert.Equal("""{"jsonrpc":"2.0","result":null,"id":1}""", await channel.NextAsync());
        Assert.Equal("""{"jsonrpc":"2.0","result":6,"id":2}""", await channel.NextAsync());
        session.End(RpcCloseCause.Left);
        await running;
        Assert.Equal((RpcCloseCause.Left, RpcCloseCause.Left), (channel.Cause, await session.Closed));
        Assert.False(session.Notify("room.changed", null));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_that_takes_too_long_is_answered_whether_or_not_the_method_heeds_its_deadline(bool heeds)
    {
        var never = new TaskCompletionSource();
        var table = Methods.Table();
        table.Add("room.hang", [], async (_, _, cancel) =>
        {
            await (heeds ? never.Task.WaitAsync(cancel) : never.Task);
            return null;
        });
        var dispatcher = Methods.Dispatcher(new RpcLimits { CallDeadline = TimeSpan.FromMilliseconds(5) }, table);
        var (session, channel, running) = Open(dispatcher);
        Receive(session, """{"jsonrpc":"2.0","method":"room.hang","id":1}""");
        Assert.Contains("\"code\":\"deadline\"", await channel.NextAsync());
        Assert.Equal(1, dispatcher.Statistics.DeadlinesMissed);
        session.End(RpcCloseCause.Stopped);
        await running;
    }

    [Fact]
    public async Task More_calls_in_flight_than_allowed_are_refused_and_later_ones_run_again()
    {
        var gate = new TaskCompletionSource();
        var table = Methods.Table();
        table.Add("room.wait", [], async (_, _, cancel) =>
        {
            await gate.Task.WaitAsync(cancel);
            return null;
        });
        var dispatcher = Methods.Dispatcher(new RpcLimits { CallsInFlight = 2 }, table);
        var (session, channel, running) = Open(dispatcher);
        Receive(session, """{"jsonrpc":"2.0","method":"room.wait","id":1}""");
        Receive(session, """{"jsonrpc":"2.0","method":"room.wait","id":2}""");
        Receive(session, """[{"jsonrpc":"2.0","method":"getData","id":3},{"jsonrpc":"2.0","method":"getData"}]""");
        var refused = await channel.NextAsync();
        Assert.Contains("\"code\":\"busy\"", refused);
        Assert.EndsWith("\"id\":3}]", refused);
        Assert.Equal(2, dispatcher.Statistics.RefusedBusy);
        gate.SetResult();
        Assert.EndsWith("\"id\":1}", await channel.NextAsync());
        Receive(session, """{"jsonrpc":"2.0","method":"getData","id":4}""");
        Assert.EndsWith("\"id\":2}", await channel.NextAsync());
        Assert.EndsWith("\"result\":[\"hello\",5],\"id\":4}", await channel.NextAsync());
        session.End(RpcCloseCause.Stopped);
        await running;
    }

    [Theory]
    [InlineData(8, 1_000_000)]
    [InlineData(1000, 400)]
    public async Task A_client_that_never_reads_is_disconnected_and_counted(int messages, int bytes)
    {
        var dispatcher = Methods.Dispatcher(new RpcLimits { OutgoingMessages = messages, OutgoingBytes = bytes });
        var channel = new TestChannel(reads: false);
        var session = new RpcSession(channel, dispatcher, "test");
        var running = session.RunAsync();
        var sent = 0;
        while (session.Notify("room.changed", null)) Assert.True(++sent < 100);
        await running;
        Assert.True(sent >= 7);
        Assert.Equal(RpcCloseCause.SlowReader, channel.Cause);
        Assert.Equal(1, dispatcher.Statistics.Closed(RpcCloseCause.SlowReader));
    }

    [Fact]
    public async Task A_call_under_way_is_cancelled_when_the_client_goes()
    {
        var begun = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        var table = Methods.Table();
        table.Add("room.wait", [], async (_, _, cancel) =>
        {
            begun.SetResult();
            try
            {
                await new TaskCompletionSource().Task.WaitAsync(cancel);
            }
            finally
            {
                cancelled.SetResult();
            }

            return null;
        });
        var dispatcher = Methods.Dispatcher(table: table);
        var (session, channel, running) = Open(dispatcher);
        Receive(session, """{"jsonrpc":"2.0","method":"room.wait","id":1}""");
        Receive(session, """{"jsonrpc":"2.0","method":"getData","id":2}""");
        await begun.Task;
        session.End(RpcCloseCause.Left);
        await cancelled.Task;
        await running;
        Assert.Equal((RpcCloseCause.Left, 1, 1), (channel.Cause, dispatcher.Statistics.Abandoned, dispatcher.Statistics.Calls));
    }

    private static (RpcSession Session, TestChannel Channel, Task Running) Open(RpcDispatcher dispatcher)
    {
        var channel = new TestChannel(reads: true);
        var session = new RpcSession(channel, dispatcher, "test");
        return (session, channel, session.RunAsync());
    }

    private static void Receive(RpcSession session, string text) => session.Receive(Encoding.UTF8.GetBytes(text));
}
