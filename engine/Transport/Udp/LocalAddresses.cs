using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace ConfEngine.Transport.Udp;

/// <summary>Which of this machine's addresses peers can use.</summary>
public static class LocalAddresses
{
    /// <summary>The addresses of interfaces that are up, IPv4 before IPv6, and the loopback address last: browsers on this machine use it,
    /// other programs refuse it. Link-local IPv6 addresses are left out, for a candidate cannot say which link.</summary>
    public static IReadOnlyList<IPAddress> Find() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(card => card.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
        .SelectMany(card => card.GetIPProperties().UnicastAddresses)
        .Select(unicast => unicast.Address)
        .Where(address => !IPAddress.IsLoopback(address) && address is { IsIPv6LinkLocal: false, IsIPv6Multicast: false })
        .Distinct()
        .OrderBy(address => address.AddressFamily == AddressFamily.InterNetworkV6)
        .Append(IPAddress.Loopback)
        .ToList();

    /// <summary>The address of this machine that <paramref name="remote"/> reaches us by: that from which the way to it leads.</summary>
    /// <exception cref="IOException">There is no way to it.</exception>
    public static IPAddress Towards(IPAddress remote)
    {
        try
        {
            using var probe = new Socket(remote.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            // Sends nothing; the port is of no consequence.
            probe.Connect(remote, 9);
            return ((IPEndPoint)probe.LocalEndPoint!).Address;
        }
        catch (SocketException exception)
        {
            throw new IOException($"there is no way to {remote} ({exception.SocketErrorCode})", exception);
        }
    }
}
