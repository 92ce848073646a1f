using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConfEngine.Core.Media;

namespace ConfEngine.Kiosk.Bench.Network;

/// <summary>A session of Janus's API over HTTP: requests are posted, what comes later is fetched by long polls and told apart by transaction.</summary>
internal sealed class JanusClient : IAsyncDisposable
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(20);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _api;
    private Uri _session;
    private Task _polling = Task.CompletedTask;
    private long _transactions;

    private JanusClient(Uri api) => _api = _session = api;

    /// <summary>Opens a session.</summary>
    /// <exception cref="MediaException">Janus refuses.</exception>
    public static async Task<JanusClient> ConnectAsync(Uri api, CancellationToken cancel)
    {
        var client = new JanusClient(api);
        var created = await client.PostAsync(api, new JsonObject { ["janus"] = "create" }, cancel);
        client._session = new Uri($"{client._api}/{created.GetProperty("data"u8).GetProperty("id"u8).GetInt64()}");
        client._polling = client.PollAsync();
        return client;
    }

    /// <summary>Opens a handle on the VideoRoom.</summary>
    public async Task<long> AttachAsync(CancellationToken cancel)
    {
        var attached = await PostAsync(_session, new JsonObject { ["janus"] = "attach", ["plugin"] = "janus.plugin.videoroom" }, cancel);
        return attached.GetProperty("data"u8).GetProperty("id"u8).GetInt64();
    }

    /// <summary>Sends a message to the plugin and waits for what it answers.</summary>
    /// <param name="handle">See <see cref="AttachAsync"/>.</param>
    /// <param name="body">For the plugin.</param>
    /// <param name="jsep">An offer or answer to go with it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="MediaException">Janus or the plugin refuses.</exception>
    public async Task<JanusAnswer> AskAsync(long handle, JsonObject body, (string Type, string Sdp)? jsep, CancellationToken cancel)
    {
        var message = new JsonObject { ["janus"] = "message", ["body"] = body };
        if (jsep is { } sdp) message["jsep"] = new JsonObject { ["type"] = sdp.Type, ["sdp"] = sdp.Sdp };
        var reply = await PostAsync(new Uri($"{_session}/{handle}"), message, cancel);
        var data = reply.TryGetProperty("plugindata"u8, out var plugin) ? plugin.GetProperty("data"u8) : default;
        if (data.ValueKind == JsonValueKind.Object && data.TryGetProperty("error"u8, out var error)) throw new MediaException($"janus refuses: {error.GetString()}");
        var answered = reply.TryGetProperty("jsep"u8, out var given) ? given.GetProperty("sdp"u8).GetString() : null;
        return new JanusAnswer(data, answered);
    }

    /// <summary>Ends the session.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _polling;
        _http.Dispose();
        _end.Dispose();
    }

    private async Task<JsonElement> PostAsync(Uri where, JsonObject message, CancellationToken cancel)
    {
        var transaction = $"t{Interlocked.Increment(ref _transactions)}";
        message["transaction"] = transaction;
        var later = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[transaction] = later;
        try
        {
            using var reply = await _http.PostAsJsonAsync(where, message, cancel);
            var now = await reply.Content.ReadFromJsonAsync<JsonElement>(cancel);
            return IsAck(now) ? Check(await later.Task.WaitAsync(s_deadline, cancel)) : Check(now);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException)
        {
            throw new MediaException($"janus does not answer: {e.Message}", e);
        }
        finally
        {
            _waiting.TryRemove(transaction, out _);
        }
    }

    private static bool IsAck(JsonElement reply) => reply.GetProperty("janus"u8).ValueEquals("ack"u8);

    private static JsonElement Check(JsonElement reply) => reply.GetProperty("janus"u8).ValueEquals("error"u8)
        ? throw new MediaException($"janus refuses: {reply.GetProperty("error"u8).GetProperty("reason"u8).GetString()}")
        : reply;

    private async Task PollAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested)
            {
                var events = await _http.GetFromJsonAsync<JsonElement>(new Uri($"{_session}?maxev=20"), _end.Token);
                foreach (var one in events.ValueKind == JsonValueKind.Array ? [.. events.EnumerateArray()] : new[] { events })
                    if (one.TryGetProperty("transaction"u8, out var transaction) && _waiting.TryGetValue(transaction.GetString() ?? "", out var waiting))
                        waiting.TrySetResult(one);
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
        {
            // The session is over, by our wish or not: whoever still waits learns of it.
            foreach (var waiting in _waiting.Values) waiting.TrySetException(new MediaException($"janus does not answer: {e.Message}", e));
        }
    }
}

/// <summary>What the plugin answered.</summary>
/// <param name="Data">Its own part.</param>
/// <param name="Sdp">An offer or answer that came with it; null without.</param>
internal sealed record JanusAnswer(JsonElement Data, string? Sdp);
