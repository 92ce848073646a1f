using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace ConfEngine.Control.Client;

/// <summary>The address of a kiosk, as a person types or copies it. The address of a join page is taken too, with the room and the token in it.</summary>
/// <param name="Base">Scheme, host and port: <c>http://192.0.2.7:8080/</c>.</param>
/// <param name="Room">The room of a join page's address; null otherwise.</param>
/// <param name="Token">The token behind the number sign of a join page's address; null otherwise. Never to be logged.</param>
public sealed record ServerUrl(Uri Base, string? Room, string? Token)
{
    /// <summary>What <see cref="TryParse"/> takes, for a message.</summary>
    public const string Form = "http://HOST:PORT or https://HOST:PORT";

    private const string JoinPath = "/join/";
    private const string TokenMark = "#t=";

    /// <summary>The address of JSON-RPC.</summary>
    public Uri Rpc => new UriBuilder(Base) { Scheme = IsSecure ? "wss" : "ws", Path = "/rpc" }.Uri;

    /// <summary>TLS.</summary>
    public bool IsSecure => Base.Scheme == Uri.UriSchemeHttps;

    /// <summary>The server is on this machine.</summary>
    public bool IsLoopback => Base.IsLoopback || (IPAddress.TryParse(Base.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Reads an address; without a scheme it is <c>http</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ServerUrl? url)
    {
        url = null;
        var full = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        if (!Uri.TryCreate(full, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.UserInfo.Length > 0) return false;
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) return false;
        var room = uri.AbsolutePath.StartsWith(JoinPath, StringComparison.Ordinal) ? Uri.UnescapeDataString(uri.AbsolutePath[JoinPath.Length..].TrimEnd('/')) : "";
        var token = uri.Fragment.StartsWith(TokenMark, StringComparison.Ordinal) ? uri.Fragment[TokenMark.Length..] : "";
        url = new ServerUrl(new Uri(uri.GetLeftPart(UriPartial.Authority) + "/"), room.Length > 0 ? room : null, token.Length > 0 ? token : null);
        return true;
    }

    /// <summary>Scheme, host and port, without a token.</summary>
    public override string ToString() => Base.GetLeftPart(UriPartial.Authority);
}
