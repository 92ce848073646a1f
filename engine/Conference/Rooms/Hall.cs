using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Streams;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Rooms;

/// <summary>All rooms, the indexes across them, and the effects of the input at hand.</summary>
internal sealed class Hall(RoomOptions options)
{
    public RoomOptions Options { get; } = options;

    public Instant Now { get; set; } = new(long.MinValue);

    public Dictionary<RoomId, Room> Rooms { get; } = [];

    /// <summary>Members and those who wait, by their present session.</summary>
    public Dictionary<SessionId, Member> Sessions { get; } = [];

    /// <summary>Published or asked for, in all rooms: stream ids are unique across them.</summary>
    public Dictionary<StreamId, LiveStream> Streams { get; } = [];

    public List<RoomEffect> Effects { get; } = [];

    /// <summary>False when the session is in no room; one that waits is in none yet.</summary>
    public bool TryMember(SessionId session, [NotNullWhen(true)] out Member? member, [NotNullWhen(false)] out RoomError? error)
    {
        var isIn = Sessions.TryGetValue(session, out member) && !member.IsWaiting;
        error = isIn ? null : new RoomError(RoomErrorCode.NotLoggedIn, "", ZegoCode.NotLoggedIn, "this session is in no room; log in first");
        if (!isIn) member = null;
        return isIn;
    }

    public bool TryRoom(string? text, [NotNullWhen(true)] out Room? room, [NotNullWhen(false)] out RoomError? error)
    {
        room = null;
        if (!RoomId.TryParse(text, out var id, out error)) return false;
        if (Rooms.TryGetValue(id, out room)) return true;
        error = new RoomError(RoomErrorCode.UnknownRoom, "roomId", ZegoCode.UnknownRoom, $"there is no room {id}; open it first");
        return false;
    }

    public void Tell(Member member, RoomEvent what)
    {
        if (member.IsConnected) Effects.Add(new Notify([member.Session], what));
    }

    /// <summary>Those in the room who are connected, but <paramref name="except"/>. Who is away is brought up to date on coming back.</summary>
    public void TellRoom(Room room, RoomEvent what, Member? except = null) => TellSome(room, what, member => member != except);

    public void TellSome(Room room, RoomEvent what, Predicate<Member> who)
    {
        ImmutableArray<SessionId> to = [.. room.Members.Where(member => member.IsConnected && who(member)).Select(member => member.Session)];
        if (!to.IsEmpty) Effects.Add(new Notify(to, what));
    }
}
