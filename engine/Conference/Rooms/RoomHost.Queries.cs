using System.Diagnostics.CodeAnalysis;
using ConfEngine.Conference.Identity;

namespace ConfEngine.Conference.Rooms;

/// <content>What the host program may ask, so that it need not keep books of its own.</content>
public sealed partial class RoomHost
{
    /// <summary>Where a session is, inside or at the door; false when it is nowhere.</summary>
    public bool TryGetPlace(SessionId session, [NotNullWhen(true)] out SessionPlace? place)
    {
        place = _hall.Sessions.TryGetValue(session, out var member) ? new SessionPlace(member.Room.Id, member.User, member.IsWaiting) : null;
        return place is not null;
    }

    /// <summary>Whether the session publishes the stream, or asked to.</summary>
    public bool Publishes(SessionId session, StreamId stream) =>
        _hall.Streams.TryGetValue(stream, out var found) && found.Owner.Session == session;

    /// <summary>Whether the session plays the stream, or asked to.</summary>
    public bool Plays(SessionId session, StreamId stream) =>
        _hall.Sessions.TryGetValue(session, out var member) && member.Plays.Exists(playing => playing.Stream == stream);

    /// <summary>Who publishes the stream; false when nobody does.</summary>
    public bool TryGetPublisher(StreamId stream, out SessionId publisher)
    {
        publisher = _hall.Streams.TryGetValue(stream, out var found) ? found.Owner.Session : default;
        return found is not null;
    }

    /// <summary>What the session publishes, or asked to.</summary>
    public IReadOnlyList<StreamId> StreamsOf(SessionId session) =>
        _hall.Sessions.TryGetValue(session, out var member) ? [.. member.Streams.Select(stream => stream.Id)] : [];
}
