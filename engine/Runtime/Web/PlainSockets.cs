using System.Net;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Transport.Peers.Negotiation;
using ConfEngine.Transport.Udp;

namespace ConfEngine.Runtime.Web;

/// <summary>The sockets of the node's own network thread, which opens and closes them.</summary>
/// <param name="node">Whose thread it is.</param>
/// <param name="port">Whose sockets they become.</param>
public sealed class PlainSockets(IMediaNode node, UdpPort port) : IPlainSockets
{
    private readonly NodeCommands _commands = new(node);
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public Task<PlainRtpPorts> OpenAsync(IPAddress address, int count)
    {
        // Whoever waits goes on elsewhere: the network thread has media to move.
        var opened = new TaskCompletionSource<PlainRtpPorts>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isTaken = Post(_ =>
        {
            if (PlainRtpPorts.TryOpen(port, address, count, out var ports)) opened.SetResult(ports);
            else opened.SetException(RpcException.Refused("no-ports", $"no free pair of UDP ports on {address}: end a sender that is not needed"));
        });
        return isTaken ? opened.Task : throw RpcException.Refused("busy", "the media node is behind: try again in a moment");
    }

    /// <inheritdoc/>
    public void Close(PlainRtpPorts ports)
    {
        lock (_gate) _commands.Post(_ => ports.Close());
    }

    private bool Post(Action<IMediaNode> command)
    {
        lock (_gate) return _commands.TryPost(command);
    }
}
