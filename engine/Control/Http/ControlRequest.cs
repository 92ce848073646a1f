using System.Net;

namespace ConfEngine.Control.Http;

/// <summary>An HTTP request, as a handler sees it.</summary>
/// <param name="Method">In capitals: GET, POST, …</param>
/// <param name="Path">Decoded, beginning with a slash.</param>
/// <param name="Rest">For a handler of everything below a path: what follows it.</param>
/// <param name="ContentType">Without parameters, in small letters; empty when there was none.</param>
/// <param name="IfMatch">The If-Match header; empty when there was none.</param>
/// <param name="Body">Bounded by <see cref="ControlOptions.BodyBytes"/>.</param>
/// <param name="Remote">Where it came from.</param>
/// <param name="Principal">Who it came from; empty for a public handler.</param>
public sealed record ControlRequest(
    string Method, string Path, string Rest, string ContentType, string IfMatch, ReadOnlyMemory<byte> Body, IPAddress Remote, string Principal)
{
    /// <summary>What follows the question mark, decoded: of a name that comes twice the last value.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();
}
