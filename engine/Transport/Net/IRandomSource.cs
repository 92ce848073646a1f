using System.Security.Cryptography;

namespace ConfEngine.Transport.Net;

/// <summary>Where ufrags, passwords, transaction ids and tie-breakers come from, so that a simulation can repeat itself from a seed.</summary>
public interface IRandomSource
{
    /// <summary>Fills <paramref name="destination"/> with random bytes.</summary>
    void Fill(Span<byte> destination);
}

/// <summary>The operating system's generator: what everything but a test uses.</summary>
public sealed class SecureRandomSource : IRandomSource
{
    /// <inheritdoc/>
    public void Fill(Span<byte> destination) => RandomNumberGenerator.Fill(destination);
}
