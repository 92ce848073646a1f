using System.Reflection;
using System.Text;
using ConfEngine.Conference.Identity;
using ConfEngine.Control.Http;

namespace ConfEngine.Kiosk.Web;

/// <summary>The browser participant: one page for any room, and its files, which travel inside the program.</summary>
internal static class JoinPages
{
    /// <summary>The page asks here whether its token is good, for a browser does not say why a WebSocket was refused.</summary>
    public const string DoorPath = "/join-door";

    private const string Page = "index.html";
    private const string ResourcePrefix = "join/";

    private static readonly Dictionary<string, string> s_contentTypes = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    // Everything from this origin and nothing inline: a name or a chat line that got into the page as markup would still run nothing.
    private static readonly Dictionary<string, string> s_pageHeaders = new(StringComparer.Ordinal)
    {
        ["Content-Security-Policy"] = string.Join("; ",
            "default-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "media-src 'self' blob:", "connect-src 'self' ws: wss:",
            "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"),
        ["Permissions-Policy"] = string.Join(", ",
            "camera=(self)", "microphone=(self)", "display-capture=(self)", "speaker-selection=(self)", "autoplay=(self)", "fullscreen=(self)",
            "geolocation=()", "payment=()", "usb=()", "serial=()", "bluetooth=()", "midi=()"),
        ["Referrer-Policy"] = "same-origin",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
    };

    private static readonly Dictionary<string, string> s_fileHeaders = new(StringComparer.Ordinal) { ["Cross-Origin-Resource-Policy"] = "same-origin" };

    /// <summary>Adds <c>/</c>, <c>/join/ROOM</c>, <c>/join-assets/FILE</c> and <see cref="DoorPath"/>.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="defaultRoom">Where <c>/</c> leads.</param>
    public static void AddTo(HttpRoutes routes, string defaultRoom)
    {
        var files = Files();
        var page = new ControlReply(200, s_contentTypes[".html"], files[Page].Body) { Headers = s_pageHeaders };
        files.Remove(Page);
        var toDefault = new ControlReply(302, "", default)
        {
            Headers = new Dictionary<string, string> { ["Location"] = $"/join/{Uri.EscapeDataString(defaultRoom)}" },
        };
        Add(routes, "/", isPublic: true, _ => toDefault);
        Add(routes, "/join/*", isPublic: true, request => RoomId.TryParse(request.Rest, out _, out _) ? page : NoRoom());
        Add(routes, "/join-assets/*", isPublic: true, request => files.TryGetValue(request.Rest, out var file) ? file : NoFile());
        Add(routes, DoorPath, isPublic: false, _ => new ControlReply(204, "", default));
    }

    private static void Add(HttpRoutes routes, string path, bool isPublic, Func<ControlRequest, ControlReply> answer) =>
        routes.Add("GET", path, isPublic, (request, _) => ValueTask.FromResult(answer(request)));

    private static Dictionary<string, ControlReply> Files()
    {
        var assembly = typeof(JoinPages).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .ToDictionary(name => name[ResourcePrefix.Length..], name => File(assembly, name), StringComparer.Ordinal);
    }

    private static ControlReply File(Assembly assembly, string name)
    {
        using var resource = assembly.GetManifestResourceStream(name)!;
        var body = new byte[resource.Length];
        resource.ReadExactly(body);
        return new ControlReply(200, s_contentTypes[Path.GetExtension(name)], body) { Headers = s_fileHeaders };
    }

    private static ControlReply NoRoom() => new(404, "text/plain; charset=utf-8",
        Encoding.UTF8.GetBytes($"No room can have this name: use at most {RoomId.MaxBytes} letters, digits and signs. Check the address.\n"));

    private static ControlReply NoFile() => ControlReply.Error(404, "not-found", "the join page has no such file");
}
