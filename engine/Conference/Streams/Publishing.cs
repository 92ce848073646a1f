using System.Collections.Immutable;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.Streams;

/// <summary>How streams begin, falter and end.</summary>
internal static class Publishing
{
    public const int MaxExtraInfoBytes = 1023;

    public static RoomError? Publish(Hall hall, Member member, Publish input)
    {
        if (!StreamId.TryParse(input.Stream, out var id, out var error)) return error;
        if (MayPublish(hall, member, input.Kind) is { } refusal) return refusal;
        if (hall.Streams.ContainsKey(id))
            return new RoomError(RoomErrorCode.Taken, "streamId", ZegoCode.StreamIdTaken, "somebody publishes under this stream id; choose another");
        var stream = new LiveStream(id, member, input.Kind) { GiveUpAt = hall.Now + hall.Options.MediaRetryTime };
        hall.Streams.Add(id, stream);
        member.Streams.Add(stream);
        member.Room.Streams.Add(stream);
        hall.Tell(member, new PublisherStateChanged(member.Room.Id, id, PublisherState.PublishRequesting, null));
        return null;
    }

    public static RoomError? Stop(Hall hall, Member member, StopPublishing input)
    {
        if (!TryOwn(hall, member, input.Stream, out var stream, out var error)) return error;
        hall.Tell(member, new PublisherStateChanged(member.Room.Id, stream!.Id, PublisherState.NoPublish, null));
        Delete(hall, member, [stream], StreamDeleteReason.StoppedByUser);
        return null;
    }

    public static RoomError? SetExtraInfo(Hall hall, Member member, SetStreamExtraInfo input)
    {
        if (!TryOwn(hall, member, input.Stream, out var stream, out var error)) return error;
        if (PlainText.CheckOptional(input.Info, "info", MaxExtraInfoBytes, ZegoCode.StreamExtraInfoTooLong) is { } bad) return bad;
        if (!member.Room.Rates.StreamExtraInfo.TryTake(hall.Now))
            return new RoomError(RoomErrorCode.TooFrequent, "info", 0, "over 10 changes a second in this room; wait a moment");
        stream!.ExtraInfo = input.Info;
        if (!stream.IsListed) return null;
        member.Room.Touch();
        hall.TellRoom(member.Room, new StreamExtraInfoChanged(member.Room.Id, stream.Info), except: member);
        return null;
    }

    public static RoomError? Started(Hall hall, StreamStarted input)
    {
        if (!hall.Streams.TryGetValue(input.Stream, out var stream)) return Unknown();
        if (stream.State == PublisherState.Publishing) return null;
        var room = stream.Owner.Room;
        stream.State = PublisherState.Publishing;
        room.Touch();
        hall.Tell(stream.Owner, new PublisherStateChanged(room.Id, stream.Id, stream.State, null));
        if (!stream.IsListed)
        {
            stream.IsListed = true;
            hall.TellRoom(room, new StreamUpdate(room.Id, UpdateType.Add, [stream.Info]), except: stream.Owner);
        }
        PlayingRules.Wake(hall, stream);
        return null;
    }

    public static RoomError? Interrupted(Hall hall, StreamInterrupted input)
    {
        if (!hall.Streams.TryGetValue(input.Stream, out var stream)) return Unknown();
        if (stream.State != PublisherState.Publishing) return null;
        stream.State = PublisherState.PublishRequesting;
        stream.HideAt = hall.Now + hall.Options.HeartbeatGrace;
        stream.GiveUpAt = hall.Now + hall.Options.MediaRetryTime;
        stream.Owner.Room.Touch();
        hall.Tell(stream.Owner, new PublisherStateChanged(stream.Owner.Room.Id, stream.Id, stream.State, null));
        PlayingRules.Sleep(hall, stream);
        return null;
    }

    /// <summary>No media for the grace time: the others are told that it is gone, its publisher may still bring it back.</summary>
    public static void Hide(Hall hall, LiveStream stream)
    {
        stream.IsListed = false;
        stream.Owner.Room.Touch();
        TellDeleted(hall, stream.Owner, [stream.Info with { Reason = StreamDeleteReason.Disconnected }]);
    }

    /// <summary>No media for the retry time: the attempt ends.</summary>
    public static void GiveUp(Hall hall, LiveStream stream)
    {
        var error = new RoomError(RoomErrorCode.TimedOut, "streamId", 0, "no media of this stream arrived; publish it again");
        hall.Tell(stream.Owner, new PublisherStateChanged(stream.Owner.Room.Id, stream.Id, PublisherState.NoPublish, error));
        Delete(hall, stream.Owner, [stream], StreamDeleteReason.Disconnected);
    }

    /// <summary>All of a member's streams at once, in one event. A member that stays is told too.</summary>
    public static void DeleteAll(Hall hall, Member member, StreamDeleteReason reason)
    {
        if (reason == StreamDeleteReason.RemovedByServer)
            foreach (var stream in member.Streams)
                hall.Tell(member, new PublisherStateChanged(member.Room.Id, stream.Id, PublisherState.NoPublish, null));
        Delete(hall, member, [.. member.Streams], reason);
    }

    private static void Delete(Hall hall, Member owner, ImmutableArray<LiveStream> streams, StreamDeleteReason reason)
    {
        if (streams.IsEmpty) return;
        foreach (var stream in streams)
        {
            hall.Streams.Remove(stream.Id);
            owner.Streams.Remove(stream);
            owner.Room.Streams.Remove(stream);
            PlayingRules.Sleep(hall, stream);
            hall.Effects.Add(new EndStream(stream.Id, owner.Session));
        }
        owner.Room.Touch();
        ImmutableArray<StreamInfo> listed = [.. streams.Where(stream => stream.IsListed).Select(stream => stream.Info with { Reason = reason })];
        if (!listed.IsEmpty) TellDeleted(hall, owner, listed);
    }

    private static void TellDeleted(Hall hall, Member owner, ImmutableArray<StreamInfo> streams) =>
        hall.TellRoom(owner.Room, new StreamUpdate(owner.Room.Id, UpdateType.Delete, streams), except: owner);

    private static RoomError? MayPublish(Hall hall, Member member, StreamKind kind)
    {
        if (!Enum.IsDefined(kind)) return new RoomError(RoomErrorCode.OutOfRange, "kind", 0, "there is no such kind of stream");
        if (member.Role == MemberRole.Audience)
            return new RoomError(RoomErrorCode.NoPermission, "", 0, "the audience publishes nothing; ask to become an attendee");
        if (member.Streams.Count >= hall.Options.MaxPublishedStreams)
            return new RoomError(RoomErrorCode.LimitReached, "streamId", 0, $"you publish {hall.Options.MaxPublishedStreams} streams; stop one");
        if (kind != StreamKind.Screen || hall.Options.SeveralScreens) return null;
        return member.Room.Streams.Find(stream => stream.Kind == StreamKind.Screen) is { } other
            ? new RoomError(RoomErrorCode.Taken, "kind", 0, $"{other.Owner.User} shares a screen; one at a time")
            : null;
    }

    private static bool TryOwn(Hall hall, Member member, string name, out LiveStream? stream, out RoomError? error)
    {
        stream = null;
        if (!StreamId.TryParse(name, out var id, out error)) return false;
        if (hall.Streams.TryGetValue(id, out stream) && stream.Owner == member) return true;
        error = Unknown();
        return false;
    }

    private static RoomError Unknown() => new(RoomErrorCode.UnknownStream, "streamId", 0, "you publish no such stream");
}
