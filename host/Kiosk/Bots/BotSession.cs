using System.Text.Json;
using ConfEngine.Control.Client;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Media;

namespace ConfEngine.Kiosk.Bots;

/// <summary>One stay of a bot in the room, from login to logout. One task owns it.</summary>
internal sealed class BotSession : IAsyncDisposable
{
    // Below the 64 calls that a server lets wait.
    private const int CallsAtATime = 32;
    // As many as fit on a wall; offers stay well below the 256 KiB of a message.
    private const int MostPlayed = 49;
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_listDeadline = TimeSpan.FromSeconds(10);

    private readonly RpcClient _client;
    private readonly RoomWatch _watch;
    private readonly BotTransport _transport;
    private readonly BotJoin _join;
    private readonly BotsRequest _request;
    private readonly BotCard _card;
    private readonly HashSet<string> _played = [];
    private TimeSpan _heartbeat = TimeSpan.FromSeconds(30);

    private BotSession(RpcClient client, RoomWatch watch, BotTransport transport, BotJoin join, BotsRequest request, BotCard card) =>
        (_client, _watch, _transport, _join, _request, _card) = (client, watch, transport, join, request, card);

    /// <summary>Done when the others can play what the bot publishes.</summary>
    public Task Published => _watch.Published;

    /// <summary>Logs in, publishes, and plays everybody who is there.</summary>
    /// <exception cref="MediaException">The server does not let the bot in; one line with the reason.</exception>
    public static async Task<BotSession> JoinAsync(BotsRequest request, BotCard card, BotTransport transport, BotJoin join, CancellationToken cancel)
    {
        var watch = new RoomWatch(request.Room, card.User, card.Stream);
        RpcClient client;
        try
        {
            client = await RpcClient.ConnectAsync(request.Server, watch.Take, cancel);
        }
        catch
        {
            transport.Dispose();
            throw;
        }

        var session = new BotSession(client, watch, transport, join, request, card);
        try
        {
            _ = session.FollowAsync();
            await session.LoginAsync(cancel);
            if (transport.HasLines) await transport.Connected.WaitAsync(cancel);
            return session;
        }
        catch (Exception e)
        {
            await session.DisposeAsync();
            if (e is RpcException refused) throw new MediaException(Commands.RpcCommand.Line(refused.Error), refused);
            throw;
        }
    }

    /// <summary>Follows the room's changes until it is time to leave.</summary>
    /// <exception cref="MediaException">The bot lost its place; one line with the reason.</exception>
    public async Task StayAsync(CancellationToken leave)
    {
        try
        {
            while (!leave.IsCancellationRequested)
            {
                await _watch.WaitAsync(_heartbeat, leave);
                if (!await AdjustAsync(leave)) await _client.CallAsync("room.heartbeat", null, leave);
            }
        }
        catch (OperationCanceledException) when (leave.IsCancellationRequested)
        {
            // It is time.
            return;
        }
        catch (RpcException refused)
        {
            throw new MediaException(Commands.RpcCommand.Line(refused.Error), refused);
        }
    }

    /// <summary>Logs out and ends the transport.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_client.Closed.IsCompleted)
        {
            using var farewell = new CancellationTokenSource(s_farewell);
            try
            {
                await _client.CallAsync("room.logout", null, farewell.Token);
            }
            catch (Exception e) when (e is RpcException or OperationCanceledException)
            {
                // The server notices by the end of the connection, which follows.
                _watch.End("the server did not answer the logout");
            }
        }

        foreach (var stream in _played) _transport.Forget(stream);
        _transport.Dispose();
        await _client.DisposeAsync();
    }

    // Whichever ends first, signalling or media, ends the stay.
    private async Task FollowAsync()
    {
        var signalling = _client.Closed;
        _watch.End(await Task.WhenAny(signalling, _transport.Failed) == signalling ? (await signalling).Text : await _transport.Failed);
    }

    private async Task LoginAsync(CancellationToken cancel)
    {
        var place = await CallAsync("room.login", cancel, ("room", _request.Room), ("user", _card.User), ("name", _card.Name), ("password", _request.Password));
        if (Member(place, "heartbeatSeconds", JsonValueKind.Number).TryGetDouble(out var seconds) && seconds is >= 1 and <= 3600) _heartbeat = TimeSpan.FromSeconds(seconds);
        if (Member(place, "state", JsonValueKind.String).ValueEquals("logined"u8)) _watch.Enter();
        while (!_watch.IsReady) await _watch.WaitAsync(s_listDeadline, cancel);
        if (_card.Stream is { } stream) await CallAsync("stream.publish", cancel, ("stream", stream), ("kind", "camera"));
        if (!await AdjustAsync(cancel) && _transport.HasLines) await NegotiateAsync(cancel);
        _join.Expect(_played);
    }

    // True when something was to be changed.
    private async Task<bool> AdjustAsync(CancellationToken cancel)
    {
        if (!_card.Plays) return false;
        var wanted = _watch.Streams;
        var gone = _played.Except(wanted).ToList();
        var added = wanted.Where(stream => !_played.Contains(stream)).Take(MostPlayed - (_played.Count - gone.Count)).ToList();
        if (gone.Count == 0 && added.Count == 0) return false;
        foreach (var stream in gone) Drop(stream);
        foreach (var stream in added)
        {
            _played.Add(stream);
            _transport.Play(stream, _join);
        }

        _join.Expect(_played);
        await CallAllAsync("stream.stop", gone, cancel);
        await CallAllAsync("stream.play", added, cancel);
        await NegotiateAsync(cancel);
        return true;
    }

    private void Drop(string stream)
    {
        _played.Remove(stream);
        _transport.Forget(stream);
        _join.Settle(stream, null);
    }

    private async Task CallAllAsync(string method, IEnumerable<string> streams, CancellationToken cancel)
    {
        foreach (var some in streams.Chunk(CallsAtATime)) await Task.WhenAll(some.Select(stream => CallAsync(method, cancel, ("stream", stream))));
    }

    private async Task NegotiateAsync(CancellationToken cancel)
    {
        var offer = _transport.MakeOffer();
        var answer = await _client.CallAsync(
            "stream.offer",
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("sdp"u8, offer.Sdp);
                WriteMap(writer, "publish"u8, offer.Published);
                WriteMap(writer, "play"u8, offer.Played);
                writer.WriteEndObject();
            },
            cancel);
        _transport.Accept(Member(answer, "sdp", JsonValueKind.String).GetString()!);
    }

    private static JsonElement Member(JsonElement answer, string name, JsonValueKind kind) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value) && value.ValueKind == kind
            ? value
            : throw new MediaException($"the server's answer cannot be understood: it has no '{name}'");

    private static void WriteMap(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<(string Mid, string Stream)> lines)
    {
        writer.WriteStartObject(name);
        foreach (var (mid, stream) in lines) writer.WriteString(mid, stream);
        writer.WriteEndObject();
    }

    private Task<JsonElement> CallAsync(string method, CancellationToken cancel, params (string Name, string? Value)[] parameters) => _client.CallAsync(
        method,
        writer =>
        {
            writer.WriteStartObject();
            foreach (var (name, value) in parameters)
                if (value is not null)
                    writer.WriteString(name, value);
            writer.WriteEndObject();
        },
        cancel);
}
