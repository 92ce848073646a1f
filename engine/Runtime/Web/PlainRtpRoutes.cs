using ConfEngine.Conference.Members;
using ConfEngine.Conference.Streams;
using ConfEngine.Control.Http;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Peers.Negotiation;
using ConfEngine.Transport.Sdp;
using ConfEngine.Transport.Udp;

namespace ConfEngine.Runtime.Web;

/// <summary>Encoders on the LAN that send plain RTP: <c>POST /rooms/ROOM/rtp</c> with the encoder's SDP makes a participant, and the reply says
/// where to send. The query may name it: <c>user</c>, <c>name</c>, <c>stream</c>, <c>kind</c> and the room's <c>password</c>. It stays until it is
/// deleted, or has sent nothing for 100 s (<see cref="MediaNodeOptions.PlainPatience"/>).</summary>
public sealed class PlainRtpRoutes(HttpMediaSessions sessions, IPlainSockets sockets, IRandomSource random)
{
    private const string Leaf = "rtp";
    private const string EndpointMethods = "OPTIONS, POST";
    private const string SessionMethods = "DELETE, OPTIONS";

    /// <summary>Adds the handlers.</summary>
    public void AddTo(HttpRoutes routes)
    {
        routes.Add("POST", "/rooms/*", isPublic: false, PostAsync);
        routes.Add("DELETE", "/rooms/*", isPublic: false, DeleteAsync);
        routes.Add("OPTIONS", "/rooms/*", isPublic: true, (request, _) => ValueTask.FromResult(MediaRequest.Split(request.Rest) switch
        {
            [_, Leaf] => MediaRequest.Options(EndpointMethods),
            [_, Leaf, _] => MediaRequest.Options(SessionMethods),
            _ => Misplaced(request),
        }));
    }

    private async ValueTask<ControlReply> PostAsync(ControlRequest request, CancellationToken cancel)
    {
        if (MediaRequest.Split(request.Rest) is not [var room, Leaf]) return Misplaced(request);
        if (request.ContentType != MediaRequest.SdpType) return MediaRequest.WrongType(MediaRequest.SdpType, "Accept-Post");
        if (request.ReadText() is not { } text) return ControlReply.Error(400, "bad-sdp", "SDP: the text is not UTF-8");
        if (!PlainDescription.TryRead(text, out var sent, out var error)) return ControlReply.Error(400, "bad-sdp", error);
        try
        {
            return await EnterAsync(request, room, sent, cancel).ConfigureAwait(false);
        }
        catch (RpcException refusal)
        {
            return DoorErrors.ToReply(refusal.Error);
        }
        catch (IOException noWay)
        {
            return ControlReply.Error(503, "no-ports", noWay.Message);
        }
    }

    private async ValueTask<ControlReply> DeleteAsync(ControlRequest request, CancellationToken cancel)
    {
        if (MediaRequest.Split(request.Rest) is not [_, Leaf, _]) return Misplaced(request);
        return sessions.Find(request.Path) is { } session && await sessions.EndAsync(session).ConfigureAwait(false)
            ? new ControlReply(200, "", ReadOnlyMemory<byte>.Empty)
            : MediaRequest.NotFound("there is no such sender: it was deleted, or removed from the room");
    }

    private async Task<ControlReply> EnterAsync(ControlRequest request, string room, PlainDescription sent, CancellationToken cancel)
    {
        sessions.CheckRoom();
        var kind = request.AskKind(StreamKind.Other);
        var address = LocalAddresses.Towards(request.Remote);
        var given = $"rtp-{sessions.NextToken(4)}";
        var user = request.Ask("user") ?? given;
        var stream = request.Ask("stream") ?? given;
        var entry = new EntryRequest(room, user, request.Ask("name") ?? user, MemberRole.Attendee, request.Ask("password"));
        var session = await sessions.Door.EnterAsync(entry, cancel).ConfigureAwait(false);
        PlainRtpPorts ports;
        try
        {
            ports = await sockets.OpenAsync(address, sent.Media.Count).ConfigureAwait(false);
        }
        catch
        {
            await sessions.LeaveAsync(session).ConfigureAwait(false);
            throw;
        }

        var pairs = ports.Pairs.ToArray();
        var made = sessions.Add($"/rooms/{room}/{Leaf}", session, ufrag: "", release: () => sockets.Close(ports));
        try
        {
            await sessions.Door.PublishAsync(session, stream, kind, cancel).ConfigureAwait(false);
            var media = sent.Media.Zip(pairs, ToMedia).ToList();
            await sessions.Door.BindPlainAsync(session, new StreamKey(stream), media, cancel).ConfigureAwait(false);
            var where = pairs.Select(pair => (int)pair.Rtp.Port).ToList();
            return MediaRequest.Created(made, sent.WriteReply(random.NextSessionId(), address, where));
        }
        catch
        {
            await sessions.EndAsync(made).ConfigureAwait(false);
            throw;
        }
    }

    private static PlainMedia ToMedia(PlainSdpMedia line, PortPair ports) => new(
        line.Kind == "audio" ? TrackKind.Audio : TrackKind.Video,
        line.Codec.Name.ToUpperInvariant() switch
        {
            "VP8" => VideoCodec.Vp8,
            "VP9" => VideoCodec.Vp9,
            "H264" => VideoCodec.H264,
            "AV1" => VideoCodec.Av1,
            _ => null,
        },
        line.Codec.PayloadType, line.Codec.ClockRate, ports.RtpSocket, ports.RtcpSocket);

    private static ControlReply Misplaced(ControlRequest request) => MediaRequest.Split(request.Rest) switch
    {
        [_, Leaf] => MediaRequest.WrongMethod(EndpointMethods),
        [_, Leaf, _] => MediaRequest.WrongMethod(SessionMethods),
        _ => MediaRequest.NotFound("there is nothing at this address; post an encoder's SDP to /rooms/ROOM/rtp"),
    };
}
