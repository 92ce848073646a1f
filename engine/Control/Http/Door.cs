using System.Net;
using Microsoft.AspNetCore.Http;

namespace ConfEngine.Control.Http;

/// <summary>Looks at a request before anything else does: host, origin, token.</summary>
/// <param name="options">Who may come in.</param>
internal sealed class Door(ControlOptions options)
{
    /// <summary>The subprotocol of /rpc.</summary>
    public const string Subprotocol = "confengine.rpc";

    // A page's script cannot set headers on a WebSocket, only subprotocols; a query would end up in logs.
    private const string TokenSubprotocol = "bearer.";

    /// <summary>Null when host and origin are fine. Without an Origin header it is no page of a browser.</summary>
    public ControlReply? RefuseStranger(HttpRequest request)
    {
        if (!IsOurs(request.Host.Host))
            return ControlReply.Error(403, "host", "this server does not go by that name: use its IP address, or a name it was started with");
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || options.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase)) return null;
        var own = $"{request.Scheme}://{request.Host.Value}";
        return string.Equals(origin, own, StringComparison.OrdinalIgnoreCase)
            ? null
            : ControlReply.Error(403, "origin", "pages of that origin may not call this server");
    }

    /// <summary>Who it is; null when nobody we know.</summary>
    public string? Check(HttpContext context) => options.Check(Token(context), Remote(context));

    /// <summary>Where it comes from.</summary>
    public static IPAddress Remote(HttpContext context)
    {
        var remote = context.Connection.RemoteIpAddress ?? IPAddress.None;
        return remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote;
    }

    private static string? Token(HttpContext context)
    {
        const string Scheme = "Bearer ";
        var header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return header[Scheme.Length..].Trim();
        if (!context.WebSockets.IsWebSocketRequest) return null;
        var protocol = context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault(p => p.StartsWith(TokenSubprotocol, StringComparison.Ordinal));
        return protocol?[TokenSubprotocol.Length..];
    }

    private bool IsOurs(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out _)
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || options.HostNames.Contains(host, StringComparer.OrdinalIgnoreCase);
}
