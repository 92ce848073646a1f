using System.Net.WebSockets;
using ConfEngine.Control.Client;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Control.Tests.Client;

public sealed class HostileServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"method":"room.chat"}""")]
    [InlineData("""{"jsonrpc":"1.0","method":"room.chat"}""")]
    [InlineData("""{"jsonrpc":"2.0","method":7}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"\ud800"}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"room.chat","id":1}""")]
    [InlineData("""{"jsonrpc":"2.0","result":1}""")]
    [InlineData("""{"jsonrpc":"2.0","result":1,"id":"a"}""")]
    [InlineData("""{"jsonrpc":"2.0","result":1,"id":99999999999999999999}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"error":"no"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"error":{"code":1e300}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"what?"}}""")]
    public async Task Garbage_ends_the_connection_with_its_cause(string text)
    {
        await using var server = await RogueServer.StartAsync(text);
        await using var client = await RpcClient.ConnectAsync(new RpcClientOptions(server.Url), (_, _) => { }, Cancel);
        Assert.Equal(RpcEndCause.Garbage, (await client.Closed.WaitAsync(Cancel)).Cause);
    }

    [Fact]
    public async Task Nesting_without_end_is_garbage()
    {
        await using var server = await RogueServer.StartAsync($$"""{"jsonrpc":"2.0","method":"m","params":{{new string('[', 10_000)}}""");
        await using var client = await RpcClient.ConnectAsync(new RpcClientOptions(server.Url), (_, _) => { }, Cancel);
        Assert.Equal(RpcEndCause.Garbage, (await client.Closed.WaitAsync(Cancel)).Cause);
    }

    [Fact]
    public async Task Bytes_and_messages_over_the_limit_end_it_too()
    {
        await using var bytes = await RogueServer.StartAsync((socket, cancel) => socket.SendAsync(new byte[] { 1, 2, 3 }, WebSocketMessageType.Binary, true, cancel));
        await using var first = await RpcClient.ConnectAsync(new RpcClientOptions(bytes.Url), (_, _) => { }, Cancel);
        Assert.Equal(RpcEndCause.Garbage, (await first.Closed.WaitAsync(Cancel)).Cause);
        await using var large = await RogueServer.StartAsync(new string(' ', 70_000));
        await using var second = await RpcClient.ConnectAsync(new RpcClientOptions(large.Url) { MessageBytes = 65_536 }, (_, _) => { }, Cancel);
        Assert.Equal(RpcEndCause.TooLarge, (await second.Closed.WaitAsync(Cancel)).Cause);
    }

    [Fact]
    public async Task More_notifications_than_are_taken_end_it()
    {
        await using var server = await RogueServer.StartAsync([.. Enumerable.Repeat("""{"jsonrpc":"2.0","method":"m"}""", 20)]);
        using var gate = new ManualResetEventSlim();
        await using var client = await RpcClient.ConnectAsync(new RpcClientOptions(server.Url) { Notifications = 8 }, (_, _) => gate.Wait(Cancel), Cancel);
        Assert.Equal(RpcEndCause.Overrun, (await client.Closed.WaitAsync(Cancel)).Cause);
        gate.Set();
    }

    [Fact]
    public async Task A_notification_that_is_not_understood_ends_it_and_is_named()
    {
        await using var server = await RogueServer.StartAsync("""{"jsonrpc":"2.0","method":"room.users","params":{"users":7}}""");
        await using var client = await RpcClient.ConnectAsync(new RpcClientOptions(server.Url), (_, value) => value.GetProperty("users").GetArrayLength(), Cancel);
        var end = await client.Closed.WaitAsync(Cancel);
        Assert.Equal(RpcEndCause.Fault, end.Cause);
        Assert.Contains("room.users", end.Text);
        Assert.DoesNotContain('\n', end.Text);
    }

    [Fact]
    public async Task A_connection_that_breaks_ends_the_calls()
    {
        await using var server = await RogueServer.StartAsync(async (socket, cancel) =>
        {
            await socket.ReceiveAsync(new byte[1000], cancel);
            socket.Abort();
        });
        await using var client = await RpcClient.ConnectAsync(new RpcClientOptions(server.Url), (_, _) => { }, Cancel);
        var error = await Assert.ThrowsAsync<RpcException>(() => client.CallAsync("room.list", null, Cancel));
        Assert.Equal("disconnected", error.Error.NeutralCode);
        Assert.Equal(RpcEndCause.Lost, (await client.Closed.WaitAsync(Cancel)).Cause);
    }

    [Fact]
    public async Task Answers_nobody_asked_for_are_counted()
    {
        var answered = """{"jsonrpc":"2.0","result":true,"id":77}""";
        await using var server = await RogueServer.StartAsync(answered, answered, """{"jsonrpc":"2.0","method":"last"}""");
        var last = new TaskCompletionSource();
        await using var client = await RpcClient.ConnectAsync(new RpcClientOptions(server.Url), (_, _) => last.SetResult(), Cancel);
        await last.Task.WaitAsync(Cancel);
        Assert.Equal(2, client.StrayAnswers);
    }

    [Theory]
    [InlineData("192.0.2.7:8080", "http://192.0.2.7:8080", null, null)]
    [InlineData("https://[2001:db8::1]:8443/", "https://[2001:db8::1]:8443", null, null)]
    [InlineData("http://kiosk:8080/join/lobby%20a#t=abc", "http://kiosk:8080", "lobby a", "abc")]
    public void An_address_is_read_as_people_copy_it(string text, string address, string? room, string? token)
    {
        Assert.True(ServerUrl.TryParse(text, out var url));
        Assert.Equal((address, room, token), (url.ToString(), url.Room, url.Token));
        Assert.EndsWith("/rpc", url.Rpc.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("ftp://kiosk:8080")]
    [InlineData("http://user:pass@kiosk:8080")]
    [InlineData("http://:8080")]
    public void What_is_no_address_is_refused(string text) => Assert.False(ServerUrl.TryParse(text, out _));
}
