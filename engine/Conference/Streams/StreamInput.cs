using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.Streams;

/// <summary>Asks to publish. The others learn of it when its media arrives.</summary>
/// <param name="Session">Who.</param>
/// <param name="Stream">Stream id.</param>
/// <param name="Kind">What it shows.</param>
public sealed record Publish(SessionId Session, string Stream, StreamKind Kind = StreamKind.Camera) : SessionInput(Session);

/// <summary>Stops publishing.</summary>
/// <param name="Session">Who.</param>
/// <param name="Stream">Stream id.</param>
public sealed record StopPublishing(SessionId Session, string Stream) : SessionInput(Session);

/// <summary>Plays a stream of the room, now or when it appears.</summary>
/// <param name="Session">Who.</param>
/// <param name="Stream">Stream id.</param>
public sealed record Play(SessionId Session, string Stream) : SessionInput(Session);

/// <summary>Stops playing.</summary>
/// <param name="Session">Who.</param>
/// <param name="Stream">Stream id.</param>
public sealed record StopPlaying(SessionId Session, string Stream) : SessionInput(Session);

/// <summary>The publisher's note on a stream of its own, under 1024 bytes.</summary>
/// <param name="Session">Who.</param>
/// <param name="Stream">Stream id.</param>
/// <param name="Info">The note.</param>
public sealed record SetStreamExtraInfo(SessionId Session, string Stream, string Info) : SessionInput(Session);

/// <summary>The transport says: media of this stream began, or began again.</summary>
/// <param name="Stream">Which.</param>
public sealed record StreamStarted(StreamId Stream) : RoomInput;

/// <summary>The transport says: no media of this stream any more, though nobody stopped it.</summary>
/// <param name="Stream">Which.</param>
public sealed record StreamInterrupted(StreamId Stream) : RoomInput;
