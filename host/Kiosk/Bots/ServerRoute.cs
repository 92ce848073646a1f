using System.Net;
using System.Net.Sockets;
using ConfEngine.Control.Client;
using ConfEngine.Core.Media;

namespace ConfEngine.Kiosk.Bots;

/// <summary>Which of this machine's addresses leads to a server.</summary>
internal static class ServerRoute
{
    // Any port will do: nothing is sent.
    private const int DiscardPort = 9;

    /// <summary>The address that packets to the server's host leave from. IPv4 goes first, as media servers listen there in any case.</summary>
    /// <exception cref="MediaException">The name is unknown, or no way leads there.</exception>
    public static IPAddress LocalAddress(ServerUrl server)
    {
        var host = server.Base.Host.Trim('[', ']');
        try
        {
            var addresses = IPAddress.TryParse(host, out var given) ? [given] : Dns.GetHostAddresses(host);
            var target = addresses.OrderBy(address => address.AddressFamily == AddressFamily.InterNetworkV6).First();
            using var probe = new Socket(target.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            probe.Connect(target, DiscardPort);
            return ((IPEndPoint)probe.LocalEndPoint!).Address;
        }
        catch (SocketException e)
        {
            throw new MediaException(
                e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
                    ? $"{host} is no name that is known here: use the IP address"
                    : $"no way leads from here to {host} ({e.SocketErrorCode}): check the address and the network",
                e);
        }
    }
}
