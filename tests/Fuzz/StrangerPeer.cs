using System.Text.Json;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Fuzz;

/// <summary>A client that counts what it is told.</summary>
/// <param name="principal">Who it is.</param>
internal sealed class StrangerPeer(string principal) : IRpcPeer
{
    private readonly TaskCompletionSource<RpcCloseCause> _closed = new();
    private readonly List<Action> _afterAnswer = [];
    private int _notifications;

    public string Principal => principal;

    public Task<RpcCloseCause> Closed => _closed.Task;

    public int Notifications => Volatile.Read(ref _notifications);

    public bool Notify(string method, Action<Utf8JsonWriter>? parameters) => Notify(new RpcNotification(method, parameters));

    public bool Notify(RpcNotification notification)
    {
        Rules.Hold(notification.Utf8.Length > 0);
        Interlocked.Increment(ref _notifications);
        return true;
    }

    public void AfterAnswer(Action then) => _afterAnswer.Add(then);

    /// <summary>The answer has been sent.</summary>
    public void Answered()
    {
        foreach (var then in _afterAnswer) then();
        _afterAnswer.Clear();
    }

    /// <summary>Goes away.</summary>
    public void Close() => _closed.TrySetResult(RpcCloseCause.Lost);
}
