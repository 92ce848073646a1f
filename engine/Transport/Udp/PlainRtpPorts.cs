using System.Net;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Udp;

/// <summary>Two sockets for one track of plain RTP: an even port for RTP and the odd one above it for RTCP (RFC 3550, section 11).</summary>
/// <param name="RtpSocket">Index of the socket for RTP.</param>
/// <param name="RtcpSocket">Index of the socket for RTCP.</param>
/// <param name="Rtp">Where RTP is to be sent.</param>
public readonly record struct PortPair(int RtpSocket, int RtcpSocket, UdpAddress Rtp);

/// <summary>The socket pairs of one encoder. All calls on the network thread.</summary>
public sealed class PlainRtpPorts
{
    private const int Tries = 32;

    private readonly UdpPort _port;
    private readonly List<PortPair> _pairs = [];

    private PlainRtpPorts(UdpPort port) => _port = port;

    /// <summary>One a track.</summary>
    public IReadOnlyList<PortPair> Pairs => _pairs;

    /// <summary>Opens pairs on free ports.</summary>
    /// <param name="port">Whose sockets they become.</param>
    /// <param name="address">Of this machine: where the encoder is to send.</param>
    /// <param name="count">How many pairs.</param>
    /// <param name="ports">What was opened.</param>
    /// <returns>False when there are no such ports, or the address is none of this machine's; nothing stays open then.</returns>
    public static bool TryOpen(UdpPort port, IPAddress address, int count, out PlainRtpPorts ports)
    {
        ports = new PlainRtpPorts(port);
        for (var i = 0; i < count; i++)
        {
            if (ports.TryOpenPair(address)) continue;
            ports.Close();
            return false;
        }

        return true;
    }

    /// <summary>Closes all of them.</summary>
    public void Close()
    {
        foreach (var pair in _pairs)
        {
            _port.RemoveSocket(pair.RtpSocket);
            _port.RemoveSocket(pair.RtcpSocket);
        }

        _pairs.Clear();
    }

    // The system gives any free port; with luck its neighbour is free too.
    private bool TryOpenPair(IPAddress address)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (!_port.TryAddSocket(address, 0, out var first)) return false;
            var given = _port.AddressOf(first).Port;
            if (_port.TryAddSocket(address, given ^ 1, out var second))
            {
                var (even, odd) = given % 2 == 0 ? (first, second) : (second, first);
                _pairs.Add(new PortPair(even, odd, _port.AddressOf(even)));
                return true;
            }

            _port.RemoveSocket(first);
        }

        return false;
    }
}
