using System.Net.WebSockets;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Control.Http;

/// <summary>A client over a WebSocket: one text message, one JSON-RPC message.</summary>
/// <param name="socket">Open.</param>
internal sealed class WebSocketChannel(WebSocket socket) : IRpcChannel
{
    /// <summary>How long a goodbye may take.</summary>
    public static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken cancel) =>
        socket.SendAsync(utf8, WebSocketMessageType.Text, true, cancel);

    /// <inheritdoc/>
    public async ValueTask CloseAsync(RpcCloseCause cause)
    {
        if (cause is RpcCloseCause.SlowReader or RpcCloseCause.Lost || socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            socket.Abort();
            return;
        }

        using var farewell = new CancellationTokenSource(Farewell);
        try
        {
            await socket.CloseOutputAsync(Status(cause), cause.ToString(), farewell.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            socket.Abort();
        }
    }

    /// <summary>Feeds the session until the client goes. What comes after the end is read and thrown away: unread bytes would make the system
    /// reset the connection, and the client would never see our goodbye.</summary>
    public async Task ReceiveAsync(RpcSession session, int maxBytes, CancellationToken cancel)
    {
        var buffer = new byte[Math.Min(4096, maxBytes)];
        var length = 0;
        var ended = false;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancel).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close) break;
                if (ended) continue;
                length += part.Count;
                var tooLarge = !part.EndOfMessage && length == maxBytes;
                if (tooLarge || part.MessageType != WebSocketMessageType.Text)
                {
                    session.End(tooLarge ? RpcCloseCause.TooLarge : RpcCloseCause.NotText);
                    ended = true;
                    length = 0;
                }
                else if (part.EndOfMessage)
                {
                    session.Receive(buffer.AsSpan(0, length));
                    length = 0;
                }
                else if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, Math.Min(buffer.Length * 2, maxBytes));
                }
            }

            session.End(RpcCloseCause.Left);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            session.End(RpcCloseCause.Lost);
        }
    }

    private static WebSocketCloseStatus Status(RpcCloseCause cause) => cause switch
    {
        RpcCloseCause.TooLarge => WebSocketCloseStatus.MessageTooBig,
        RpcCloseCause.NotText => WebSocketCloseStatus.InvalidMessageType,
        RpcCloseCause.Stopped => WebSocketCloseStatus.EndpointUnavailable,
        _ => WebSocketCloseStatus.NormalClosure,
    };
}
