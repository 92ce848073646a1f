using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Udp;

/// <summary>What the network thread drives: everything that belongs to it lives behind this, without a lock.</summary>
public interface IDatagramHandler
{
    /// <summary>Takes one datagram.</summary>
    /// <param name="datagram">May be written to; gone after the call.</param>
    /// <param name="path">Which socket it came in by, and from whom.</param>
    /// <param name="arrival">When the kernel received it.</param>
    void OnDatagram(Span<byte> datagram, in NetworkPath path, Instant arrival);

    /// <summary>Called after every batch, at every deadline and after every <see cref="UdpPort.Wake"/>: do what is due, send what waits.</summary>
    /// <returns>When to be called at the latest; null for no deadline.</returns>
    Instant? OnTurn(Instant now, IDatagramSender sender);
}
