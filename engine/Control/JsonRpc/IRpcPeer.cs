using System.Text.Json;

namespace ConfEngine.Control.JsonRpc;

/// <summary>A client, as the methods it calls see it.</summary>
public interface IRpcPeer
{
    /// <summary>Who it is, as the check at the door said.</summary>
    string Principal { get; }

    /// <summary>Done when the client is gone, with the cause.</summary>
    Task<RpcCloseCause> Closed { get; }

    /// <summary>Queues a notification; any thread may. False when the client is gone, or is being disconnected because it does not read.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="parameters">Writes one object or array; null sends none.</param>
    bool Notify(string method, Action<Utf8JsonWriter>? parameters);

    /// <summary>Queues a notification that is text already, so that one text serves many clients.</summary>
    bool Notify(RpcNotification notification);

    /// <summary>Runs <paramref name="then"/> once the message that is being answered has its answer queued: what is notified there comes after
    /// the answer. Dropped when the client is gone by then. It must neither block nor throw.</summary>
    void AfterAnswer(Action then);
}
