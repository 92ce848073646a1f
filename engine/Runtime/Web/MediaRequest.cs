using System.Text;
using ConfEngine.Conference.Streams;
using ConfEngine.Control.Http;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Runtime.Web;

/// <summary>What the requests of HTTP senders and players have in common.</summary>
internal static class MediaRequest
{
    /// <summary>Of descriptions.</summary>
    public const string SdpType = "application/sdp";

    /// <summary>Of parts of descriptions (RFC 8840).</summary>
    public const string FragmentType = "application/trickle-ice-sdpfrag";

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The parts of what follows the handler's path; null when one is empty, as in "room//x".</summary>
    public static string[]? Split(string rest)
    {
        var parts = rest.Split('/');
        return Array.Exists(parts, part => part.Length == 0) ? null : parts;
    }

    /// <summary>A parameter of the query; null when it is not there or empty.</summary>
    public static string? Ask(this ControlRequest request, string name) =>
        request.Query.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>The kind of stream that the query names.</summary>
    /// <exception cref="RpcException">It names none that there is.</exception>
    public static StreamKind AskKind(this ControlRequest request, StreamKind usual) => request.Ask("kind") switch
    {
        null => usual,
        "camera" => StreamKind.Camera,
        "screen" => StreamKind.Screen,
        "other" => StreamKind.Other,
        _ => throw RpcException.InvalidParams("kind", "kind must be camera, screen or other"),
    };

    /// <summary>The body as text; null when it is not UTF-8.</summary>
    public static string? ReadText(this ControlRequest request)
    {
        try
        {
            return s_utf8.GetString(request.Body.Span);
        }
        catch (DecoderFallbackException)
        {
            // Refused by the caller.
            return null;
        }
    }

    /// <summary>An address as it stands in a Location header.</summary>
    public static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    public static ControlReply NotFound(string what) => ControlReply.Error(404, "not-found", what);

    public static ControlReply WrongMethod(string allowed) =>
        ControlReply.Error(405, "method", $"this address takes {allowed}") with { Headers = new Dictionary<string, string> { ["Allow"] = allowed } };

    public static ControlReply WrongType(string accepted, string header) =>
        ControlReply.Error(415, "content-type", $"send {accepted} as Content-Type") with { Headers = new Dictionary<string, string> { [header] = accepted } };

    /// <summary>Created, with a description.</summary>
    public static ControlReply Created(HttpMediaSession session, string sdp)
    {
        var headers = new Dictionary<string, string> { ["Location"] = Escape(session.Path) };
        if (session.Ufrag.Length > 0) headers["ETag"] = session.Tag;
        return new ControlReply(201, SdpType, Encoding.UTF8.GetBytes(sdp)) { Headers = headers };
    }

    /// <summary>What an endpoint takes, for whoever asks before (RFC 9725, section 4.2).</summary>
    public static ControlReply Options(string allowed) => new(204, "", ReadOnlyMemory<byte>.Empty)
    {
        Headers = new Dictionary<string, string> { ["Allow"] = allowed, ["Accept-Post"] = SdpType },
    };
}
