using ConfEngine.Conference.Levels;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Quality;
using ConfEngine.Conference.Streams;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Rooms;

/// <summary>Does what is due in a room. After it, the room's next deadline lies ahead.</summary>
internal static class RoomTimer
{
    public static void Run(Hall hall, Room room)
    {
        if (room.NextDeadline() > hall.Now) return;
        foreach (var member in room.Members.Concat(room.Waiting).ToArray())
            if (member.GraceEnd <= hall.Now && hall.Sessions.GetValueOrDefault(member.Session) == member) Leaving.Expire(hall, member);
        RunStreams(hall, room);
        RunMembers(hall, room);
        if (room.Members.Count > 0) RunPeriods(hall, room);
    }

    private static void RunStreams(Hall hall, Room room)
    {
        foreach (var stream in room.Streams.ToArray())
        {
            if (stream.State == PublisherState.Publishing) continue;
            if (stream.IsListed && stream.HideAt <= hall.Now) Publishing.Hide(hall, stream);
            if (stream.GiveUpAt <= hall.Now) Publishing.GiveUp(hall, stream);
        }
    }

    private static void RunMembers(Hall hall, Room room)
    {
        foreach (var member in room.Members)
        {
            if (member.LevelWatch is { } watch && member.IsConnected && watch.Next <= hall.Now) SoundLevelReports.Tell(hall, member, watch);
            foreach (var playing in member.Plays.ToArray())
                if (playing.State == PlayerState.PlayRequesting && playing.GiveUpAt <= hall.Now) PlayingRules.GiveUp(hall, member, playing);
        }
    }

    private static void RunPeriods(Hall hall, Room room)
    {
        var times = room.Times;
        if (times.Network <= hall.Now)
        {
            times.Network = RoomTimes.After(times.Network, RoomTimes.NetworkPeriod, hall.Now);
            QualityReports.TellNetwork(hall, room);
        }
        if (times.Stream <= hall.Now)
        {
            times.Stream = RoomTimes.After(times.Stream, RoomTimes.StreamPeriod, hall.Now);
            QualityReports.TellStreams(hall, room);
        }
        if (times.Count <= hall.Now)
        {
            times.Count = RoomTimes.After(times.Count, RoomTimes.CountPeriod, hall.Now);
            hall.TellRoom(room, new UserCount(room.Id, room.Members.Count));
        }
    }
}
