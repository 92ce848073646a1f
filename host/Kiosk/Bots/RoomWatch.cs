using System.Text.Json;
using System.Threading.Channels;
using ConfEngine.Core.Media;

namespace ConfEngine.Kiosk.Bots;

/// <summary>What a bot knows of its room by the server's notifications. They come on a thread of the connection; the bot waits for changes.</summary>
/// <param name="room">The room's id.</param>
/// <param name="user">The bot's.</param>
/// <param name="ownStream">What it publishes; null when it only watches.</param>
internal sealed class RoomWatch(string room, string user, string? ownStream)
{
    // ZegoPublisherState.PUBLISHING: the server has media of the stream, and the others have been told of it.
    private const int Publishing = 2;

    private readonly TaskCompletionSource _published = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _streams = [];
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private bool _isIn;
    private bool _hasList;
    private string? _end;

    /// <summary>True once the bot is in the room and was told who publishes.</summary>
    public bool IsReady
    {
        get { lock (_gate) return _isIn && _hasList; }
    }

    /// <summary>The streams of the others.</summary>
    public IReadOnlyList<string> Streams
    {
        get { lock (_gate) return [.. _streams]; }
    }

    /// <summary>Done when the others can play what the bot publishes; at once when it publishes nothing.</summary>
    public Task Published => ownStream is null ? Task.CompletedTask : _published.Task;

    /// <summary>Takes a notification.</summary>
    public void Take(string method, JsonElement parameters)
    {
        if (method is not ("room.streams" or "room.stateChanged" or "stream.publisherState")) return;
        if (parameters.GetProperty("room"u8).GetString() != room) return;
        if (method == "stream.publisherState")
        {
            if (parameters.GetProperty("stream"u8).GetString() == ownStream && parameters.GetProperty("state"u8).GetInt32() == Publishing) _published.TrySetResult();
            return;
        }

        lock (_gate)
        {
            if (method == "room.streams") Update(parameters);
            else ChangeState(parameters);
        }

        Signal();
    }

    /// <summary>The login was answered.</summary>
    public void Enter()
    {
        lock (_gate) _isIn = true;
        Signal();
    }

    /// <summary>The bot is out of the room for good; the first reason counts.</summary>
    public void End(string why)
    {
        lock (_gate) _end ??= why;
        Signal();
    }

    /// <summary>Waits until something has changed, or some time has passed.</summary>
    /// <exception cref="MediaException">The bot is out of the room; the message says why.</exception>
    public async Task WaitAsync(TimeSpan most, CancellationToken cancel)
    {
        ThrowIfEnded();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(most);
        try
        {
            await _changed.Reader.ReadAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return;
        }

        ThrowIfEnded();
    }

    private void ThrowIfEnded()
    {
        lock (_gate)
            if (_end is { } why)
                throw new MediaException(why);
    }

    private void Signal() => _changed.Writer.TryWrite(true);

    private void Update(JsonElement parameters)
    {
        if (parameters.GetProperty("full"u8).GetBoolean())
        {
            _hasList = true;
            _streams.Clear();
        }

        var isGone = parameters.GetProperty("type"u8).ValueEquals("delete"u8);
        foreach (var stream in parameters.GetProperty("streams"u8).EnumerateArray())
        {
            var name = stream.GetProperty("stream"u8).GetString()!;
            if (isGone) _streams.Remove(name);
            else if (stream.GetProperty("user"u8).GetString() != user) _streams.Add(name);
        }
    }

    private void ChangeState(JsonElement parameters)
    {
        var reason = parameters.GetProperty("reason"u8).GetString();
        if (reason is "logined" or "reconnected") _isIn = true;
        else if (reason is "loginFailed" or "reconnectFailed" or "kickedOut" or "logout") _end ??= Describe(reason, parameters);
    }

    private static string Describe(string reason, JsonElement parameters) =>
        parameters.TryGetProperty("error"u8, out var error) && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message"u8, out var message) && message.GetString() is { Length: > 0 } text
            ? $"{reason}: {text.ReplaceLineEndings(" ")}"
            : reason;
}
