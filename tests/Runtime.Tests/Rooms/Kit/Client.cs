using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Runtime.Tests.Rooms.Kit;

/// <summary>A client of the control API in memory, over the same session that a WebSocket has.</summary>
internal sealed class Client : IRpcChannel, IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly Channel<JsonNode> _answers = Channel.CreateUnbounded<JsonNode>();
    private readonly List<(string Method, JsonNode Params)> _told = [];
    private readonly TaskCompletionSource _never = new();
    private readonly RpcSession _session;
    private readonly Task _running;
    private readonly bool _reads;
    private int _calls;

    public Client(RpcDispatcher dispatcher, string principal, bool reads = true)
    {
        _reads = reads;
        _session = new RpcSession(this, dispatcher, principal);
        _running = _session.RunAsync();
    }

    public Task<RpcCloseCause> Closed => _session.Closed;

    /// <summary>The server's end.</summary>
    public IRpcPeer Peer => _session;

    /// <summary>The order in which things came: the names of notifications, and "answer".</summary>
    public List<string> Log { get; } = [];

    /// <summary>Calls, and gives the result; fails on an error.</summary>
    public async Task<JsonNode?> CallAsync(string method, string parameters = "{}")
    {
        var answer = await AskAsync(method, parameters);
        Assert.True(answer["error"] is null, $"{method} {parameters}: {answer.ToJsonString()}");
        return answer["result"];
    }

    /// <summary>Calls, and gives the error; fails on a result.</summary>
    public async Task<JsonNode> RefusedAsync(string method, string parameters = "{}")
    {
        var answer = await AskAsync(method, parameters);
        Assert.True(answer["error"] is not null, $"{method} {parameters} was not refused");
        return answer["error"]!;
    }

    /// <summary>The neutral code of the error that the call must give.</summary>
    public async Task<string?> CodeAsync(string method, string parameters = "{}") =>
        (string?)(await RefusedAsync(method, parameters))["data"]?["code"];

    public async Task<JsonNode> AskAsync(string method, string parameters)
    {
        Send($$"""{"jsonrpc":"2.0","method":"{{method}}","params":{{parameters}},"id":{{++_calls}}}""");
        return await _answers.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(s_patience);
    }

    public void Send(string text) => _session.Receive(Encoding.UTF8.GetBytes(text));

    /// <summary>All notifications of a name since the last time; what the rooms did before is all there once a call is answered.</summary>
    public async Task<JsonNode[]> ToldAsync(string method)
    {
        await AskAsync("room.heartbeat", "{}");
        lock (_told)
        {
            JsonNode[] found = [.. _told.Where(told => told.Method == method).Select(told => told.Params)];
            _told.RemoveAll(told => told.Method == method);
            return found;
        }
    }

    /// <summary>The one notification of a name since the last time.</summary>
    public async Task<JsonNode> ToldOnceAsync(string method) => Assert.Single(await ToldAsync(method));

    public async Task<int> LoginAsync(string room, string user, string more = "") =>
        (int)(await CallAsync("room.login", $$"""{"room":"{{room}}","user":"{{user}}","name":"{{user}} 张"{{more}}}"""))!["session"]!;

    public async ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken cancel)
    {
        if (!_reads) await _never.Task.WaitAsync(cancel);
        var node = JsonNode.Parse(utf8.Span)!;
        if (node is JsonObject message && message["method"] is { } method)
        {
            lock (_told)
            {
                Log.Add(method.GetValue<string>());
                _told.Add((method.GetValue<string>(), message["params"]!));
            }

            return;
        }

        lock (_told) Log.Add("answer");
        _answers.Writer.TryWrite(node);
    }

    public ValueTask CloseAsync(RpcCloseCause cause) => ValueTask.CompletedTask;

    /// <summary>The connection breaks.</summary>
    public async ValueTask DisposeAsync()
    {
        _session.End(RpcCloseCause.Lost);
        await _running.WaitAsync(s_patience);
    }
}
