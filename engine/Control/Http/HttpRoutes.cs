namespace ConfEngine.Control.Http;

/// <summary>Answers a request.</summary>
public delegate ValueTask<ControlReply> HttpHandler(ControlRequest request, CancellationToken cancel);

/// <summary>What the server answers over plain HTTP. Filled before it starts, read only from then on.</summary>
public sealed class HttpRoutes
{
    private readonly Dictionary<(string Method, string Path), Route> _exact = [];
    private readonly List<(string Method, string Prefix, Route Route)> _below = [];

    internal readonly record struct Route(HttpHandler Handle, bool IsPublic);

    /// <summary>A page that never changes.</summary>
    public void AddPage(string path, string contentType, byte[] body) =>
        Add("GET", path, isPublic: true, (_, _) => ValueTask.FromResult(new ControlReply(200, contentType, body)));

    /// <summary>A handler of one path, or of everything below it when it ends with a slash and <c>*</c>: <c>/join/*</c>.</summary>
    /// <param name="method">In capitals. HEAD is answered by GET's handler.</param>
    /// <param name="path">Beginning with a slash.</param>
    /// <param name="isPublic">True when anybody may; else the check at the door decides.</param>
    /// <param name="handler">What answers.</param>
    public void Add(string method, string path, bool isPublic, HttpHandler handler)
    {
        if (!path.StartsWith('/')) throw new ArgumentException($"'{path}' does not begin with a slash", nameof(path));
        var route = new Route(handler, isPublic);
        if (path.EndsWith("/*", StringComparison.Ordinal)) _below.Add((method, path[..^1], route));
        else if (!_exact.TryAdd((method, path), route)) throw new ArgumentException($"{method} {path} is already there", nameof(path));
    }

    /// <summary>The handler of the longest path that fits.</summary>
    internal bool TryFind(string method, string path, out Route route, out string rest)
    {
        rest = "";
        if (_exact.TryGetValue((method, path), out route)) return true;
        var length = 0;
        foreach (var (known, prefix, candidate) in _below)
            if (known == method && prefix.Length > length && path.Length > prefix.Length && path.StartsWith(prefix, StringComparison.Ordinal))
                (length, route) = (prefix.Length, candidate);
        if (length > 0) rest = path[length..];
        return length > 0;
    }

    /// <summary>The methods that this path knows, for the Allow header (RFC 9110, section 10.2.1).</summary>
    internal string[] Allowed(string path) =>
    [
        .. _exact.Keys.Select(key => key.Method).Concat(_below.Select(below => below.Method)).Distinct()
            .Where(method => TryFind(method, path, out _, out _)).Order(StringComparer.Ordinal),
    ];
}
