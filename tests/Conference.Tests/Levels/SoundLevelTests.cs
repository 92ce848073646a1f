using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Levels;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Tests.Kit;

namespace ConfEngine.Conference.Tests.Levels;

public sealed class SoundLevelTests
{
    private readonly Hosted _hosted = new();

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    [InlineData(3000, true)]
    [InlineData(3001, false)]
    [InlineData(int.MinValue, false)]
    public void The_period_is_100_to_3000_ms(int period, bool isAllowed) =>
        Assert.Equal(isAllowed ? null : RoomErrorCode.OutOfRange, _hosted.Do(new StartSoundLevels(_hosted.In("a"), period))?.Code);

    [Theory]
    [InlineData(0, true)]
    [InlineData(100, true)]
    [InlineData(-0.1, false)]
    [InlineData(100.1, false)]
    [InlineData(double.NaN, false)]
    public void A_level_is_0_to_100(double level, bool isAllowed)
    {
        _hosted.InWithStream("a", "s");
        Assert.Equal(isAllowed ? null : RoomErrorCode.OutOfRange, _hosted.Do(new SoundMeasured(StreamId.Parse("s"), level, false))?.Code);
    }

    [Fact]
    public void Levels_come_once_a_period_with_ones_own_apart()
    {
        var a = _hosted.InWithStream("a", "sa");
        var b = _hosted.InWithStream("b", "sb");
        _hosted.Ok(new StartSoundLevels(a, 200, DetectSpeech: true));
        _hosted.Ok(new SoundMeasured(StreamId.Parse("sa"), 10, true));
        _hosted.Ok(new SoundMeasured(StreamId.Parse("sb"), 90, true));
        _hosted.Wait(0.199);
        Assert.Empty(_hosted.Told<SoundLevels>(a));
        _hosted.Wait(0.001);
        var levels = _hosted.ToldOnce<SoundLevels>(a);
        Assert.Equal(new StreamLevel(StreamId.Parse("sa"), 10, true), Assert.Single(levels.Own));
        Assert.Equal(new StreamLevel(StreamId.Parse("sb"), 90, true), Assert.Single(levels.Others));
        Assert.Empty(_hosted.Told<SoundLevels>(b));

        _hosted.Ok(new SetMuted(b, true, null));
        _hosted.Wait(0.2);
        Assert.Equal(0, Assert.Single(_hosted.ToldOnce<SoundLevels>(a).Others).Level);
        _hosted.Wait(10);
        Assert.Single(_hosted.Told<SoundLevels>(a));
        _hosted.Ok(new StopSoundLevels(a));
        _hosted.Wait(10);
        Assert.Empty(_hosted.Told<SoundLevels>(a));
    }

    [Fact]
    public void Speech_is_said_only_to_those_who_asked()
    {
        var a = _hosted.InWithStream("a", "sa");
        _hosted.Ok(new StartSoundLevels(a));
        _hosted.Ok(new SoundMeasured(StreamId.Parse("sa"), 50, true));
        _hosted.Wait(0.1);
        Assert.False(Assert.Single(_hosted.ToldOnce<SoundLevels>(a).Own).IsSpeech);
    }
}
