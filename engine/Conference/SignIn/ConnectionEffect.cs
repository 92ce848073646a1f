using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Conference.SignIn;

/// <summary>Something the host program has to do for a participant, in order.</summary>
public abstract record ConnectionEffect;

/// <summary>The input makes no sense now, or is wrong; it changed nothing, and this is its only effect.</summary>
/// <param name="Error">Why.</param>
public sealed record Rejected(RoomError Error) : ConnectionEffect;

/// <summary>The participant's place in the room changed.</summary>
/// <param name="Room">Which room.</param>
/// <param name="Reason">How.</param>
/// <param name="Error">Why, when nobody asked for it.</param>
public sealed record StateChanged(RoomId Room, RoomStateReason Reason, RoomError? Error) : ConnectionEffect;

/// <summary>Ask the server to let the participant in.</summary>
/// <param name="Room">Which room.</param>
/// <param name="User">Who.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Token">What to show.</param>
public sealed record SendLogin(RoomId Room, UserId User, UserName Name, AccessToken? Token) : ConnectionEffect;

/// <summary>Open a new connection and ask the server to go on where the old one broke.</summary>
/// <param name="Room">Which room.</param>
public sealed record SendReconnect(RoomId Room) : ConnectionEffect;

/// <summary>Say goodbye.</summary>
/// <param name="Room">Which room.</param>
public sealed record SendLogout(RoomId Room) : ConnectionEffect;

/// <summary>Show the user one message; there is one for each thing that went wrong, however often it was tried.</summary>
/// <param name="Error">What to say.</param>
public sealed record TellUser(RoomError Error) : ConnectionEffect;

/// <summary>Get a new token; asked once a token.</summary>
/// <param name="RemainingSeconds">How long the present one lasts, 0 and up.</param>
public sealed record RenewToken(int RemainingSeconds) : ConnectionEffect;

/// <summary>Begin, or try again, to publish or play.</summary>
/// <param name="Stream">Which.</param>
/// <param name="IsPlayed">Play, or publish.</param>
public sealed record BeginMedia(StreamId Stream, bool IsPlayed) : ConnectionEffect;

/// <summary>Stop sending or receiving.</summary>
/// <param name="Stream">Which.</param>
/// <param name="IsPlayed">Play, or publish.</param>
public sealed record EndMedia(StreamId Stream, bool IsPlayed) : ConnectionEffect;

/// <summary>Switch the own picture off.</summary>
public sealed record EndPreview : ConnectionEffect;

/// <summary>Let go of a played stream's tile and textures.</summary>
/// <param name="Stream">Which.</param>
public sealed record FreeView(StreamId Stream) : ConnectionEffect;

/// <summary>An own stream's state changed.</summary>
/// <param name="Stream">Which.</param>
/// <param name="State">Its state.</param>
/// <param name="Event">What happened to it.</param>
/// <param name="Error">Why, when nobody asked for it.</param>
public sealed record PublisherChanged(StreamId Stream, PublisherState State, StreamEvent Event, RoomError? Error) : ConnectionEffect;

/// <summary>A played stream's state changed.</summary>
/// <param name="Stream">Which.</param>
/// <param name="State">Its state.</param>
/// <param name="Event">What happened to it.</param>
/// <param name="Error">Why, when nobody asked for it.</param>
public sealed record PlayerChanged(StreamId Stream, PlayerState State, StreamEvent Event, RoomError? Error) : ConnectionEffect;

/// <summary>Somebody came.</summary>
/// <param name="User">Who.</param>
public sealed record UserCame(UserInfo User) : ConnectionEffect;

/// <summary>Somebody went.</summary>
/// <param name="User">Who.</param>
public sealed record UserWent(UserInfo User) : ConnectionEffect;

/// <summary>A stream came; it gets a tile.</summary>
/// <param name="Stream">Which.</param>
public sealed record StreamCame(StreamInfo Stream) : ConnectionEffect;

/// <summary>A stream went; playing it was stopped before this.</summary>
/// <param name="Stream">Which, and why.</param>
public sealed record StreamWent(StreamInfo Stream) : ConnectionEffect;
