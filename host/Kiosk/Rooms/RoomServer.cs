using System.Net;
using ConfEngine.Conference.Identity;
using ConfEngine.Control.Http;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Invitations;
using ConfEngine.Kiosk.Web;
using ConfEngine.Runtime.Live;
using ConfEngine.Runtime.Outputs;
using ConfEngine.Runtime.Rooms;
using ConfEngine.Runtime.Rooms.Access;
using ConfEngine.Runtime.Rooms.Api;
using ConfEngine.Runtime.Web;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Peers.Negotiation;
using ConfEngine.Transport.Udp;

namespace ConfEngine.Kiosk.Rooms;

/// <summary>A room that people can walk into: media port, rooms, pages and calls, put together in the order in which they need each other and taken apart
/// in the opposite one.</summary>
internal sealed class RoomServer : IAsyncDisposable
{
    private readonly RoomRequest _request;
    private readonly RoomService _rooms;
    private readonly UdpPort _port;
    private readonly DtlsContext _dtls;
    private readonly ControlServer _control;
    private readonly string _guestCode;

    private RoomServer(RoomRequest request, RoomParts parts, ControlServer control)
    {
        (_request, _rooms, Node, _port, _dtls, _control) = (request, parts.Rooms, parts.Node, parts.Port, parts.Dtls, control);
        _guestCode = parts.Code.Text;
        Room = parts.Rooms.Watch(RoomId.Parse(request.Room));
        var listening = control.Addresses.Zip(request.Listen, (bound, asked) => asked with { Endpoint = new IPEndPoint(asked.Endpoint.Address, bound.Port) });
        Addresses = PublicAddresses.Of(listening, request.HostNames, LocalAddresses.Find());
    }

    /// <summary>The room that is shown.</summary>
    public RoomView Room { get; }

    /// <summary>All rooms.</summary>
    public RoomService Rooms => _rooms;

    /// <summary>The media of all peers.</summary>
    public MediaNode Node { get; }

    /// <summary>The streams for the wall.</summary>
    public IStreamWatch Streams => new NodeStreams(Node);

    /// <summary>Where browsers find the pages, best first.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    /// <summary>The address that people are shown.</summary>
    public Uri JoinAddress => new(Addresses[0], $"join/{Uri.EscapeDataString(_request.Room)}");

    /// <summary>What the wall shows of it. Who sits at this machine needs no code.</summary>
    public Invitation Invitation
    {
        get
        {
            var code = Addresses[0].IsLoopback ? "" : _guestCode;
            var link = code.Length == 0 ? JoinAddress.ToString() : $"{JoinAddress}#t={code}";
            return new Invitation($"Join {_request.Room}", Addresses[0].ToString().TrimEnd('/'), code, link);
        }
    }

    /// <summary>Where media comes in.</summary>
    public IReadOnlyList<UdpAddress> MediaAddresses => _port.Addresses;

    /// <summary>Opens everything; what is open already is closed when a later step fails.</summary>
    /// <exception cref="MediaException">A port is taken, a folder cannot be written, a certificate is no good.</exception>
    public static async Task<RoomServer> StartAsync(RoomRequest request, WallPicture picture, IClock clock, Action<MethodTable> more, Action<string, Exception> onFault)
    {
        var parts = RoomParts.Open(request, clock, onFault);
        try
        {
            await parts.Rooms.OpenRoomAsync(RoomId.Parse(request.Room), RoomService.UnattendedRoom).ConfigureAwait(false);
            var methods = new MethodTable();
            RoomApi.AddTo(methods, parts.Rooms);
            more(methods);
            var control = await ControlServer.StartAsync(
                Options(request, parts, clock), Routes(request, parts, picture),
                new RpcDispatcher(methods, new RpcLimits(), new RpcStatistics(), onFault), CancellationToken.None).ConfigureAwait(false);
            return new RoomServer(request, parts, control);
        }
        catch
        {
            parts.Dispose();
            throw;
        }
    }

    /// <summary>Says goodbye to everybody and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _control.DisposeAsync().ConfigureAwait(false);
        _rooms.Dispose();
        _port.Dispose();
        Node.Dispose();
        _dtls.Dispose();
    }

    private static ControlOptions Options(RoomRequest request, RoomParts parts, IClock clock) => new()
    {
        Listen = request.Listen,
        Certificate = Certificate(request, parts.State, clock),
        Check = parts.Door.Check,
        HostNames = [.. request.HostNames, Dns.GetHostName(), $"{Dns.GetHostName()}.local"],
    };

    private static System.Security.Cryptography.X509Certificates.X509Certificate2? Certificate(RoomRequest request, StateFolder state, IClock clock)
    {
        if (!request.Listen.Any(address => address.IsSecure)) return null;
        return request is { TlsCertificate: { } certificate, TlsKey: { } key }
            ? TlsCertificate.Load(certificate, key, clock.WallNow)
            : TlsCertificate.LoadOrCreate(state, [.. request.HostNames, Dns.GetHostName(), $"{Dns.GetHostName()}.local"], [.. LocalAddresses.Find()], clock.WallNow);
    }

    private static HttpRoutes Routes(RoomRequest request, RoomParts parts, WallPicture picture)
    {
        var routes = new HttpRoutes();
        var random = new SecureRandomSource();
        var sessions = new HttpMediaSessions(parts.Rooms, random);
        JoinPages.AddTo(routes, request.Room);
        new WhipRoutes(sessions).AddTo(routes);
        new WhepRoutes(sessions).AddTo(routes);
        new PlainRtpRoutes(sessions, new PlainSockets(parts.Node, parts.Port), random).AddTo(routes);
        routes.Add("GET", "/wall.png", isPublic: false, async (_, cancel) => await picture.TakeAsync(cancel).ConfigureAwait(false) is { } png
            ? new ControlReply(200, "image/png", png)
            : ControlReply.Error(503, "busy", "too many ask for the wall at a time; try again"));
        return routes;
    }
}
