using System.Collections.Immutable;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Messages;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Conference.Rooms;

/// <summary>A room at one moment, never changed afterwards: what the frame loop draws. The same object is handed out until something changed.</summary>
/// <param name="Room">Which room.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="Status">Locks, limits, recording.</param>
/// <param name="Members">Participants, longest present first.</param>
/// <param name="Streams">Streams the participants know of, oldest first.</param>
/// <param name="Waiting">Those who wait to be admitted, first come first.</param>
/// <param name="ExtraInfo">The room's own note; null for none.</param>
public sealed record RoomSnapshot(
    RoomId Room, long Version, RoomStatus Status, ImmutableArray<MemberView> Members, ImmutableArray<StreamView> Streams,
    ImmutableArray<WaitingUser> Waiting, RoomExtraInfo? ExtraInfo);
