using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Udp;

/// <summary>Stands between a port and its handler and makes the network between them bad, in both directions.</summary>
/// <param name="handler">Who really handles the datagrams.</param>
/// <param name="inbound">What happens to datagrams on their way in.</param>
/// <param name="outbound">What happens to datagrams on their way out.</param>
public sealed class ImpairedHandler(IDatagramHandler handler, Impairment inbound, Impairment outbound) : IDatagramHandler
{
    private readonly Outlet _outlet = new(outbound);

    /// <inheritdoc/>
    public void OnDatagram(Span<byte> datagram, in NetworkPath path, Instant arrival) => inbound.Offer(datagram, path, arrival);

    /// <inheritdoc/>
    public Instant? OnTurn(Instant now, IDatagramSender sender)
    {
        while (inbound.TryTake(now, out var datagram, out var path, out var arrival)) handler.OnDatagram(datagram, path, arrival);
        _outlet.Now = now;
        var next = handler.OnTurn(now, _outlet);
        while (outbound.TryTake(now, out var datagram, out var path, out _)) sender.Send(datagram, path);
        return Earlier(next, Earlier(inbound.NextDeadline, outbound.NextDeadline));
    }

    private static Instant? Earlier(Instant? left, Instant? right) =>
        left is { } first && right is { } second ? (first < second ? first : second) : left ?? right;

    private sealed class Outlet(Impairment outbound) : IDatagramSender
    {
        public Instant Now { get; set; }

        public void Send(ReadOnlySpan<byte> datagram, in NetworkPath path) => outbound.Offer(datagram, path, Now);
    }
}
