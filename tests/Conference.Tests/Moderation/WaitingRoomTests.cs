using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Moderation;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.SignIn;
using ConfEngine.Conference.Streams;
using ConfEngine.Conference.Tests.Kit;

namespace ConfEngine.Conference.Tests.Moderation;

public sealed class WaitingRoomTests
{
    private readonly Hosted _hosted = new();
    private readonly SessionId _boss;

    public WaitingRoomTests()
    {
        _boss = _hosted.In("boss");
        _hosted.Ok(new SetWaitingRoom(_boss, "r", true));
    }

    [Fact]
    public void Who_waits_sees_nothing_and_is_seen_by_hosts_only()
    {
        var attendee = _hosted.In("a");
        _hosted.Ok(new Admit(_boss, "r", "a"));
        var waits = _hosted.In("w");
        Assert.Single(_hosted.Told<WaitingForAdmission>(waits));
        Assert.Empty(_hosted.Told<RoomStateChanged>(waits));
        Assert.Empty(_hosted.Told<UserUpdate>(waits));
        Assert.Equal("w", Assert.Single(_hosted.ToldOnce<WaitingChanged>(_boss).Waiting).User.Value);
        Assert.Empty(_hosted.Told<RoomEvent>(attendee));
        _hosted.Refuses(new Publish(waits, "s"), RoomErrorCode.NotLoggedIn);
        _hosted.Refuses(new Play(waits, "s"), RoomErrorCode.NotLoggedIn);
        Assert.Equal("w", Assert.Single(_hosted.Snapshot.Waiting).User.Value);
    }

    [Fact]
    public void Who_is_admitted_is_in_like_anybody_else()
    {
        var waits = _hosted.In("w");
        _hosted.Ok(new Admit(_boss, "r", "w"));
        Assert.Equal(RoomStateReason.Logined, _hosted.ToldOnce<RoomStateChanged>(waits).Reason);
        Assert.Equal("w", Assert.Single(_hosted.ToldOnce<UserUpdate>(_boss).Users).User.Value);
        Assert.Empty(_hosted.ToldOnce<WaitingChanged>(_boss).Waiting);
        _hosted.Refuses(new Admit(_boss, "r", "w"), RoomErrorCode.UnknownUser);
    }

    [Fact]
    public void Who_is_turned_away_is_told_so()
    {
        var waits = _hosted.In("w");
        _hosted.Ok(new TurnAway(_boss, "r", "w"));
        Assert.Equal(RoomErrorCode.NotAdmitted, _hosted.ToldOnce<RoomStateChanged>(waits).Error!.Code);
        Assert.Contains(new EndSession(waits), _hosted.Effects);
        Assert.Empty(_hosted.Snapshot.Waiting);
    }

    [Fact]
    public void Opening_the_door_lets_everybody_in_who_fits()
    {
        SessionId[] waiting = [_hosted.In("w1"), _hosted.In("w2"), _hosted.In("w3")];
        _hosted.Ok(new SetParticipantLimit(_boss, "r", 3));
        _hosted.Ok(new SetWaitingRoom(_boss, "r", false));
        Assert.Equal(["boss", "w1", "w2"], _hosted.Snapshot.Members.Select(member => member.User.Value));
        Assert.Equal("w3", Assert.Single(_hosted.Snapshot.Waiting).User.Value);
        _hosted.Refuses(new Admit(_boss, "r", "w3"), RoomErrorCode.RoomFull);
        _hosted.Ok(new Logout(waiting[0], "r"));
        _hosted.Ok(new Admit(_boss, "r", null));
        Assert.Empty(_hosted.Snapshot.Waiting);
    }

    [Fact]
    public void Nobody_is_put_out_by_a_stranger_who_only_waits_under_the_same_id()
    {
        var stranger = _hosted.In("boss");
        Assert.Empty(_hosted.Told<RoomStateChanged>(_boss));
        _hosted.Ok(new Heartbeat(_boss));
        _hosted.Ok(new TurnAway(_boss, "r", "boss"));
        Assert.Contains(new EndSession(stranger), _hosted.Effects);
        Assert.Equal("boss", Assert.Single(_hosted.Snapshot.Members).User.Value);
    }

    [Fact]
    public void Granted_hosts_walk_in()
    {
        var second = _hosted.In("second", MemberRole.CoHost);
        Assert.Equal(RoomStateReason.Logined, _hosted.ToldOnce<RoomStateChanged>(second).Reason);
    }

    [Fact]
    public void The_queue_is_bounded_and_whoever_gives_up_leaves_it()
    {
        var hosted = new Hosted(new RoomOptions { MaxWaiting = 1 });
        hosted.Ok(new OpenRoom("r", new RoomSettings { HasWaitingRoom = true }));
        var first = hosted.In("w1");
        hosted.Refuses(new Login(hosted.NewSession(), "r", "w2", "w2"), RoomErrorCode.RoomFull);
        hosted.Ok(new Logout(first, "r"));
        hosted.Ok(new Dropped(hosted.In("w2")));
        hosted.Wait(100);
        Assert.Empty(hosted.Snapshot.Waiting);
    }

    [Fact]
    public void When_the_last_one_leaves_those_at_the_door_are_sent_away()
    {
        var waits = _hosted.In("w");
        _hosted.Ok(new Logout(_boss, "r"));
        Assert.Equal(RoomErrorCode.RoomClosed, _hosted.ToldOnce<RoomStateChanged>(waits).Error!.Code);
        Assert.Empty(_hosted.Host.Rooms);
        Assert.Null(_hosted.Host.NextDeadline);
    }
}
