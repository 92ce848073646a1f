namespace ConfEngine.Control.JsonRpc;

/// <summary>The way to one client, one text message at a time.</summary>
public interface IRpcChannel
{
    /// <summary>Sends one message. Called by one caller at a time. Throws when the client is gone.</summary>
    ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken cancel);

    /// <summary>Ends the connection, politely where the cause leaves time for it. Called once, after the last send.</summary>
    ValueTask CloseAsync(RpcCloseCause cause);
}
