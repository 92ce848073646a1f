using System.Runtime.InteropServices;

namespace ConfEngine.Transport.Dtls;

/// <summary>What OpenSSL calls back. Plain arithmetic: an exception here would end the process.</summary>
internal static class DtlsCallbacks
{
    /// <summary>First repetition, in microseconds. OpenSSL's own second is long for somebody waiting in front of a screen.</summary>
    public const uint FirstTimeoutMicroseconds = 100_000;

    /// <summary>Repetitions never lie further apart.</summary>
    public const uint MaxTimeoutMicroseconds = 3_200_000;

    /// <summary>Self-signed certificates prove nothing to a chain; the fingerprint does, after the handshake and before any key is used.</summary>
    [UnmanagedCallersOnly]
    public static int AcceptAnyCertificate(int preverified, nint store) => 1;

    /// <summary>Doubles from <see cref="FirstTimeoutMicroseconds"/> (RFC 6347, section 4.2.4.1).</summary>
    [UnmanagedCallersOnly]
    public static uint NextTimeout(nint ssl, uint previous) => Next(previous);

    /// <summary>The same, for our own clock.</summary>
    public static uint Next(uint previous) =>
        previous == 0 ? FirstTimeoutMicroseconds : Math.Min(2 * previous, MaxTimeoutMicroseconds);
}
