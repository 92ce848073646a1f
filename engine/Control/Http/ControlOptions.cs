using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace ConfEngine.Control.Http;

/// <summary>Decides whether a request may come in.</summary>
/// <param name="bearerToken">The token it came with, or null. Never to be logged.</param>
/// <param name="remote">Where it came from.</param>
/// <returns>Who it is; null refuses.</returns>
public delegate string? DoorCheck(string? bearerToken, IPAddress remote);

/// <summary>How the server is set up.</summary>
public sealed record ControlOptions
{
    /// <summary>Where it listens.</summary>
    public IReadOnlyList<ListenAddress> Listen { get; init; } = [new(new IPEndPoint(IPAddress.Loopback, 8080), false)];

    /// <summary>With its private key; needed as soon as one address is secure.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Who may call methods and handlers that are not public. By default whoever sits at this machine.</summary>
    public DoorCheck Check { get; init; } = static (_, remote) => IPAddress.IsLoopback(remote) ? "local" : null;

    /// <summary>Names that clients may know this machine by, besides its IP addresses and localhost. A page elsewhere whose name is made to
    /// point here must not get in (DNS rebinding).</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>Origins of pages elsewhere that may call, such as <c>https://controller.example</c>.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Bytes in a request's body.</summary>
    public int BodyBytes { get; init; } = 256 * 1024;

    /// <summary>Connections at a time, WebSockets included.</summary>
    public int Connections { get; init; } = 512;

    /// <summary>WebSockets at a time.</summary>
    public int WebSockets { get; init; } = 256;
}
