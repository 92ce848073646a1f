using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConfEngine.TestKit.Browsers;

/// <summary>WebDriver BiDi, spoken to the browser itself, one call at a time.</summary>
internal sealed class BiDi : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);
    private readonly HttpMessageInvoker _connector;
    private readonly ClientWebSocket _socket = new();
    private int _lastCall;

    public BiDi(NetworkNamespace network, IPEndPoint browser)
    {
        _connector = network.MakeConnector();
        using var patience = new CancellationTokenSource(s_patience);
        _socket.ConnectAsync(new Uri($"ws://{browser}/session"), _connector, patience.Token).GetAwaiter().GetResult();
        Call("session.new", new JsonObject { ["capabilities"] = new JsonObject() });
    }

    /// <summary>Calls a command and waits for its result.</summary>
    /// <exception cref="InvalidOperationException">The browser refuses.</exception>
    public JsonElement Call(string method, JsonObject parameters)
    {
        using var patience = new CancellationTokenSource(s_patience);
        var id = ++_lastCall;
        var message = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        _socket.SendAsync(message, WebSocketMessageType.Text, true, patience.Token).GetAwaiter().GetResult();
        while (true)
        {
            var answer = Receive(patience.Token);
            if (!answer.TryGetProperty("id", out var of) || of.ValueKind != JsonValueKind.Number || of.GetInt32() != id) continue;
            if (answer.GetProperty("type").GetString() == "success") return answer.GetProperty("result");
            throw new InvalidOperationException($"Firefox refuses {method}: {answer}");
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _connector.Dispose();
    }

    private JsonElement Receive(CancellationToken cancel)
    {
        var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var piece = _socket.ReceiveAsync(buffer, cancel).GetAwaiter().GetResult();
            text.Write(buffer, 0, piece.Count);
            if (piece.EndOfMessage) return JsonElement.Parse(text.ToArray());
        }
    }
}
