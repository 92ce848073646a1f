using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Moderation;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;
using ConfEngine.Conference.Tests.Kit;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Tests.Streams;

public sealed class StreamTests
{
    private static readonly StreamId s_stream = StreamId.Parse("s");
    private readonly Hosted _hosted = new();

    [Fact]
    public void A_stream_is_announced_when_its_media_comes_and_only_once()
    {
        var other = _hosted.In("b");
        var publisher = _hosted.In("a");
        _hosted.Ok(new Publish(publisher, "s"));
        Assert.Equal(PublisherState.PublishRequesting, _hosted.ToldOnce<PublisherStateChanged>(publisher).State);
        Assert.Empty(_hosted.Told<StreamUpdate>(other));
        Assert.Empty(_hosted.Snapshot.Streams);
        _hosted.Ok(new StreamStarted(s_stream));
        Assert.Equal(PublisherState.Publishing, _hosted.ToldOnce<PublisherStateChanged>(publisher).State);
        Assert.Equal("a", Assert.Single(_hosted.ToldOnce<StreamUpdate>(other).Streams).User.Value);
        Assert.Empty(_hosted.Told<StreamUpdate>(publisher));
        _hosted.Ok(new StreamStarted(s_stream));
        Assert.Empty(_hosted.Effects);
    }

    [Fact]
    public void Stream_ids_are_unique_across_rooms()
    {
        _hosted.InWithStream("a", "s");
        var other = _hosted.In("b", room: "q");
        Assert.Equal(1003028, _hosted.Refuses(new Publish(other, "s"), RoomErrorCode.Taken).VendorCode);
    }

    [Fact]
    public void Playing_before_publishing_is_legal_and_starts_when_the_stream_appears()
    {
        var player = _hosted.In("b");
        _hosted.Ok(new Play(player, "s"));
        Assert.Equal(PlayerState.PlayRequesting, _hosted.ToldOnce<PlayerStateChanged>(player).State);
        _hosted.Ok(new Play(player, "s"));
        Assert.Empty(_hosted.Effects);
        _hosted.InWithStream("a", "s");
        Assert.Equal(PlayerState.Playing, _hosted.ToldOnce<PlayerStateChanged>(player).State);
        Assert.Contains(new StartForwarding(s_stream, player), _hosted.Effects);
        _hosted.Ok(new StopPlaying(player, "s"));
        Assert.Equal(PlayerState.NoPlay, _hosted.ToldOnce<PlayerStateChanged>(player).State);
        Assert.Contains(new StopForwarding(s_stream, player), _hosted.Effects);
        _hosted.Refuses(new StopPlaying(player, "s"), RoomErrorCode.UnknownStream);
    }

    [Fact]
    public void A_stream_of_another_room_is_never_played()
    {
        var player = _hosted.In("b", room: "q");
        _hosted.InWithStream("a", "s");
        _hosted.Ok(new Play(player, "s"));
        Assert.Equal(PlayerState.PlayRequesting, _hosted.ToldOnce<PlayerStateChanged>(player).State);
        Assert.Empty(_hosted.Effects.OfType<StartForwarding>());
    }

    [Fact]
    public void Media_that_stops_freezes_the_stream_hides_it_after_100_s_and_ends_it_after_20_min()
    {
        var player = _hosted.In("b");
        var publisher = _hosted.InWithStream("a", "s");
        _hosted.Ok(new Play(player, "s"));
        _hosted.Ok(new StreamInterrupted(s_stream));
        Assert.Equal(PublisherState.PublishRequesting, Assert.Single(_hosted.Snapshot.Streams).State);
        Assert.Empty(_hosted.Told<StreamUpdate>(player));
        _hosted.WaitWith(99, player, publisher);
        Assert.Empty(_hosted.Told<StreamUpdate>(player));
        _hosted.WaitWith(1, player, publisher);
        Assert.Equal(StreamDeleteReason.Disconnected, Assert.Single(_hosted.ToldOnce<StreamUpdate>(player).Streams).Reason);
        _hosted.WaitWith(1099, player, publisher);
        Assert.Empty(_hosted.Told<PublisherStateChanged>(publisher));
        Assert.Empty(_hosted.Told<PlayerStateChanged>(player));
        _hosted.WaitWith(1, player, publisher);
        var ended = _hosted.ToldOnce<PublisherStateChanged>(publisher);
        Assert.Equal((PublisherState.NoPublish, RoomErrorCode.TimedOut), (ended.State, ended.Error!.Code));
        var unplayed = _hosted.ToldOnce<PlayerStateChanged>(player);
        Assert.Equal((PlayerState.NoPlay, RoomErrorCode.TimedOut), (unplayed.State, unplayed.Error!.Code));
        Assert.Contains(new EndStream(s_stream, publisher), _hosted.Effects);
        _hosted.Ok(new Publish(publisher, "s"));
    }

