using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;

namespace ConfEngine.Conference.Streams;

/// <summary>Who plays what. Only streams of one's own room are ever found: a room's password guards its streams too.</summary>
internal static class PlayingRules
{
    /// <summary>Asking again for what one plays already is legal and changes nothing (in ZEGO it moves the picture to another canvas).</summary>
    public static RoomError? Play(Hall hall, Member member, Play input)
    {
        if (!StreamId.TryParse(input.Stream, out var id, out var error)) return error;
        if (member.Plays.Exists(play => play.Stream == id)) return null;
        var limit = hall.Options.MaxPlayedStreams;
        if (member.Plays.Count >= limit)
            return new RoomError(RoomErrorCode.LimitReached, "streamId", ZegoCode.TooManyPlays, $"you play {limit} streams; stop one");
        var playing = new Playing(id);
        member.Plays.Add(playing);
        if (hall.Streams.TryGetValue(id, out var stream) && stream.Owner.Room == member.Room && stream.State == PublisherState.Publishing)
            Begin(hall, member, playing);
        else
            Wait(hall, member, playing);
        return null;
    }

    public static RoomError? Stop(Hall hall, Member member, StopPlaying input)
    {
        if (!StreamId.TryParse(input.Stream, out var id, out var error)) return error;
        if (member.Plays.Find(play => play.Stream == id) is not { } playing)
            return new RoomError(RoomErrorCode.UnknownStream, "streamId", 0, "you do not play this stream");
        End(hall, member, playing);
        hall.Tell(member, new PlayerStateChanged(member.Room.Id, id, PlayerState.NoPlay, null));
        return null;
    }

    public static void StopAll(Hall hall, Member member)
    {
        foreach (var playing in member.Plays.ToArray()) End(hall, member, playing);
    }

    /// <summary>Nothing came for the retry time: the attempt ends.</summary>
    public static void GiveUp(Hall hall, Member member, Playing playing)
    {
        var error = new RoomError(RoomErrorCode.TimedOut, "streamId", 0, "the stream did not appear; play it again when it is there");
        End(hall, member, playing);
        hall.Tell(member, new PlayerStateChanged(member.Room.Id, playing.Stream, PlayerState.NoPlay, error));
    }

    /// <summary>The stream has media: whoever waits for it gets it.</summary>
    public static void Wake(Hall hall, LiveStream stream)
    {
        foreach (var (member, playing) in Players(stream))
            if (playing.State == PlayerState.PlayRequesting) Begin(hall, member, playing);
    }

    /// <summary>The stream has none any more: its players wait, until they stop or it comes back.</summary>
    public static void Sleep(Hall hall, LiveStream stream)
    {
        foreach (var (member, playing) in Players(stream))
        {
            if (playing.State != PlayerState.Playing) continue;
            hall.Effects.Add(new StopForwarding(stream.Id, member.Session));
            Wait(hall, member, playing);
        }
    }

    private static IEnumerable<(Member Member, Playing Playing)> Players(LiveStream stream) =>
        from member in stream.Owner.Room.Members
        let playing = member.Plays.Find(play => play.Stream == stream.Id)
        where playing is not null
        select (member, playing);

    private static void Begin(Hall hall, Member member, Playing playing)
    {
        playing.State = PlayerState.Playing;
        hall.Effects.Add(new StartForwarding(playing.Stream, member.Session));
        hall.Tell(member, new PlayerStateChanged(member.Room.Id, playing.Stream, playing.State, null));
    }

    private static void Wait(Hall hall, Member member, Playing playing)
    {
        playing.State = PlayerState.PlayRequesting;
        playing.GiveUpAt = hall.Now + hall.Options.MediaRetryTime;
        hall.Tell(member, new PlayerStateChanged(member.Room.Id, playing.Stream, playing.State, null));
    }

    private static void End(Hall hall, Member member, Playing playing)
    {
        if (playing.State == PlayerState.Playing) hall.Effects.Add(new StopForwarding(playing.Stream, member.Session));
        member.Plays.Remove(playing);
    }
}
