using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Media;

namespace ConfEngine.Control.Client;

/// <summary>A connection to a server's JSON-RPC. Calls go out in the order they were made; notifications are handed on in the order they came,
/// one at a time. Whatever the server sends, nothing is thrown from below: the connection ends with a cause, and so does every call on its way.</summary>
public sealed class RpcClient : IAsyncDisposable
{
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(2);
    private readonly ClientWebSocket _socket;
    private readonly RpcClientOptions _options;
    private readonly Action<string, JsonElement> _onNotification;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonElement>> _calls = new();
    private readonly Channel<byte[]> _outgoing;
    private readonly Channel<(string Method, JsonElement Parameters)> _notifications;
    private readonly TaskCompletionSource<RpcClientEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _abort = new();
    private readonly Task _running;
    private long _lastId;
    private long _strayAnswers;

    private RpcClient(ClientWebSocket socket, RpcClientOptions options, Action<string, JsonElement> onNotification)
    {
        (_socket, _options, _onNotification) = (socket, options, onNotification);
        _outgoing = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(options.CallsInFlight) { SingleReader = true });
        _notifications = Channel.CreateBounded<(string, JsonElement)>(new BoundedChannelOptions(options.Notifications) { SingleReader = true, SingleWriter = true });
        _running = Task.WhenAll(Task.Run(SendAsync), Task.Run(ReceiveAsync), Task.Run(HandOnAsync));
    }

    /// <summary>Done when the connection has ended, with the cause.</summary>
    public Task<RpcClientEnd> Closed => _end.Task;

    /// <summary>Answers to calls that nobody waits for any more, because their deadline had passed.</summary>
    public long StrayAnswers => Interlocked.Read(ref _strayAnswers);

    /// <summary>Connects.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="onNotification">Takes the notifications, with their parameters; it must not wait for a call.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="MediaException">Nothing answers there, or it does not let us in; one line with the remedy.</exception>
    public static async Task<RpcClient> ConnectAsync(RpcClientOptions options, Action<string, JsonElement> onNotification, CancellationToken cancel) =>
        new(await ServerDoor.OpenAsync(options, cancel).ConfigureAwait(false), options, onNotification);

    /// <summary>Makes a call.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="parameters">Writes one object or array; null sends none.</param>
    /// <param name="cancel">Gives up waiting; the server may carry it out all the same.</param>
    /// <returns>The result, JSON null where it has none.</returns>
    /// <exception cref="RpcException">The server refused (its error), it took too long (<c>deadline</c>), the connection ended
    /// (<c>disconnected</c>), or too many calls wait (<c>busy</c>).</exception>
    public async Task<JsonElement> CallAsync(string method, Action<Utf8JsonWriter>? parameters, CancellationToken cancel)
    {
        var id = Interlocked.Increment(ref _lastId);
        var text = Write(id, method, parameters);
        if (text.Length > _options.MessageBytes)
            throw RpcException.Refused("too-large", $"{method} would be {text.Length} bytes long, at most {_options.MessageBytes} are sent");
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls[id] = answer;
        try
        {
            if (_end.Task.IsCompleted) throw Disconnected(await _end.Task.ConfigureAwait(false));
            if (_calls.Count > _options.CallsInFlight || !_outgoing.Writer.TryWrite(text))
                throw _end.Task.IsCompleted ? Disconnected(await _end.Task.ConfigureAwait(false)) : RpcException.Refused("busy", $"more than {_options.CallsInFlight} calls wait for an answer");
            return await answer.Task.WaitAsync(_options.CallDeadline, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw RpcException.Refused("deadline", $"{_options.Server} did not answer {method} within {_options.CallDeadline.TotalSeconds:0.###} s");
        }
        finally
        {
            _calls.TryRemove(id, out _);
        }
    }

    /// <summary>Says goodbye and ends the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        End(RpcEndCause.Left, "the connection was closed from here");
        await _running.ConfigureAwait(false);
        _socket.Dispose();
        _abort.Dispose();
    }

    private static byte[] Write(long id, string method, Action<Utf8JsonWriter>? parameters)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("jsonrpc"u8, "2.0"u8);
        writer.WriteNumber("id"u8, id);
        writer.WriteString("method"u8, method);
        if (parameters is not null)
        {
            writer.WritePropertyName("params"u8);
            parameters(writer);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private RpcException Disconnected(RpcClientEnd end) => RpcException.Refused("disconnected", $"{_options.Server}: {end.Text}");

    private void End(RpcEndCause cause, string text)
    {
        if (!_end.TrySetResult(new RpcClientEnd(cause, text))) return;
        _outgoing.Writer.TryComplete();
        _notifications.Writer.TryComplete();
        foreach (var call in _calls.Values) call.TrySetException(Disconnected(_end.Task.Result));
        // What is half sent or half received gets this long, and a server that says goodbye as well this long to do so.
        _abort.CancelAfter(cause is RpcEndCause.Lost ? TimeSpan.Zero : s_farewell);
    }

    private async Task SendAsync()
    {
        try
        {
            await foreach (var text in _outgoing.Reader.ReadAllAsync().ConfigureAwait(false))
                await _socket.SendAsync(text, WebSocketMessageType.Text, true, _abort.Token).ConfigureAwait(false);
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, _abort.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (IsBroken(e))
        {
            End(RpcEndCause.Lost, "the connection broke");
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[Math.Min(8192, _options.MessageBytes)];
        var length = 0;
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(length), _abort.Token).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close) break;
                // After the end only the server's goodbye is waited for.
                if (_end.Task.IsCompleted) continue;
                length += part.Count;
                if (part.MessageType != WebSocketMessageType.Text) End(RpcEndCause.Garbage, "the server sent something other than text");
                else if (part.EndOfMessage) Take(buffer.AsMemory(0, length));
                else if (length == _options.MessageBytes) End(RpcEndCause.TooLarge, $"the server sent a message of more than {_options.MessageBytes} bytes");
                else if (length == buffer.Length) Array.Resize(ref buffer, Math.Min(buffer.Length * 2, _options.MessageBytes));
                if (part.EndOfMessage || _end.Task.IsCompleted) length = 0;
            }

            var reason = ServerMessage.OneLine(_socket.CloseStatusDescription);
            End(RpcEndCause.ServerLeft, reason.Length > 0 ? $"the server ended the connection ({reason})" : "the server ended the connection");
        }
        catch (Exception e) when (IsBroken(e))
        {
            End(RpcEndCause.Lost, "the connection broke");
        }
    }

    private void Take(ReadOnlyMemory<byte> utf8)
    {
        if (!ServerMessage.TryParse(utf8, out var message))
            End(RpcEndCause.Garbage, "the server sent what is no JSON-RPC 2.0");
        else if (message.Method is { } method)
        {
            if (!_notifications.Writer.TryWrite((method, message.Value)) && !_end.Task.IsCompleted)
                End(RpcEndCause.Overrun, $"more than {_options.Notifications} notifications waited to be taken");
        }
        else if (message.Id == 0)
            End(RpcEndCause.Garbage, $"the server could not make out a message ({message.Error?.Message})");
        else if (!_calls.TryGetValue(message.Id, out var call))
            Interlocked.Increment(ref _strayAnswers);
        else if (message.Error is { } error)
            call.TrySetException(new RpcException(error));
        else
            call.TrySetResult(message.Value);
    }

    private async Task HandOnAsync()
    {
        await foreach (var (method, parameters) in _notifications.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                _onNotification(method, parameters);
            }
            catch (Exception e)
            {
                End(RpcEndCause.Fault, $"{ServerMessage.OneLine(method)} was not understood ({ServerMessage.OneLine(e.Message)})");
                return;
            }
        }
    }

    private static bool IsBroken(Exception e) => e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException;
}
