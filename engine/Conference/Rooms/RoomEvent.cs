using System.Collections.Immutable;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Messages;
using ConfEngine.Conference.Quality;
using ConfEngine.Conference.SignIn;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Conference.Rooms;

/// <summary>Something participants are told.</summary>
/// <param name="Room">Where.</param>
public abstract record RoomEvent(RoomId Room);

/// <summary>The receiver's own place in the room changed (ZEGO: onRoomStateChanged).</summary>
/// <param name="Room">Where.</param>
/// <param name="Reason">How.</param>
/// <param name="Error">Why, when it is not what the receiver asked for.</param>
/// <param name="Session">The receiver's session (ZEGO: room_session_id), to come back with.</param>
public sealed record RoomStateChanged(RoomId Room, RoomStateReason Reason, RoomError? Error, SessionId Session) : RoomEvent(Room);

/// <summary>The receiver waits to be admitted.</summary>
/// <param name="Room">Where.</param>
/// <param name="Session">The receiver's session.</param>
public sealed record WaitingForAdmission(RoomId Room, SessionId Session) : RoomEvent(Room);

/// <summary>Who waits, for those who may admit.</summary>
/// <param name="Room">Where.</param>
/// <param name="Waiting">All of them, first come first.</param>
public sealed record WaitingChanged(RoomId Room, ImmutableArray<WaitingUser> Waiting) : RoomEvent(Room);

/// <summary>People came or went (ZEGO: onRoomUserUpdate). Never lists the receiver.</summary>
/// <param name="Room">Where.</param>
/// <param name="Type">Came or went.</param>
/// <param name="Users">Who.</param>
/// <param name="IsFull">Everybody else there is: replaces what the receiver knew. Sent on signing in and on coming back.</param>
public sealed record UserUpdate(RoomId Room, UpdateType Type, ImmutableArray<UserInfo> Users, bool IsFull = false) : RoomEvent(Room);

/// <summary>Something about a participant changed: role, hand, microphone, camera. The receiver's own changes come too.</summary>
/// <param name="Room">Where.</param>
/// <param name="User">Its new look.</param>
public sealed record UserChanged(RoomId Room, UserInfo User) : RoomEvent(Room);

/// <summary>How many are in the room, every 30 s (ZEGO: onRoomOnlineUserCountUpdate).</summary>
/// <param name="Room">Where.</param>
/// <param name="Count">With the receiver.</param>
public sealed record UserCount(RoomId Room, int Count) : RoomEvent(Room);

/// <summary>Streams came or went (ZEGO: onRoomStreamUpdate). Never lists the receiver's own.</summary>
/// <param name="Room">Where.</param>
/// <param name="Type">Came or went.</param>
/// <param name="Streams">Which; with a reason when they went.</param>
/// <param name="IsFull">All there are: replaces what the receiver knew. Sent on signing in and on coming back.</param>
public sealed record StreamUpdate(RoomId Room, UpdateType Type, ImmutableArray<StreamInfo> Streams, bool IsFull = false) : RoomEvent(Room);

/// <summary>A stream's note changed (ZEGO: onRoomStreamExtraInfoUpdate).</summary>
/// <param name="Room">Where.</param>
/// <param name="Stream">The stream with its new note.</param>
public sealed record StreamExtraInfoChanged(RoomId Room, StreamInfo Stream) : RoomEvent(Room);

/// <summary>The receiver's own publishing (ZEGO: onPublisherStateUpdate).</summary>
/// <param name="Room">Where.</param>
/// <param name="Stream">Which.</param>
/// <param name="State">How it is now.</param>
/// <param name="Error">Why, when the receiver did not ask for it.</param>
public sealed record PublisherStateChanged(RoomId Room, StreamId Stream, PublisherState State, RoomError? Error) : RoomEvent(Room);

/// <summary>The receiver's own playing (ZEGO: onPlayerStateUpdate).</summary>
/// <param name="Room">Where.</param>
/// <param name="Stream">Which.</param>
/// <param name="State">How it is now.</param>
/// <param name="Error">Why, when the receiver did not ask for it.</param>
public sealed record PlayerStateChanged(RoomId Room, StreamId Stream, PlayerState State, RoomError? Error) : RoomEvent(Room);

/// <summary>Locks, limits or recording changed; also sent on signing in.</summary>
/// <param name="Room">Where.</param>
/// <param name="Status">All of it.</param>
public sealed record RoomStatusChanged(RoomId Room, RoomStatus Status) : RoomEvent(Room);

/// <summary>The room's note changed (ZEGO: onRoomExtraInfoUpdate); also sent on signing in when there is one.</summary>
/// <param name="Room">Where.</param>
/// <param name="Info">The note; with an empty value it is gone.</param>
public sealed record RoomExtraInfoChanged(RoomId Room, RoomExtraInfo Info) : RoomEvent(Room);

/// <summary>Somebody wrote something.</summary>
/// <param name="Room">Where.</param>
/// <param name="Message">Who and what.</param>
public sealed record MessageReceived(RoomId Room, RoomMessage Message) : RoomEvent(Room);

/// <summary>The chat so far, sent on signing in and on coming back when there is any.</summary>
/// <param name="Room">Where.</param>
/// <param name="Messages">Oldest first.</param>
public sealed record ChatHistory(RoomId Room, ImmutableArray<RoomMessage> Messages) : RoomEvent(Room);

/// <summary>Those who run the room ask the receiver to switch its microphone on.</summary>
/// <param name="Room">Where.</param>
public sealed record UnmuteAsked(RoomId Room) : RoomEvent(Room);

/// <summary>How loud a stream is.</summary>
/// <param name="Stream">Which.</param>
/// <param name="Level">0 to 100.</param>
/// <param name="IsSpeech">Whether it is speech; always false when the receiver did not ask for that.</param>
public sealed record StreamLevel(StreamId Stream, double Level, bool IsSpeech);

/// <summary>Sound levels (ZEGO: onCapturedSoundLevelUpdate and onRemoteSoundLevelUpdate in one).</summary>
/// <param name="Room">Where.</param>
/// <param name="Own">The receiver's own streams.</param>
/// <param name="Others">Everybody else's.</param>
public sealed record SoundLevels(RoomId Room, ImmutableArray<StreamLevel> Own, ImmutableArray<StreamLevel> Others) : RoomEvent(Room);

/// <summary>All connections, every 2 s (ZEGO: onNetworkQuality).</summary>
/// <param name="Room">Where.</param>
/// <param name="Users">Everybody, with the receiver.</param>
public sealed record NetworkQuality(RoomId Room, ImmutableArray<UserQuality> Users) : RoomEvent(Room);

/// <summary>The receiver's published or played stream, every 3 s (ZEGO: onPublisherQualityUpdate, onPlayerQualityUpdate).</summary>
/// <param name="Room">Where.</param>
/// <param name="Stream">Which.</param>
/// <param name="IsPlayed">Played, or published.</param>
/// <param name="Figures">What was measured last.</param>
/// <param name="Level">How good that is.</param>
public sealed record StreamQuality(RoomId Room, StreamId Stream, bool IsPlayed, StreamFigures Figures, QualityLevel Level) : RoomEvent(Room);
