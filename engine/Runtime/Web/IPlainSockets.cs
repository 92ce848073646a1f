using System.Net;
using ConfEngine.Transport.Udp;

namespace ConfEngine.Runtime.Web;

/// <summary>Opens sockets for encoders of plain RTP. May be called from any thread.</summary>
public interface IPlainSockets
{
    /// <summary>Opens a pair of ports for each track.</summary>
    /// <exception cref="Control.JsonRpc.RpcException">None can be had: <c>no-ports</c>, or <c>busy</c>.</exception>
    Task<PlainRtpPorts> OpenAsync(IPAddress address, int count);

    /// <summary>Closes them.</summary>
    void Close(PlainRtpPorts ports);
}
