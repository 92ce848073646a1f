using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Rooms;
using ConfEngine.Runtime.Rooms.Access;
using ConfEngine.Runtime.Web;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Peers.Negotiation;
using ConfEngine.Transport.Udp;

namespace ConfEngine.Kiosk.Rooms;

/// <summary>What a <see cref="RoomServer"/> is made of before anybody can reach it.</summary>
internal sealed record RoomParts(StateFolder State, GuestCode Code, DoorGuard Door, RoomService Rooms, MediaNode Node, UdpPort Port, DtlsContext Dtls) : IDisposable
{
    /// <summary>Opens the media port and starts the rooms.</summary>
    /// <exception cref="MediaException">A port is taken, or the state folder cannot be written.</exception>
    public static RoomParts Open(RoomRequest request, IClock clock, Action<string, Exception> onFault)
    {
        var state = StateFolder.Open(request.State);
        var code = GuestCode.LoadOrCreate(state);
        var random = new SecureRandomSource();
        var rooms = new RoomService(RoomService.Unattended, clock, onFault);
        var node = new MediaNode(new MediaNodeOptions(), rooms, random);
        UdpPort? port = null;
        try
        {
            port = OpenPort(request.RtcPort, node, clock);
            node.Wake = port.Wake;
            var dtls = new DtlsContext(Keep(state, clock));
            // One for both, so that what they ask stays in order when the node is behind.
            var commands = new NodeCommands(node);
            var server = new PeerServer(commands, dtls, [.. port.Addresses.Select((address, index) => IceCandidate.Host(index, address))], random);
            rooms.Attach(new MediaLinks(commands, server, new PeerIds()));
            port.Start();
            rooms.Start();
            return new RoomParts(state, code, new DoorGuard(code, OperatorToken.LoadOrCreate(state), clock), rooms, node, port, dtls);
        }
        catch
        {
            port?.Dispose();
            node.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Rooms.Dispose();
        Port.Dispose();
        Node.Dispose();
        Dtls.Dispose();
    }

    private static UdpPort OpenPort(int port, MediaNode node, IClock clock)
    {
        try
        {
            return UdpPort.Open(LocalAddresses.Find(), port, node, clock);
        }
        catch (IOException exception)
        {
            throw new MediaException($"{exception.Message} (--rtc-port N)", exception);
        }
    }

    private static DtlsCertificate Keep(StateFolder state, IClock clock)
    {
        try
        {
            return DtlsCertificate.LoadOrCreate(state.Path, clock.WallNow);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"cannot keep a certificate in {state.Path}: {exception.Message}; name another folder with --state DIR", exception);
        }
    }
}
