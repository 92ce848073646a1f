using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace ConfEngine.Control.Http;

/// <summary>Where the server listens.</summary>
/// <param name="Endpoint">Address and port; port 0 lets the system choose.</param>
/// <param name="IsSecure">TLS.</param>
public sealed record ListenAddress(IPEndPoint Endpoint, bool IsSecure)
{
    /// <summary>What <see cref="TryParse"/> takes, for a message.</summary>
    public const string Form = "[http://|https://]HOST:PORT, where HOST is an IP address, localhost, or * for every IPv4 address";

    /// <summary>Reads <see cref="Form"/>. IPv6 addresses stand in brackets.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ListenAddress? address)
    {
        address = null;
        var secure = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        var rest = secure ? text[8..] : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? text[7..] : text;
        rest = rest.EndsWith('/') ? rest[..^1] : rest;
        var colon = rest.LastIndexOf(':');
        if (colon < 1 || !ushort.TryParse(rest[(colon + 1)..], System.Globalization.NumberStyles.None, null, out var port)) return false;
        if (!TryParseHost(rest[..colon], out var host)) return false;
        address = new ListenAddress(new IPEndPoint(host, port), secure);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{(IsSecure ? "https" : "http")}://{Endpoint}";

    private static bool TryParseHost(string host, [NotNullWhen(true)] out IPAddress? address)
    {
        address = host == "*" ? IPAddress.Any : host == "localhost" ? IPAddress.Loopback : null;
        if (address is not null) return true;
        var bracketed = host.StartsWith('[') && host.EndsWith(']');
        return IPAddress.TryParse(bracketed ? host[1..^1] : host, out address) && bracketed == host.Contains(':');
    }
}
