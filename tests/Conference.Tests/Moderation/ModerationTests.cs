using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Moderation;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.SignIn;
using ConfEngine.Conference.Streams;
using ConfEngine.Conference.Tests.Kit;

namespace ConfEngine.Conference.Tests.Moderation;

public sealed class ModerationTests
{
    private readonly Hosted _hosted = new();
    private readonly SessionId _boss;
    private readonly SessionId _a;
    private readonly SessionId _b;

    public ModerationTests()
    {
        _boss = _hosted.In("boss");
        _a = _hosted.InWithStream("a", "sa");
        _b = _hosted.In("b");
    }

    [Fact]
    public void The_first_in_an_ad_hoc_room_is_chairman() =>
        Assert.Equal([MemberRole.Chairman, MemberRole.Attendee, MemberRole.Attendee], _hosted.Snapshot.Members.Select(member => member.Role));

    [Fact]
    public void A_locked_room_lets_nobody_in_but_its_members_come_back()
    {
        _hosted.Ok(new SetLocked(_boss, "r", true));
        Assert.True(_hosted.ToldOnce<RoomStatusChanged>(_b).Status.IsLocked);
        _hosted.Refuses(new Login(_hosted.NewSession(), "r", "new", "new"), RoomErrorCode.RoomLocked);
        _hosted.Refuses(new Login(_hosted.NewSession(), "r", "b", "b"), RoomErrorCode.RoomLocked);
        _hosted.Ok(new Dropped(_a));
        _hosted.Ok(new Reconnect(_hosted.NewSession(), _a, new Secret("a")));
    }

    [Fact]
    public void Who_is_removed_is_told_and_may_be_kept_out()
    {
        _hosted.Ok(new Remove(_boss, "r", "a", Block: true));
        var told = _hosted.ToldOnce<RoomStateChanged>(_a);
        Assert.Equal((RoomStateReason.KickOut, 1002055, "kicked out by the backend"), (told.Reason, told.Error!.VendorCode, told.Error.VendorText));
        Assert.Equal(StreamDeleteReason.Kicked, Assert.Single(_hosted.ToldOnce<StreamUpdate>(_b).Streams).Reason);
        _hosted.Refuses(new Login(_hosted.NewSession(), "r", "a", "a"), RoomErrorCode.Blocked);
        _hosted.Refuses(new Reconnect(_hosted.NewSession(), _a, new Secret("a")), RoomErrorCode.CannotResume);
        _hosted.Ok(new Unblock(_boss, "r", "a"));
        _hosted.In("a");
        _hosted.Refuses(new Unblock(_boss, "r", "a"), RoomErrorCode.UnknownUser);
    }

    [Fact]
    public void The_list_of_blocked_ids_is_bounded()
    {
        var hosted = new Hosted(new RoomOptions { MaxBlocked = 1 });
        hosted.In("boss");
        foreach (var user in new[] { "x", "y" })
        {
            hosted.In(user);
            hosted.Ok(new Remove(SessionId.Operator, "r", user, Block: true));
        }
        hosted.In("x");
        hosted.Refuses(new Login(hosted.NewSession(), "r", "y", "y"), RoomErrorCode.Blocked);
    }

    [Fact]
    public void A_muted_participant_may_unmute_unless_everybody_is_held_muted()
    {
        _hosted.Ok(new MuteMember(_boss, "r", "a", Audio: true, Video: true));
        var seen = _hosted.ToldOnce<UserChanged>(_b).User;
        Assert.Equal((true, true), (seen.IsAudioMuted, seen.IsVideoMuted));
        _hosted.Ok(new SetMuted(_a, Audio: false, Video: null));
        Assert.Equal((false, true), (_hosted.ToldOnce<UserChanged>(_b).User.IsAudioMuted, _hosted.ToldOnce<UserChanged>(_b).User.IsVideoMuted));

        _hosted.Ok(new MuteAll(_boss, "r", MayUnmute: false));
        Assert.Equal([false, true, true], _hosted.Snapshot.Members.Select(member => member.IsAudioMuted));
        _hosted.Refuses(new SetMuted(_a, Audio: false, Video: null), RoomErrorCode.NoPermission);
        Assert.Equal([false, true, true, true], InNow("late"));
        _hosted.Ok(new AskToUnmute(_boss, "r", "a"));
        Assert.Single(_hosted.Told<UnmuteAsked>(_a));
        Assert.True(_hosted.Snapshot.Members[1].IsAudioMuted);
        _hosted.Ok(new SetMuted(_a, Audio: false, Video: null));
        _hosted.Refuses(new SetMuted(_b, Audio: false, Video: null), RoomErrorCode.NoPermission);
        _hosted.Ok(new MuteAll(_boss, "r", MayUnmute: true));
        _hosted.Ok(new SetMuted(_b, Audio: false, Video: null));
    }

