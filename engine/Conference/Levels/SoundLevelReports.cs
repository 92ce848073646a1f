using System.Collections.Immutable;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Levels;

/// <summary>Sound levels: the latest of each stream, told at each listener's own period.</summary>
internal static class SoundLevelReports
{
    public const int ShortestMilliseconds = 100;
    public const int LongestMilliseconds = 3000;

    public static RoomError? Start(Hall hall, Member member, StartSoundLevels input)
    {
        if (input.PeriodMilliseconds is < ShortestMilliseconds or > LongestMilliseconds)
            return new RoomError(RoomErrorCode.OutOfRange, "millisecond", 0, $"the period is {ShortestMilliseconds} to {LongestMilliseconds} ms");
        var period = MediaTime.FromMilliseconds(input.PeriodMilliseconds);
        member.LevelWatch = new LevelWatch(period, input.DetectSpeech, hall.Now + period);
        return null;
    }

    public static RoomError? Stop(Member member)
    {
        member.LevelWatch = null;
        return null;
    }

    public static RoomError? Measured(Hall hall, SoundMeasured input)
    {
        if (!hall.Streams.TryGetValue(input.Stream, out var stream))
            return new RoomError(RoomErrorCode.UnknownStream, "streamId", 0, "there is no such stream");
        if (input.Level is not (>= 0 and <= 100)) return new RoomError(RoomErrorCode.OutOfRange, "level", 0, "a sound level is 0 to 100");
        stream.Level = input.Level;
        stream.IsSpeech = input.IsSpeech;
        return null;
    }

    public static void Tell(Hall hall, Member member, LevelWatch watch)
    {
        watch.Next = RoomTimes.After(watch.Next, watch.Period, hall.Now);
        var streams = member.Room.Streams.Where(stream => stream.State == PublisherState.Publishing).ToLookup(stream => stream.Owner == member);
        hall.Tell(member, new SoundLevels(member.Room.Id, List(streams[true], watch), List(streams[false], watch)));
    }

    private static ImmutableArray<StreamLevel> List(IEnumerable<LiveStream> streams, LevelWatch watch) =>
        [.. streams.Select(stream => stream.Owner.IsAudioMuted
            ? new StreamLevel(stream.Id, 0, false)
            : new StreamLevel(stream.Id, stream.Level, watch.DetectSpeech && stream.IsSpeech))];
}
