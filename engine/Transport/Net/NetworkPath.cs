namespace ConfEngine.Transport.Net;

/// <summary>Which way a datagram takes: out of or into which of our sockets, and to or from whom.</summary>
/// <param name="Socket">Index of the local socket, one per advertised address.</param>
/// <param name="Remote">The other end.</param>
public readonly record struct NetworkPath(int Socket, UdpAddress Remote);
