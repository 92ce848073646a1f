using System.Collections.Concurrent;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Media;
using Microsoft.AspNetCore.Http;

namespace ConfEngine.Control.Http;

/// <summary>Takes each request from the door to its handler.</summary>
internal sealed class RequestPipeline(ControlOptions options, HttpRoutes routes, RpcDispatcher dispatcher)
{
    private readonly Door _door = new(options);
    private readonly ConcurrentDictionary<RpcSession, bool> _sessions = new();
    private volatile bool _stopping;

    /// <summary>Clients connected to /rpc.</summary>
    public int Clients => _sessions.Count;

    /// <summary>Ends all connections, and any that come later.</summary>
    public void EndAll()
    {
        _stopping = true;
        foreach (var session in _sessions.Keys) session.End(RpcCloseCause.Stopped);
    }

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value is { Length: > 0 } given ? given : "/";
        if (_door.RefuseStranger(context.Request) is { } refusal) await WriteAsync(context, refusal).ConfigureAwait(false);
        else if (path == "/rpc") await ServeRpcAsync(context).ConfigureAwait(false);
        else await WriteAsync(context, await AnswerAsync(context, path).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task ServeRpcAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await WriteAsync(context, ControlReply.Error(426, "upgrade", "this is a WebSocket") with { Headers = Header("Upgrade", "websocket") }).ConfigureAwait(false);
            return;
        }

        if (_door.Check(context) is not { } principal)
        {
            await WriteAsync(context, Unauthorised()).ConfigureAwait(false);
            return;
        }

        if (Clients >= options.WebSockets)
        {
            await WriteAsync(context, ControlReply.Error(503, "full", $"{options.WebSockets} clients are connected, no more are taken")).ConfigureAwait(false);
            return;
        }

        var known = context.WebSockets.WebSocketRequestedProtocols.Contains(Door.Subprotocol);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(known ? Door.Subprotocol : null).ConfigureAwait(false);
        var channel = new WebSocketChannel(socket);
        var session = new RpcSession(channel, dispatcher, principal);
        _sessions.TryAdd(session, true);
        if (_stopping) session.End(RpcCloseCause.Stopped);
        try
        {
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            var receiving = channel.ReceiveAsync(session, dispatcher.Limits.MessageBytes, gone.Token);
            await session.RunAsync().ConfigureAwait(false);
            gone.CancelAfter(WebSocketChannel.Farewell);
            await receiving.ConfigureAwait(false);
        }
        finally
        {
            _sessions.TryRemove(session, out _);
        }
    }

    private async ValueTask<ControlReply> AnswerAsync(HttpContext context, string path)
    {
        var method = HttpMethods.IsHead(context.Request.Method) ? "GET" : context.Request.Method;
        if (!routes.TryFind(method, path, out var route, out var rest))
        {
            var allowed = routes.Allowed(path);
            if (allowed.Length == 0) return ControlReply.Error(404, "not-found", "there is nothing at this address");
            return ControlReply.Error(405, "method", $"this address takes {string.Join(", ", allowed)}") with { Headers = Header("Allow", string.Join(", ", allowed)) };
        }

        var principal = route.IsPublic ? "" : _door.Check(context);
        if (principal is null) return Unauthorised();
        try
        {
            if (await ReadBodyAsync(context).ConfigureAwait(false) is not { } body)
                return ControlReply.Error(413, "too-large", $"a body has at most {options.BodyBytes} bytes");
            var type = (context.Request.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
            var request = new ControlRequest(method, path, rest, type, context.Request.Headers.IfMatch.ToString(), body, Door.Remote(context), principal)
            {
                Query = context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value[^1] ?? "", StringComparer.Ordinal),
            };
            return await route.Handle(request, context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == 413
                ? ControlReply.Error(413, "too-large", $"a body has at most {options.BodyBytes} bytes")
                : ControlReply.Error(e.StatusCode, "bad-request", "the request is malformed");
        }
        catch (MediaException e)
        {
            return ControlReply.Error(500, "failed", e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            dispatcher.ReportFault($"{method} {path}", e);
            return ControlReply.Error(500, "internal", "this address failed inside the engine");
        }
    }

    // Counted here as well, for a handler must never see more whatever the server below was set to.
    private async ValueTask<byte[]?> ReadBodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength is 0) return [];
        using var body = new MemoryStream();
        var part = new byte[8192];
        int count;
        while ((count = await context.Request.Body.ReadAsync(part, context.RequestAborted).ConfigureAwait(false)) > 0)
        {
            if (body.Length + count > options.BodyBytes) return null;
            body.Write(part, 0, count);
        }

        return body.ToArray();
    }

    private static ControlReply Unauthorised() =>
        ControlReply.Error(401, "unauthorised", "a valid bearer token is needed") with { Headers = Header("WWW-Authenticate", "Bearer") };

    private static Dictionary<string, string> Header(string name, string value) => new() { [name] = value };

    private static async Task WriteAsync(HttpContext context, ControlReply reply)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers) response.Headers[name] = value;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        if (reply.Status is 204 or 304) return;
        if (reply.ContentType.Length > 0) response.ContentType = reply.ContentType;
        response.ContentLength = reply.Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(reply.Body, context.RequestAborted).ConfigureAwait(false);
    }
}
