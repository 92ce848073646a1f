using System.Text.Json;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Runtime.Rooms.Access;

namespace ConfEngine.Runtime.Rooms.Api;

/// <summary>How calls reach the rooms: who calls, from which seat, with which rights.</summary>
internal sealed class RoomCalls(RoomService rooms)
{
    // The rooms' own rules say how long a text may be, with the vendor's codes; a message holds no more than this anyway.
    private const int AnyLength = 256 * 1024;

    /// <summary>The rooms.</summary>
    public RoomService Rooms => rooms;

    /// <summary>A text that the rooms judge: any that was sent, even an empty one.</summary>
    public static string Text(RpcParams parameters, string name) => parameters.Text(name, AnyLength, 0);

    /// <summary>The same, null when it was not sent.</summary>
    public static string? TextOrNull(RpcParams parameters, string name) => parameters.TextOrNull(name, AnyLength, 0);

    /// <summary>What a participant wants.</summary>
    public ValueTask<Action<Utf8JsonWriter>?> DoAsync(IRpcPeer peer, Func<SessionId, RoomInput> input) =>
        FromSeatAsync(peer, (floor, session) => ErrorMapping.Check(floor.Take(input(session))));

    /// <summary>Something a participant does that is no input of the rooms alone.</summary>
    public async ValueTask<Action<Utf8JsonWriter>?> FromSeatAsync(IRpcPeer peer, Action<RoomFloor, SessionId> act)
    {
        var link = rooms.LinkOf(peer);
        await rooms.ActAsync(floor => act(floor, Heard(floor, link).Session)).ConfigureAwait(false);
        return null;
    }

    /// <summary>The same, with an answer.</summary>
    public Task<T> AskFromSeatAsync<T>(IRpcPeer peer, Func<RoomFloor, SessionId, T> question)
    {
        var link = rooms.LinkOf(peer);
        return rooms.AskAsync(floor => question(floor, Heard(floor, link).Session));
    }

    /// <summary>What somebody who runs a room wants: the operator in the room that is named, everybody else in the own one.</summary>
    public async ValueTask<Action<Utf8JsonWriter>?> ModerateAsync(IRpcPeer peer, RpcParams parameters, Func<SessionId, string, RoomInput> input)
    {
        var named = TextOrNull(parameters, "room");
        var link = rooms.LinkOf(peer);
        var isOperator = Principals.IsOperator(peer.Principal);
        await rooms.ActAsync(floor =>
        {
            if (link.Seat is null && isOperator && named is null)
                throw RpcException.InvalidParams("room", "room is missing: you are in no room yourself, name one");
            var session = isOperator && named is not null ? SessionId.Operator : Heard(floor, link).Session;
            ErrorMapping.Check(floor.Take(input(session, named ?? link.Seat!.Room.Value)));
        }).ConfigureAwait(false);
        return null;
    }

    /// <summary>Throws unless the client may do what the wall's own controller may.</summary>
    public static void RequireOperator(IRpcPeer peer)
    {
        if (!Principals.IsOperator(peer.Principal))
            throw RpcException.Refused("forbidden", "this needs the operator's rights: call from this machine, or with the operator's token");
    }

    // Every call is a sign of life, whatever becomes of it.
    private static Seat Heard(RoomFloor floor, PeerLink link)
    {
        if (link.Seat is not { } seat)
            throw ErrorMapping.Refusal(new RoomError(RoomErrorCode.NotLoggedIn, "", ZegoCode.NotLoggedIn, "this connection is in no room; log in first"));
        floor.Take(new Heartbeat(seat.Session));
        // Time passed in between, and may have been up.
        return link.Seat ?? throw ErrorMapping.Refusal(
            new RoomError(RoomErrorCode.NotLoggedIn, "", ZegoCode.NotLoggedIn, "this session is over; log in again"));
    }
}
