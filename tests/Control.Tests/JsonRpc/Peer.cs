using System.Text.Json;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Control.Tests.JsonRpc;

/// <summary>A client that is there and hears nothing.</summary>
internal sealed class Peer : IRpcPeer
{
    public string Principal => "test";

    public Task<RpcCloseCause> Closed { get; } = new TaskCompletionSource<RpcCloseCause>().Task;

    public bool Notify(string method, Action<Utf8JsonWriter>? parameters) => true;

    public bool Notify(RpcNotification notification) => true;

    public void AfterAnswer(Action then)
    {
    }
}
