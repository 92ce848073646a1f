namespace ConfEngine.Transport.Net;

/// <summary>Where datagrams leave.</summary>
public interface IDatagramSender
{
    /// <summary>Sends, or queues, a copy of a datagram. What the network does not take is lost, as on any network.</summary>
    void Send(ReadOnlySpan<byte> datagram, in NetworkPath path);
}
