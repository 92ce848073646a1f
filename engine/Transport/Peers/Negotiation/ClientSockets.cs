using ConfEngine.Transport.Net;
using ConfEngine.Transport.Udp;

namespace ConfEngine.Transport.Peers.Negotiation;

/// <summary>The sockets that a client sends from.</summary>
/// <param name="First">Index of the first; the others follow it.</param>
/// <param name="Addresses">Where they are bound.</param>
public sealed record ClientSockets(int First, IReadOnlyList<UdpAddress> Addresses)
{
    /// <summary>All sockets that the port was opened with.</summary>
    public static ClientSockets All(UdpPort port) => new(0, port.Addresses);

    /// <summary>One of the sockets that the port was opened with, for one of many clients.</summary>
    public static ClientSockets One(UdpPort port, int socket) => new(socket, [port.Addresses[socket]]);
}
