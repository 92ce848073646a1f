using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Quality;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;
using ConfEngine.Conference.Tests.Kit;

namespace ConfEngine.Conference.Tests.Quality;

public sealed class QualityTests
{
    private readonly Hosted _hosted = new();

    [Theory]
    [InlineData(10, 0, QualityLevel.Excellent, 0)]
    [InlineData(10, 0.02, QualityLevel.Good, 1)]
    [InlineData(150, 0, QualityLevel.Good, 1)]
    [InlineData(250, 0.05, QualityLevel.Medium, 2)]
    [InlineData(400, 0, QualityLevel.Bad, 3)]
    [InlineData(10, 0.5, QualityLevel.Bad, 3)]
    [InlineData(10, 1, QualityLevel.Die, 4)]
    public void Figures_make_a_level(double roundTrip, double loss, QualityLevel level, int number)
    {
        Assert.Equal(level, new LinkFigures(roundTrip, loss).Level);
        Assert.Equal(number, (int)level);
    }

    [Fact]
    public void Connections_are_told_every_2_s_and_missed_reports_make_them_unknown_and_then_dead()
    {
        var a = _hosted.In("a");
        _hosted.Ok(new LinkMeasured(a, new LinkFigures(20, 0)));
        _hosted.Wait(1.9);
        Assert.Empty(_hosted.Told<NetworkQuality>(a));
        _hosted.Wait(0.1);
        QualityLevel[] expected = [QualityLevel.Excellent, QualityLevel.Unknown, QualityLevel.Unknown, QualityLevel.Die];
        foreach (var level in expected)
        {
            Assert.Equal(new UserQuality(UserId.Parse("a"), level), Assert.Single(_hosted.ToldOnce<NetworkQuality>(a).Users));
            Assert.Equal(level, Assert.Single(_hosted.Snapshot.Members).Quality);
            _hosted.Wait(2);
        }
        _hosted.Ok(new LinkMeasured(a, new LinkFigures(20, 0)));
        _hosted.Wait(2);
        Assert.Equal(QualityLevel.Excellent, Assert.Single(_hosted.ToldOnce<NetworkQuality>(a).Users).Level);
    }

    [Fact]
    public void Streams_are_told_every_3_s_to_publisher_and_player()
    {
        var a = _hosted.InWithStream("a", "s");
        var b = _hosted.In("b");
        _hosted.Ok(new Play(b, "s"));
        var figures = new StreamFigures(30, 30, 29, 1500, new LinkFigures(150, 0));
        _hosted.Ok(new PublishMeasured(a, StreamId.Parse("s"), figures));
        _hosted.Ok(new PlayMeasured(b, StreamId.Parse("s"), figures));
        _hosted.Wait(2.9);
        Assert.Empty(_hosted.Told<StreamQuality>(a));
        _hosted.Wait(0.1);
        var own = _hosted.ToldOnce<StreamQuality>(a);
        Assert.Equal((false, figures, QualityLevel.Good), (own.IsPlayed, own.Figures, own.Level));
        Assert.True(_hosted.ToldOnce<StreamQuality>(b).IsPlayed);
        _hosted.Wait(3);
        Assert.Empty(_hosted.Told<StreamQuality>(a));
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(-1, 0)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(10, 1.1)]
    [InlineData(10, double.NaN)]
    public void Impossible_figures_are_refused(double roundTrip, double loss)
    {
        var a = _hosted.InWithStream("a", "s");
        var link = new LinkFigures(roundTrip, loss);
        _hosted.Refuses(new LinkMeasured(a, link), RoomErrorCode.OutOfRange);
        _hosted.Refuses(new PublishMeasured(a, StreamId.Parse("s"), new StreamFigures(1, 1, 1, 1, link)), RoomErrorCode.OutOfRange);
        _hosted.Refuses(new PlayMeasured(a, StreamId.Parse("s"), new StreamFigures(1, 1, 1, double.NaN, new LinkFigures(1, 0))), RoomErrorCode.OutOfRange);
        _hosted.Refuses(new PublishMeasured(a, StreamId.Parse("x"), new StreamFigures(1, 1, 1, 1, new LinkFigures(1, 0))), RoomErrorCode.UnknownStream);
    }
}
