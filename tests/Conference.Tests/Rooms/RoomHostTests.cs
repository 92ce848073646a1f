using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Messages;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.SignIn;
using ConfEngine.Conference.Tests.Kit;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Tests.Rooms;

public sealed class RoomHostTests
{
    private readonly Hosted _hosted = new();

    [Fact]
    public void The_snapshot_is_one_object_until_something_changes()
    {
        var a = _hosted.In("a");
        var before = _hosted.Snapshot;
        _hosted.Ok(new Heartbeat(a));
        _hosted.Ok(new SendBroadcast(a, "hello"));
        Assert.Same(before, _hosted.Snapshot);
        _hosted.Ok(new RaiseHand(a, true));
        Assert.NotSame(before, _hosted.Snapshot);
        Assert.True(_hosted.Snapshot.Version > before.Version);
        Assert.Equal(0, before.Members[0].Hand);
        Assert.False(_hosted.Host.TryGetSnapshot(RoomId.Parse("nowhere"), out _));
    }

    [Fact]
    public void The_members_count_is_told_every_30_s()
    {
        var a = _hosted.In("a");
        var b = _hosted.In("b");
        _hosted.Wait(29.9);
        Assert.Empty(_hosted.Told<UserCount>(a));
        _hosted.Wait(0.1);
        Assert.Equal(2, _hosted.ToldOnce<UserCount>(a).Count);
        Assert.Equal(2, _hosted.ToldOnce<UserCount>(b).Count);
        _hosted.Wait(30);
        Assert.Single(_hosted.Told<UserCount>(a));
    }

    [Fact]
    public void Waking_up_at_each_deadline_misses_nothing_and_ends()
    {
        _hosted.In("a");
        var wakes = 0;
        while (_hosted.Host.NextDeadline is { } due)
        {
            Assert.True(due > _hosted.Now, "a deadline that has passed");
            _hosted.Wait((due - _hosted.Now).Seconds);
            Assert.True(++wakes < 200, "no end");
        }
        Assert.Empty(_hosted.Host.Rooms);
    }

    [Fact]
    public void An_idle_host_wants_nothing()
    {
        Assert.Null(_hosted.Host.NextDeadline);
        _hosted.Ok(new OpenRoom("r", new RoomSettings()));
        Assert.Null(_hosted.Host.NextDeadline);
    }

    [Fact]
    public void Time_does_not_run_backwards()
    {
        var host = new RoomHost(new RoomOptions());
        host.Handle(new Login(new SessionId(1), "r", "a", "a"), new Instant(0) + MediaTime.FromSeconds(100));
        host.Handle(new Heartbeat(new SessionId(1)), new Instant(0));
        Assert.Empty(host.Advance(new Instant(0) + MediaTime.FromSeconds(101)).OfType<EndSession>());
    }

    [Fact]
    public void An_event_for_many_is_one_object()
    {
        var a = _hosted.In("a");
        var b = _hosted.In("b");
        var c = _hosted.In("c");
        var notify = Assert.Single(_hosted.Effects.OfType<Notify>(), notify => notify.Event is UserUpdate { IsFull: false });
        Assert.Equal([a, b], notify.To);
        Assert.Single(_hosted.Told<UserUpdate>(c));
    }

    [Fact]
    public void Options_that_cannot_work_are_a_programmers_error()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RoomHost(new RoomOptions { HeartbeatGrace = MediaTime.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RoomHost(new RoomOptions { LoginsPerSecond = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RoomConnection(new ConnectionOptions { FirstPause = MediaTime.Zero }));
    }
}
