using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConfEngine.TestKit.Browsers;

/// <summary>Chromium's DevTools protocol over two named pipes: no port that another program could have, and it works into a network namespace.</summary>
internal sealed class DevTools : IDisposable
{
    private readonly FileStream _toBrowser;
    private readonly FileStream _fromBrowser;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _calls = new();
    private readonly ConcurrentDictionary<(string Session, string Event), TaskCompletionSource<JsonElement>> _events = new();
    private readonly Lock _gate = new();
    private int _lastCall;

    /// <summary>Opens both pipes. The browser must be starting, for a pipe opens when both ends are there.</summary>
    public DevTools(string toBrowser, string fromBrowser)
    {
        _toBrowser = new FileStream(toBrowser, FileMode.Open, FileAccess.Write);
        _fromBrowser = new FileStream(fromBrowser, FileMode.Open, FileAccess.Read);
        new Thread(Read) { IsBackground = true, Name = "DevTools" }.Start();
    }

    /// <summary>What pages have written to their consoles as errors, and exceptions nobody caught.</summary>
    public ConcurrentQueue<string> Problems { get; } = [];

    /// <summary>Calls a method and waits for its result.</summary>
    /// <exception cref="InvalidOperationException">The browser refuses, or does not answer in time.</exception>
    public JsonElement Call(string method, JsonObject? parameters = null, string? session = null, double seconds = 60)
    {
        var id = Interlocked.Increment(ref _lastCall);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls[id] = answer;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null) message["sessionId"] = session;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message);
        lock (_gate)
        {
            _toBrowser.Write(bytes);
            _toBrowser.WriteByte(0);
            _toBrowser.Flush();
        }

        if (!answer.Task.Wait(TimeSpan.FromSeconds(seconds))) throw new InvalidOperationException($"Chromium did not answer {method} within {seconds} s");
        return answer.Task.Result;
    }

    /// <summary>The next event of that name, which may be waited for.</summary>
    public Task<JsonElement> Next(string session, string name) =>
        _events.GetOrAdd((session, name), static _ => new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Dispose()
    {
        _toBrowser.Dispose();
        _fromBrowser.Dispose();
    }

    private void Read()
    {
        var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            while (_fromBrowser.Read(buffer) is > 0 and var count)
            {
                var rest = buffer.AsSpan(0, count);
                for (int end; (end = rest.IndexOf((byte)0)) >= 0; rest = rest[(end + 1)..])
                {
                    message.Write(rest[..end]);
                    Take(message.ToArray());
                    message.SetLength(0);
                }

                message.Write(rest);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The browser has ended, or this object has.
            foreach (var call in _calls.Values) call.TrySetException(new InvalidOperationException("Chromium has ended", e));
        }

        foreach (var call in _calls.Values) call.TrySetException(new InvalidOperationException("Chromium has ended"));
    }

    private void Take(byte[] text)
    {
        var message = JsonElement.Parse(text);
        if (message.TryGetProperty("id", out var id))
        {
            if (!_calls.TryRemove(id.GetInt32(), out var call)) return;
            if (message.TryGetProperty("error", out var error)) call.TrySetException(new InvalidOperationException($"Chromium refuses: {error}"));
            else call.TrySetResult(message.GetProperty("result"));
            return;
        }

        var name = message.GetProperty("method").GetString()!;
        var session = message.TryGetProperty("sessionId", out var of) ? of.GetString()! : "";
        var parameters = message.TryGetProperty("params", out var given) ? given : default;
        if (name == "Runtime.exceptionThrown") Problems.Enqueue(parameters.GetProperty("exceptionDetails").ToString());
        if (_events.TryRemove((session, name), out var waiting)) waiting.TrySetResult(parameters);
    }
}
