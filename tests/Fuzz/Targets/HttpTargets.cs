using System.Text;
using ConfEngine.Control.Http;

namespace ConfEngine.Fuzz.Targets;

internal static class HttpTargets
{
    /// <summary>Paths of requests: which handler gets them, and what it is told.</summary>
    public static FuzzTarget Paths()
    {
        var routes = new HttpRoutes();
        foreach (var path in new[] { "/", "/join/*", "/join-assets/*", "/wall.png" }) routes.Add("GET", path, path != "/wall.png", (_, _) => default);
        foreach (var path in new[] { "/whip/*", "/whep/*", "/rooms/*" })
            foreach (var method in new[] { "POST", "PATCH", "DELETE" })
                routes.Add(method, path, false, (_, _) => default);
        return new FuzzTarget("http-paths", [.. new[] { "GET /join/lobby", "POST /whip/lobby/7", "GET /join-assets/a/b.js", "DELETE /whep/lobby/x", "GET /" }.Select(Encoding.UTF8.GetBytes)], input =>
        {
            var text = Encoding.Latin1.GetString(input).Split(' ', 2);
            if (text.Length < 2) return 0;
            var allowed = routes.Allowed(text[1]);
            if (!routes.TryFind(text[0], text[1], out var route, out var rest))
            {
                Rules.Hold(!allowed.Contains(text[0]));
                return 1 + allowed.Length;
            }

            Rules.Hold(allowed.Contains(text[0]) && text[1].EndsWith(rest, StringComparison.Ordinal));
            // What lies behind the door stays there, whatever the path is made to look like.
            Rules.Hold(!route.IsPublic || text[0] == "GET" && (text[1] == "/" || text[1].StartsWith("/join", StringComparison.Ordinal)));
            return 16 + text[1].Length - rest.Length;
        }) { Iterations = 30_000, MostAllocated = 64 * 1024, Words = [.. new[] { "/", "..", "%2e", "*", "//", "/join/", "GET ", "POST " }.Select(Encoding.UTF8.GetBytes)] };
    }
}
