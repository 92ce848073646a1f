namespace ConfEngine.Control.Client;

/// <summary>How a client connects, and what it takes from the server.</summary>
/// <param name="Server">Where.</param>
public sealed record RpcClientOptions(ServerUrl Server)
{
    /// <summary>What opens the door; null where none is needed. Never to be logged.</summary>
    public string? Token { get; init; } = Server.Token;

    /// <summary>Take any certificate. Only for this very machine, or where a person said so: somebody on the way could read the token.</summary>
    public bool TrustAny { get; init; }

    /// <summary>SHA-256 of the one certificate that is taken, 32 bytes; null asks the system's authorities.</summary>
    public ReadOnlyMemory<byte>? PinnedSha256 { get; init; }

    /// <summary>How long connecting may take.</summary>
    public TimeSpan ConnectDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a call may take. Above the server's own, whose error says more.</summary>
    public TimeSpan CallDeadline { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Bytes of UTF-8 in one message, either way.</summary>
    public int MessageBytes { get; init; } = 1024 * 1024;

    /// <summary>Calls not yet answered, and so messages waiting to be sent.</summary>
    public int CallsInFlight { get; init; } = 64;

    /// <summary>Notifications received and not yet taken.</summary>
    public int Notifications { get; init; } = 4096;
}
