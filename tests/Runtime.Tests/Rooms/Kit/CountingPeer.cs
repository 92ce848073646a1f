using System.Text.Json;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Runtime.Rooms.Access;

namespace ConfEngine.Runtime.Tests.Rooms.Kit;

/// <summary>A client that keeps the very texts it is told.</summary>
internal sealed class CountingPeer : IRpcPeer
{
    private readonly List<Action> _after = [];

    public List<RpcNotification> Heard { get; } = [];

    public string Principal => Principals.Guest;

    public Task<RpcCloseCause> Closed { get; } = new TaskCompletionSource<RpcCloseCause>().Task;

    public bool Notify(string method, Action<Utf8JsonWriter>? parameters) => Notify(new RpcNotification(method, parameters));

    public bool Notify(RpcNotification notification)
    {
        lock (Heard) Heard.Add(notification);
        return true;
    }

    public void AfterAnswer(Action then) => _after.Add(then);

    public async Task LoginAsync(House house, string user)
    {
        var message = RpcMessage.Parse(
            System.Text.Encoding.UTF8.GetBytes($$"""{"jsonrpc":"2.0","method":"room.login","params":{"room":"r","user":"{{user}}","name":"{{user}}"},"id":1}"""), new RpcLimits());
        Assert.DoesNotContain("error", System.Text.Encoding.UTF8.GetString((await house.Dispatcher.AnswerAsync(this, message, CancellationToken.None))!));
        foreach (var then in _after) then();
        _after.Clear();
    }
}
