using System.Text.Json;
using System.Threading.Channels;

namespace ConfEngine.Control.JsonRpc;

/// <summary>One client's connection. Its calls run one after another in the order of arrival, so that what depends on the call before needs
/// no waiting; a slow call holds up its own client only, until its deadline. Both queues are bounded: calls beyond the limit are refused, a
/// client that does not read is disconnected.</summary>
public sealed class RpcSession : IRpcPeer
{
    private readonly IRpcChannel _channel;
    private readonly RpcDispatcher _dispatcher;
    private readonly Channel<RpcMessage> _incoming = Channel.CreateUnbounded<RpcMessage>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Channel<byte[]> _outgoing;
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource<RpcCloseCause> _cause = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<RpcCloseCause> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Action> _afterAnswer = [];
    private int _callsInFlight;
    private int _outgoingBytes;

    /// <summary>A connection that is open.</summary>
    /// <param name="channel">The way to the client.</param>
    /// <param name="dispatcher">What runs its calls.</param>
    /// <param name="principal">Who the client is.</param>
    public RpcSession(IRpcChannel channel, RpcDispatcher dispatcher, string principal)
    {
        _channel = channel;
        _dispatcher = dispatcher;
        Principal = principal;
        _outgoing = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(dispatcher.Limits.OutgoingMessages) { SingleReader = true });
    }

    /// <inheritdoc/>
    public string Principal { get; }

    /// <inheritdoc/>
    public Task<RpcCloseCause> Closed => _closed.Task;

    /// <summary>Takes a message from the client; one caller at a time. The bytes can be used again afterwards.</summary>
    public void Receive(ReadOnlySpan<byte> utf8)
    {
        var message = RpcMessage.Parse(utf8, _dispatcher.Limits);
        var count = message.Calls.Count;
        if (Interlocked.Add(ref _callsInFlight, count) <= _dispatcher.Limits.CallsInFlight)
        {
            _incoming.Writer.TryWrite(message);
            return;
        }

        Interlocked.Add(ref _callsInFlight, -count);
        var busy = new RpcError(RpcErrorCode.Application, $"more than {_dispatcher.Limits.CallsInFlight} calls in flight: wait for answers", "busy");
        if (_dispatcher.Refuse(message, busy) is { } answer) Send(answer);
    }

    /// <inheritdoc/>
    public bool Notify(string method, Action<Utf8JsonWriter>? parameters) => Send(RpcText.Notification(method, parameters));

    /// <inheritdoc/>
    public bool Notify(RpcNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        return Send(notification.Text);
    }

    /// <inheritdoc/>
    public void AfterAnswer(Action then)
    {
        lock (_afterAnswer) _afterAnswer.Add(then);
    }

    /// <summary>Ends the connection; the first cause counts. Any thread may, at any time.</summary>
    public void End(RpcCloseCause cause)
    {
        if (!_cause.TrySetResult(cause)) return;
        _outgoing.Writer.TryComplete();
        _incoming.Writer.TryComplete();
        _end.Cancel();
    }

    /// <summary>Runs the calls and sends the answers until the connection ends. Called once.</summary>
    public async Task RunAsync()
    {
        await Task.WhenAll(AnswerAsync(), SendAsync()).ConfigureAwait(false);
        var cause = await _cause.Task.ConfigureAwait(false);
        _dispatcher.Statistics.CountClosed(cause);
        await _channel.CloseAsync(cause).ConfigureAwait(false);
        _closed.TrySetResult(cause);
    }

    private bool Send(byte[] text)
    {
        if (_cause.Task.IsCompleted) return false;
        if (Interlocked.Add(ref _outgoingBytes, text.Length) <= _dispatcher.Limits.OutgoingBytes && _outgoing.Writer.TryWrite(text)) return true;
        End(RpcCloseCause.SlowReader);
        return false;
    }

    private async Task AnswerAsync()
    {
        await foreach (var message in _incoming.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (_cause.Task.IsCompleted) return;
            try
            {
                var answer = await _dispatcher.AnswerAsync(this, message, _end.Token).ConfigureAwait(false);
                Interlocked.Add(ref _callsInFlight, -message.Calls.Count);
                if (answer is not null) Send(answer);
                RunAfterAnswer();
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                _dispatcher.Statistics.CountAbandoned();
            }
        }
    }

    private void RunAfterAnswer()
    {
        Action[] due;
        lock (_afterAnswer)
        {
            if (_afterAnswer.Count == 0) return;
            due = [.. _afterAnswer];
            _afterAnswer.Clear();
        }

        foreach (var then in due) then();
    }

    private async Task SendAsync()
    {
        try
        {
            await foreach (var text in _outgoing.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                if (_cause.Task.IsCompleted) return;
                await _channel.SendAsync(text, _end.Token).ConfigureAwait(false);
                Interlocked.Add(ref _outgoingBytes, -text.Length);
            }
        }
        catch (Exception e) when (e is IOException or System.Net.WebSockets.WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Where End has cancelled the send, its cause came first and stands.
            End(RpcCloseCause.Lost);
        }
    }
}
