using System.Collections.Immutable;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;

namespace ConfEngine.Conference.Quality;

/// <summary>Quality figures in, quality events out: connections every 2 s, streams every 3 s.</summary>
internal static class QualityReports
{
    public static RoomError? Link(Member member, LinkMeasured input)
    {
        if (!input.Figures.IsPlausible) return Implausible();
        member.Link.Report(input.Figures);
        return null;
    }

    public static RoomError? Published(Member member, PublishMeasured input)
    {
        if (!input.Figures.IsPlausible) return Implausible();
        if (member.Streams.Find(stream => stream.Id == input.Stream) is not { } stream) return Unknown();
        stream.Figures = input.Figures;
        return null;
    }

    public static RoomError? Played(Member member, PlayMeasured input)
    {
        if (!input.Figures.IsPlausible) return Implausible();
        if (member.Plays.Find(play => play.Stream == input.Stream) is not { } playing) return Unknown();
        playing.Figures = input.Figures;
        return null;
    }

    public static void TellNetwork(Hall hall, Room room)
    {
        foreach (var member in room.Members)
            if (member.Link.Advance()) member.Touch();
        ImmutableArray<UserQuality> users = [.. room.Members.Select(member => new UserQuality(member.User, member.Link.Level))];
        hall.TellRoom(room, new NetworkQuality(room.Id, users));
    }

    public static void TellStreams(Hall hall, Room room)
    {
        foreach (var member in room.Members)
        {
            foreach (var stream in member.Streams)
            {
                Tell(hall, member, stream.Id, isPlayed: false, stream.Figures);
                stream.Figures = null;
            }
            foreach (var playing in member.Plays)
            {
                Tell(hall, member, playing.Stream, isPlayed: true, playing.Figures);
                playing.Figures = null;
            }
        }
    }

    private static void Tell(Hall hall, Member member, StreamId stream, bool isPlayed, StreamFigures? figures)
    {
        if (figures is { } known) hall.Tell(member, new StreamQuality(member.Room.Id, stream, isPlayed, known, known.Link.Level));
    }

    private static RoomError Implausible() => new(RoomErrorCode.OutOfRange, "figures", 0, "quality figures are finite and not negative");

    private static RoomError Unknown() => new(RoomErrorCode.UnknownStream, "streamId", 0, "you have no such stream");
}