    [Fact]
    public void Hands_stand_in_the_order_they_went_up()
    {
        _hosted.Ok(new RaiseHand(_b, true));
        _hosted.Ok(new RaiseHand(_a, true));
        _hosted.Ok(new RaiseHand(_b, true));
        Assert.Empty(_hosted.Effects);
        Assert.Equal(["b", "a"], _hosted.Snapshot.Members.Where(member => member.Hand > 0).OrderBy(member => member.Hand).Select(member => member.User.Value));
        _hosted.Ok(new LowerHand(_boss, "r", "b"));
        Assert.Equal(0, _hosted.ToldOnce<UserChanged>(_b).User.Hand);
        _hosted.Ok(new LowerHand(_boss, "r", null));
        Assert.All(_hosted.Snapshot.Members, member => Assert.Equal(0, member.Hand));
    }

    [Fact]
    public void A_client_in_a_loop_does_not_flood_the_room()
    {
        for (var i = 0; i < 10; i++) _hosted.Ok(new RaiseHand(_a, i % 2 == 0));
        _hosted.Refuses(new RaiseHand(_a, true), RoomErrorCode.TooFrequent);
        _hosted.Refuses(new SetMuted(_a, true, null), RoomErrorCode.TooFrequent);
        _hosted.Wait(1);
        _hosted.Ok(new RaiseHand(_a, true));
    }

    [Fact]
    public void There_is_one_chairman_and_making_another_makes_the_first_co_host()
    {
        _hosted.Ok(new SetRole(_boss, "r", "b", MemberRole.Chairman));
        Assert.Equal([MemberRole.CoHost, MemberRole.Attendee, MemberRole.Chairman], _hosted.Snapshot.Members.Select(member => member.Role));
        _hosted.Refuses(new SetPassword(_boss, "r", null), RoomErrorCode.NoPermission);
        _hosted.Refuses(new SetRole(_b, "r", "a", (MemberRole)9), RoomErrorCode.OutOfRange);
    }

    [Fact]
    public void When_the_chairman_goes_the_co_host_follows_and_then_the_longest_present()
    {
        _hosted.Ok(new SetRole(_boss, "r", "b", MemberRole.CoHost));
        _hosted.Ok(new Logout(_boss, "r"));
        Assert.Equal(MemberRole.Chairman, _hosted.Snapshot.Members.Single(member => member.User.Value == "b").Role);
        _hosted.Ok(new Logout(_b, "r"));
        Assert.Equal(MemberRole.Chairman, Assert.Single(_hosted.Snapshot.Members).Role);
    }

    [Fact]
    public void A_chairman_who_only_lost_the_connection_stays_chairman()
    {
        _hosted.Ok(new Dropped(_boss));
        Assert.Equal(MemberRole.Chairman, _hosted.Snapshot.Members[0].Role);
    }

    [Fact]
    public void The_participant_limit_holds_and_throws_nobody_out()
    {
        _hosted.Ok(new SetParticipantLimit(_boss, "r", 2));
        Assert.Equal(3, _hosted.Snapshot.Members.Length);
        _hosted.Refuses(new Login(_hosted.NewSession(), "r", "c", "c"), RoomErrorCode.RoomFull);
        _hosted.Refuses(new SetParticipantLimit(_boss, "r", -1), RoomErrorCode.OutOfRange);
        _hosted.Refuses(new SetParticipantLimit(_boss, "r", 501), RoomErrorCode.OutOfRange);
    }

    [Fact]
    public void Everybody_knows_when_the_room_is_recorded()
    {
        _hosted.Ok(new SetRecording(SessionId.Operator, "r", true));
        Assert.True(_hosted.ToldOnce<RoomStatusChanged>(_a).Status.IsRecording);
        var late = _hosted.In("late");
        Assert.True(_hosted.ToldOnce<RoomStatusChanged>(late).Status.IsRecording);
        Assert.True(_hosted.Snapshot.Status.IsRecording);
    }

    [Fact]
    public void Closing_a_room_puts_everybody_out_and_leaves_nothing()
    {
        _hosted.Ok(new CloseRoom(_boss, "r"));
        foreach (var session in new[] { _boss, _a, _b })
        {
            Assert.Equal(RoomErrorCode.RoomClosed, _hosted.Told<RoomStateChanged>(session).Single().Error!.Code);
            Assert.Contains(new EndSession(session), _hosted.Effects);
        }
        Assert.Contains(new EndStream(StreamId.Parse("sa"), _a), _hosted.Effects);
        Assert.Empty(_hosted.Host.Rooms);
        Assert.Null(_hosted.Host.NextDeadline);
        _hosted.InWithStream("x", "sa");
    }

    private IEnumerable<bool> InNow(string user)
    {
        _hosted.In(user);
        return _hosted.Snapshot.Members.Select(member => member.IsAudioMuted);
    }
}
