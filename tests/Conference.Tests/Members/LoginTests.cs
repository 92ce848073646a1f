using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.SignIn;
using ConfEngine.Conference.Streams;
using ConfEngine.Conference.Tests.Kit;

namespace ConfEngine.Conference.Tests.Members;

public sealed class LoginTests
{
    private readonly Hosted _hosted = new();

    [Fact]
    public void A_newcomer_is_told_everybody_and_everything_once_and_the_others_the_newcomer()
    {
        SessionId[] there = [_hosted.InWithStream("a", "sa"), _hosted.InWithStream("b", "sb"), _hosted.InWithStream("c", "sc")];
        var late = _hosted.In("d");

        var state = _hosted.ToldOnce<RoomStateChanged>(late);
        Assert.Equal((RoomStateReason.Logined, null, late), (state.Reason, state.Error, state.Session));
        var users = _hosted.ToldOnce<UserUpdate>(late);
        Assert.True(users.IsFull);
        Assert.Equal(["a", "b", "c"], users.Users.Select(user => user.User.Value));
        var streams = _hosted.ToldOnce<StreamUpdate>(late);
        Assert.True(streams.IsFull);
        Assert.Equal(UpdateType.Add, streams.Type);
        Assert.Equal(["sa", "sb", "sc"], streams.Streams.Select(stream => stream.Stream.Value));
        foreach (var session in there)
        {
            var update = _hosted.ToldOnce<UserUpdate>(session);
            Assert.Equal((UpdateType.Add, false, "d"), (update.Type, update.IsFull, Assert.Single(update.Users).User.Value));
            Assert.Empty(_hosted.Told<StreamUpdate>(session));
        }
    }

    [Fact]
    public void The_same_user_elsewhere_puts_the_first_out_with_the_vendors_code()
    {
        var other = _hosted.In("b");
        var first = _hosted.InWithStream("a", "sa");
        var second = _hosted.In("a");

        var kick = _hosted.ToldOnce<RoomStateChanged>(first);
        Assert.Equal((RoomStateReason.KickOut, RoomErrorCode.LoggedInElsewhere, 1002050), (kick.Reason, kick.Error!.Code, kick.Error.VendorCode));
        Assert.Contains(new EndSession(first), _hosted.Effects);
        Assert.Equal(RoomStateReason.Logined, _hosted.ToldOnce<RoomStateChanged>(second).Reason);
        var gone = Assert.Single(_hosted.ToldOnce<StreamUpdate>(other).Streams);
        Assert.Equal(("sa", StreamDeleteReason.RepeatedLogin), (gone.Stream.Value, gone.Reason));
        Assert.Equal([UpdateType.Delete, UpdateType.Add], _hosted.Told<UserUpdate>(other).Select(update => update.Type));
        Assert.Equal(2, _hosted.Snapshot.Members.Length);
        _hosted.Refuses(new Heartbeat(first), RoomErrorCode.NotLoggedIn);
    }

    [Fact]
    public void The_same_user_in_another_room_is_somebody_else()
    {
        var first = _hosted.In("a");
        _hosted.In("a", room: "q");
        Assert.Empty(_hosted.Told<RoomStateChanged>(first));
        Assert.Single(_hosted.Snapshot.Members);
    }

    [Fact]
    public void Leaving_tells_the_others_streams_first_and_needs_the_same_room_id()
    {
        var stays = _hosted.In("b");
        var goes = _hosted.InWithStream("a", "sa");
        Assert.Equal(1002002, _hosted.Refuses(new Logout(goes, "room1"), RoomErrorCode.UnknownRoom).VendorCode);
        _hosted.Ok(new Logout(goes, "r"));
        Assert.Equal(RoomStateReason.Logout, _hosted.ToldOnce<RoomStateChanged>(goes).Reason);
        Assert.Equal(StreamDeleteReason.StoppedByUser, Assert.Single(_hosted.ToldOnce<StreamUpdate>(stays).Streams).Reason);
        Assert.Equal("a", Assert.Single(_hosted.ToldOnce<UserUpdate>(stays).Users).User.Value);
        Assert.Contains(new EndStream(StreamId.Parse("sa"), goes), _hosted.Effects);
        Assert.Equal(1002002, _hosted.Refuses(new Logout(goes, "r"), RoomErrorCode.NotLoggedIn).VendorCode);
    }

    [Fact]
    public void Who_wants_no_user_news_gets_none_and_streams_all_the_same()
    {
        var quiet = _hosted.NewSession();
        _hosted.Ok(new Login(quiet, "r", "q", "q") { NotifyUsers = false });
        Assert.Empty(_hosted.Told<UserUpdate>(quiet));
        var other = _hosted.In("a");
        Assert.Empty(_hosted.Told<UserUpdate>(quiet));
        Assert.Equal("q", Assert.Single(_hosted.ToldOnce<UserUpdate>(other).Users).User.Value);
        _hosted.Ok(new Publish(other, "s"));
        _hosted.Ok(new StreamStarted(StreamId.Parse("s")));
        Assert.Single(_hosted.ToldOnce<StreamUpdate>(quiet).Streams);
    }

    [Fact]
    public void A_session_logs_in_once()
    {
        var session = _hosted.In("a");
        _hosted.Refuses(new Login(session, "q", "b", "b"), RoomErrorCode.AlreadyLoggedIn);
    }

    [Fact]
    public void Rooms_that_came_with_their_first_member_go_with_the_last_and_opened_ones_stay()
    {
        var a = _hosted.In("a");
        Assert.Contains(new RoomOpened(RoomId.Parse("r")), _hosted.Effects);
        _hosted.Ok(new Logout(a, "r"));
        Assert.Contains(new RoomClosed(RoomId.Parse("r")), _hosted.Effects);
        Assert.Empty(_hosted.Host.Rooms);
        _hosted.Ok(new OpenRoom("r", new RoomSettings()));
        _hosted.Ok(new Logout(_hosted.In("a"), "r"));
        Assert.Single(_hosted.Host.Rooms);
    }

    [Fact]
    public void Unknown_full_and_too_many_rooms_are_refused()
    {
        var strict = new Hosted(new RoomOptions { CreateOnLogin = false, MaxRooms = 1 });
        strict.Refuses(new Login(strict.NewSession(), "r", "a", "a"), RoomErrorCode.UnknownRoom);
        strict.Ok(new OpenRoom("r", new RoomSettings { ParticipantLimit = 1 }));
        strict.Refuses(new OpenRoom("r", new RoomSettings()), RoomErrorCode.Taken);
        strict.Refuses(new OpenRoom("q", new RoomSettings()), RoomErrorCode.LimitReached);
        strict.In("a");
        strict.Refuses(new Login(strict.NewSession(), "r", "b", "b"), RoomErrorCode.RoomFull);
        strict.In("a");
        Assert.Single(strict.Snapshot.Members);
    }

    [Fact]
    public void More_than_200_logins_a_second_wait()
    {
        var hosted = new Hosted();
        hosted.Ok(new OpenRoom("r", new RoomSettings()));
        for (var i = 0; i < 200; i++) hosted.In($"u{i}");
        hosted.Refuses(new Login(hosted.NewSession(), "r", "late", "late"), RoomErrorCode.TooFrequent);
        hosted.Wait(1);
        hosted.In("late");
    }
}