    [Fact]
    public void The_retry_time_can_be_set()
    {
        var hosted = new Hosted(new RoomOptions { MediaRetryTime = MediaTime.FromSeconds(10) });
        var player = hosted.In("a");
        hosted.Ok(new Play(player, "never"));
        hosted.Wait(9.9);
        Assert.Empty(hosted.Told<PlayerStateChanged>(player));
        hosted.Wait(0.1);
        Assert.Equal(PlayerState.NoPlay, hosted.ToldOnce<PlayerStateChanged>(player).State);
    }

    [Fact]
    public void Media_that_comes_back_in_time_is_no_news_for_the_list()
    {
        var player = _hosted.In("b");
        _hosted.InWithStream("a", "s");
        _hosted.Ok(new Play(player, "s"));
        _hosted.Ok(new StreamInterrupted(s_stream));
        _hosted.Ok(new StreamStarted(s_stream));
        Assert.Empty(_hosted.Told<StreamUpdate>(player));
        Assert.Equal(PlayerState.Playing, _hosted.ToldOnce<PlayerStateChanged>(player).State);
    }

    [Theory]
    [InlineData("stop", StreamDeleteReason.StoppedByUser, 1)]
    [InlineData("silence", StreamDeleteReason.HeartbeatTimeout, 2)]
    [InlineData("login", StreamDeleteReason.RepeatedLogin, 3)]
    [InlineData("remove", StreamDeleteReason.Kicked, 4)]
    [InlineData("media", StreamDeleteReason.Disconnected, 5)]
    [InlineData("audience", StreamDeleteReason.RemovedByServer, 6)]
    public void Every_way_a_stream_goes_has_its_reason(string way, StreamDeleteReason reason, int number)
    {
        var other = _hosted.In("b");
        var publisher = _hosted.InWithStream("a", "s");
        switch (way)
        {
            case "stop": _hosted.Ok(new StopPublishing(publisher, "s")); break;
            case "silence": _hosted.WaitWith(101, other); break;
            case "login": _hosted.In("a"); break;
            case "remove": _hosted.Ok(new Remove(SessionId.Operator, "r", "a")); break;
            case "media": _hosted.Ok(new StreamInterrupted(s_stream)); _hosted.WaitWith(101, other, publisher); break;
            case "audience": _hosted.Ok(new SetRole(SessionId.Operator, "r", "a", MemberRole.Audience)); break;
        }
        var gone = Assert.Single(Assert.Single(_hosted.Told<StreamUpdate>(other), update => update.Type == UpdateType.Delete).Streams);
        Assert.Equal((reason, number), (gone.Reason, (int)gone.Reason));
    }

    [Fact]
    public void Limits_of_publishing_and_playing_hold()
    {
        var hosted = new Hosted(new RoomOptions { MaxPublishedStreams = 1, MaxPlayedStreams = 2 });
        var a = hosted.In("a");
        hosted.Ok(new Publish(a, "s1"));
        hosted.Refuses(new Publish(a, "s2"), RoomErrorCode.LimitReached);
        hosted.Ok(new Play(a, "p1"));
        hosted.Ok(new Play(a, "p2"));
        Assert.Equal(1004010, hosted.Refuses(new Play(a, "p3"), RoomErrorCode.LimitReached).VendorCode);
    }

    [Fact]
    public void The_engines_own_play_limit_is_64_by_default() => Assert.Equal(64, new RoomOptions().MaxPlayedStreams);

    [Fact]
    public void One_screen_at_a_time_unless_the_host_allows_more()
    {
        var a = _hosted.In("a");
        var b = _hosted.In("b");
        _hosted.Ok(new Publish(a, "sa", StreamKind.Screen));
        Assert.Contains("a shares", _hosted.Refuses(new Publish(b, "sb", StreamKind.Screen), RoomErrorCode.Taken).Text);
        _hosted.Ok(new StopPublishing(a, "sa"));
        _hosted.Ok(new Publish(b, "sb", StreamKind.Screen));
    }

    [Fact]
    public void The_audience_publishes_nothing_and_nobody_touches_anothers_stream()
    {
        var quiet = _hosted.In("a", MemberRole.Audience);
        _hosted.Refuses(new Publish(quiet, "s"), RoomErrorCode.NoPermission);
        _hosted.InWithStream("b", "s");
        _hosted.Refuses(new StopPublishing(quiet, "s"), RoomErrorCode.UnknownStream);
        _hosted.Refuses(new SetStreamExtraInfo(quiet, "s", "mine"), RoomErrorCode.UnknownStream);
        _hosted.Refuses(new StreamStarted(StreamId.Parse("nobodys")), RoomErrorCode.UnknownStream);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1023, 0)]
    [InlineData(1024, 1003051)]
    public void Stream_extra_info_is_under_1024_bytes(int length, int code)
    {
        var other = _hosted.In("b");
        var publisher = _hosted.InWithStream("a", "s");
        var error = _hosted.Do(new SetStreamExtraInfo(publisher, "s", new string('i', length)));
        Assert.Equal(code, error?.VendorCode ?? 0);
        if (error is null) Assert.Equal(length, _hosted.ToldOnce<StreamExtraInfoChanged>(other).Stream.ExtraInfo.Length);
    }
}
