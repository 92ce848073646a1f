using System.Net;
using ConfEngine.Conference;
using ConfEngine.Control.Http;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Rooms;
using ConfEngine.Runtime.Rooms.Api;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Peers.Negotiation;
using ConfEngine.Transport.Udp;

namespace ConfEngine.Kiosk.Bench.Network;

/// <summary>Rooms and forwarding without a wall: what a kiosk does for its participants, and nothing else, so that this alone is measured.
/// It listens on loopback only, on free ports, and makes rooms as they are entered.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    private readonly DtlsContext _dtls;
    private readonly RoomService _rooms;
    private readonly MediaNode _node;
    private readonly UdpPort _port;
    private readonly ControlServer _control;

    private BareServer(DtlsContext dtls, RoomService rooms, MediaNode node, UdpPort port, ControlServer control) =>
        (_dtls, _rooms, _node, _port, _control) = (dtls, rooms, node, port, control);

    /// <summary>Where it listens.</summary>
    public Uri Url => _control.Addresses[0];

    /// <summary>Starts.</summary>
    /// <exception cref="MediaException">It cannot listen.</exception>
    public static async Task<BareServer> StartAsync(IClock clock, CancellationToken cancel)
    {
        var dtls = new DtlsContext(DtlsCertificate.Create(clock.WallNow));
        var rooms = new RoomService(new RoomOptions(), clock, Report);
        var node = new MediaNode(new MediaNodeOptions(), rooms, new SecureRandomSource());
        var port = UdpPort.Open([IPAddress.Loopback], 0, node, clock);
        node.Wake = port.Wake;
        var commands = new NodeCommands(node);
        var candidates = port.Addresses.Select((address, i) => IceCandidate.Host(i, address)).ToList();
        rooms.Attach(new MediaLinks(commands, new PeerServer(commands, dtls, candidates, new SecureRandomSource()), new PeerIds()));
        rooms.Start();
        port.Start();
        var methods = new MethodTable();
        RoomApi.AddTo(methods, rooms);
        var dispatcher = new RpcDispatcher(methods, new RpcLimits(), new RpcStatistics(), Report);
        var options = new ControlOptions { Listen = [new ListenAddress(new IPEndPoint(IPAddress.Loopback, 0), false)] };
        var control = await ControlServer.StartAsync(options, new HttpRoutes(), dispatcher, cancel);
        return new BareServer(dtls, rooms, node, port, control);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _control.DisposeAsync();
        _rooms.Dispose();
        _port.Dispose();
        _node.Dispose();
        _dtls.Dispose();
    }

    private static void Report(string where, Exception cause) => Console.Error.WriteLine($"{where}: {cause.Message}");
}
