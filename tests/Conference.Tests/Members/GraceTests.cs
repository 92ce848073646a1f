using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.SignIn;
using ConfEngine.Conference.Streams;
using ConfEngine.Conference.Tests.Kit;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Tests.Members;

/// <summary>Acceptance check 3: 100 s in which the others see nothing.</summary>
public sealed class GraceTests
{
    private readonly Hosted _hosted = new();

    [Fact]
    public void A_publisher_gone_for_99_s_comes_back_without_the_others_being_told_anything()
    {
        var watcher = _hosted.In("w");
        var lost = _hosted.InWithStream("p", "sp");
        _hosted.Ok(new Dropped(lost));
        Assert.Empty(_hosted.Told<RoomEvent>(watcher));
        Assert.False(_hosted.Snapshot.Members.Single(member => member.User.Value == "p").IsConnected);
        var meanwhile = _hosted.WaitWith(99, watcher);
        var back = _hosted.NewSession();
        _hosted.Ok(new Reconnect(back, lost, new Secret("p")));
        meanwhile.AddRange(_hosted.Effects);

        Assert.Empty(ListNews(meanwhile, watcher));
        Assert.Contains(new MoveSession(lost, back), _hosted.Effects);
        Assert.Equal(RoomStateReason.Reconnected, _hosted.ToldOnce<RoomStateChanged>(back).Reason);
        Assert.True(_hosted.Snapshot.Members.All(member => member.IsConnected));
        Assert.Equal("sp", _hosted.ToldOnce<PublisherStateChanged>(back).Stream.Value);
    }

    [Theory]
    [InlineData(14.9, true)]
    [InlineData(15.1, false)]
    public void Who_said_that_it_is_going_is_waited_for_only_as_long_as_a_reload_takes(double seconds, bool isThere)
    {
        var watcher = _hosted.In("w");
        var going = _hosted.InWithStream("p", "sp");
        _hosted.Ok(new Heartbeat(going, IsGoing: true));
        _hosted.Ok(new Dropped(going));
        _hosted.WaitWith(seconds, watcher);
        Assert.Equal(isThere, _hosted.Snapshot.Members.Any(member => member.User.Value == "p"));
    }

    [Fact]
    public void Who_went_on_after_all_has_the_whole_grace_time_again()
    {
        var watcher = _hosted.In("w");
        var lost = _hosted.In("p");
        _hosted.Ok(new Heartbeat(lost, IsGoing: true));
        _hosted.Ok(new Heartbeat(lost));
        _hosted.Ok(new Dropped(lost));
        _hosted.WaitWith(99, watcher);
        Assert.Contains(_hosted.Snapshot.Members, member => member.User.Value == "p");
    }

    [Fact]
    public void A_publisher_gone_for_101_s_is_deleted_and_added_and_its_player_waits_in_between()
    {
        var watcher = _hosted.In("w");
        var lost = _hosted.InWithStream("p", "sp");
        _hosted.Ok(new Play(watcher, "sp"));
        _hosted.Ok(new Dropped(lost));
        var gone = _hosted.WaitWith(101, watcher);
        _hosted.Refuses(new Reconnect(_hosted.NewSession(), lost, new Secret("p")), RoomErrorCode.CannotResume);

        var news = ListNews(gone, watcher).ToArray();
        Assert.Equal(StreamDeleteReason.HeartbeatTimeout, Assert.Single(Assert.IsType<StreamUpdate>(news[0]).Streams).Reason);
        Assert.Equal(UpdateType.Delete, Assert.IsType<UserUpdate>(news[1]).Type);
        Assert.Equal(2, news.Length);
        Assert.Contains(new StopForwarding(StreamId.Parse("sp"), watcher), gone);
        Assert.Equal(PlayerState.PlayRequesting, gone.OfType<Notify>().Select(notify => notify.Event).OfType<PlayerStateChanged>().Single().State);

        _hosted.InWithStream("p", "sp");
        Assert.Equal(UpdateType.Add, _hosted.ToldOnce<StreamUpdate>(watcher).Type);
        Assert.Contains(new StartForwarding(StreamId.Parse("sp"), watcher), _hosted.Effects);
    }

    [Theory]
    [InlineData(99.9, true)]
    [InlineData(100, false)]
    public void A_silent_client_that_never_closed_its_connection_goes_after_the_same_time(double seconds, bool isThere)
    {
        _hosted.Ok(new OpenRoom("r", new RoomSettings()));
        _hosted.In("a");
        _hosted.Wait(seconds);
        Assert.Equal(isThere ? 1 : 0, _hosted.Snapshot.Members.Length);
    }

    [Fact]
    public void The_grace_time_can_be_set()
    {
        var hosted = new Hosted(new RoomOptions { HeartbeatGrace = MediaTime.FromSeconds(5) });
        hosted.Ok(new OpenRoom("r", new RoomSettings()));
        hosted.Ok(new Dropped(hosted.In("a")));
        hosted.Wait(4.9);
        Assert.Single(hosted.Snapshot.Members);
        hosted.Wait(0.1);
        Assert.Empty(hosted.Snapshot.Members);
    }

    [Fact]
    public void Coming_back_brings_what_happened_meanwhile()
    {
        var stays = _hosted.InWithStream("a", "sa");
        var lost = _hosted.In("p", key: "k");
        _hosted.Ok(new Dropped(lost));
        _hosted.Ok(new StopPublishing(stays, "sa"));
        _hosted.In("late");
        var back = _hosted.NewSession();
        _hosted.Ok(new Reconnect(back, lost, new Secret("k")));
        var users = _hosted.ToldOnce<UserUpdate>(back);
        Assert.True(users.IsFull);
        Assert.Equal(["a", "late"], users.Users.Select(user => user.User.Value));
        Assert.Empty(_hosted.ToldOnce<StreamUpdate>(back).Streams);
    }

    [Fact]
    public void Nobody_comes_back_without_the_key_and_a_wrong_one_harms_nothing()
    {
        var lost = _hosted.In("a", key: "right");
        var keyless = _hosted.In("b");
        _hosted.Refuses(new Reconnect(_hosted.NewSession(), lost, new Secret("wrong")), RoomErrorCode.CannotResume);
        _hosted.Refuses(new Reconnect(_hosted.NewSession(), keyless, new Secret("")), RoomErrorCode.CannotResume);
        _hosted.Refuses(new Reconnect(_hosted.NewSession(), new SessionId(77), new Secret("right")), RoomErrorCode.CannotResume);
        _hosted.Ok(new Heartbeat(lost));
    }

    [Fact]
    public void News_of_the_old_connection_do_not_touch_the_new_one()
    {
        var old = _hosted.In("a", key: "k");
        var back = _hosted.NewSession();
        _hosted.Ok(new Reconnect(back, old, new Secret("k")));
        _hosted.Refuses(new Dropped(old), RoomErrorCode.NotLoggedIn);
        _hosted.Ok(new Heartbeat(back));
        _hosted.Ok(new Dropped(back));
        _hosted.Refuses(new Dropped(back), RoomErrorCode.WrongState);
        _hosted.Refuses(new Publish(back, "s"), RoomErrorCode.WrongState);
        _hosted.Refuses(new Heartbeat(back), RoomErrorCode.WrongState);
    }

    private static IEnumerable<RoomEvent> ListNews(IEnumerable<RoomEffect> effects, SessionId session) =>
        effects.OfType<Notify>().Where(notify => notify.To.Contains(session)).Select(notify => notify.Event).Where(what => what is UserUpdate or StreamUpdate);
}
