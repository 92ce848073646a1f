using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Streams;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Runtime.Tests.Rooms.Kit;
using ConfEngine.Runtime.Web;
using ConfEngine.Transport;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Tests.Rooms;

/// <summary>Participants without a page, viewers, and the wall.</summary>
public sealed class DoorTests
{
    private static readonly CancellationToken s_never = CancellationToken.None;

    [Fact]
    public async Task The_kiosk_lives_without_a_heartbeat_and_leaves_the_chair_to_people()
    {
        await using var house = await House.OpenAsync();
        var kiosk = await house.Service.EnterAsync(new EntryRequest("r", "kiosk", "Meeting room", MemberRole.Attendee, null), s_never);
        await house.Service.PublishAsync(kiosk, "kiosk-camera", StreamKind.Camera, s_never);
        await house.PassAsync(100_000);
        var anna = await house.InAsync("anna");
        Assert.Equal("chairman", (string?)(await anna.ToldOnceAsync("room.userChanged"))["user"]!["role"]);
        Assert.Equal("kiosk", (string?)(await anna.ToldOnceAsync("room.users"))["users"]![0]!["user"]);
        await anna.CallAsync("room.logout");
        Assert.Equal(MemberRole.Attendee, Assert.Single(await house.Service.AskAsync(floor =>
            floor.Host.TryGetSnapshot(RoomId.Parse("r"), out var room) ? room.Members : [])).Role);
    }

    [Fact]
    public async Task A_sender_publishes_and_is_gone_when_it_leaves()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var camera = await house.Service.EnterAsync(new EntryRequest("r", "obs", "OBS", MemberRole.Attendee, null), s_never);
        await house.Service.PublishAsync(camera, "obs-1", StreamKind.Other, s_never);
        Assert.Equal("answer to v=0", await house.Service.OfferAsync(camera, "v=0", [new TrackBinding("0", new StreamKey("obs-1"), true)], s_never));
        await Assert.ThrowsAsync<RpcException>(() => house.Service.OfferAsync(camera, "v=0", [new TrackBinding("0", new StreamKey("other"), true)], s_never));
        await house.Service.BindPlainAsync(camera, new StreamKey("obs-1"), [], s_never);
        var states = new List<ConnectionState>();
        house.Service.OnTransport(camera, states.Add);
        house.Links.Peers[new PeerId(1)] = camera;
        house.Service.OnPeerState(new PeerId(1), ConnectionState.Connected, null);
        await house.TurnAsync();
        await anna.CallAsync("room.remove", """{"user":"obs"}""");
        Assert.Equal([ConnectionState.Connected, ConnectionState.Closed], states);
        await house.Service.LeaveAsync(camera);
        Assert.Equal(["plain 2 obs-1", "endStream obs-1 2", "end 2"], house.Links.Log[^3..]);
    }

    [Fact]
    public async Task A_refused_entry_says_why()
    {
        await using var house = await House.OpenAsync();
        var refused = await Assert.ThrowsAsync<RpcException>(() =>
            house.Service.EnterAsync(new EntryRequest("nowhere", "obs", "OBS", MemberRole.Attendee, null), s_never));
        Assert.Equal(("unknown-room", 1002002L), (refused.Error.NeutralCode, refused.Error.VendorCode));
    }

    [Fact]
    public async Task A_sender_whose_transport_failed_goes_after_the_grace_time()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        var camera = await house.Service.EnterAsync(new EntryRequest("r", "obs", "OBS", MemberRole.Attendee, null), s_never);
        house.Links.Peers[new PeerId(1)] = camera;
        house.Service.OnPeerState(new PeerId(1), ConnectionState.Failed, "gone");
        await house.TurnAsync();
        await house.LiveAsync(99, anna);
        await anna.ToldAsync("room.users");
        await house.LiveAsync(2, anna);
        Assert.Equal("obs", (string?)(await anna.ToldOnceAsync("room.users"))["users"]![0]!["user"]);
    }

    [Fact]
    public async Task A_viewer_of_the_programme_is_seen_by_nobody_and_gone_with_its_transport()
    {
        await using var house = await House.OpenAsync();
        var anna = await house.InAsync("anna");
        await house.PublishAsync(anna, "a1");
        var programme = new StreamKey("r~programme");
        var viewer = await house.Service.WatchAsync("r", programme, s_never);
        await house.Service.OfferAsync(viewer, "v=0", [new TrackBinding("0", programme, false)], s_never);
        var refused = await Assert.ThrowsAsync<RpcException>(() => house.Service.WatchAsync("r", new StreamKey("a1"), s_never));
        Assert.Equal("not-logged-in", refused.Error.NeutralCode);
        Assert.Equal(1, (int)(await anna.CallAsync("room.info", """{"room":"r"}"""))!["count"]!);
        var states = new List<ConnectionState>();
        house.Service.OnTransport(viewer, states.Add);
        house.Links.Peers[new PeerId(1)] = viewer;
        house.Service.OnPeerState(new PeerId(1), ConnectionState.Failed, "gone");
        await house.TurnAsync();
        Assert.Equal([ConnectionState.Closed], states);
        Assert.Equal($"end {viewer.Value}", house.Links.Log[^1]);
        var other = await house.Service.WatchAsync("r", programme, s_never);
        await house.Service.CloseRoomAsync(RoomId.Parse("r"));
        Assert.Equal($"end {other.Value}", house.Links.Log[^1]);
    }

    [Fact]
    public async Task The_wall_sees_the_newest_snapshot_and_the_same_one_while_nothing_changes()
    {
        await using var house = await House.OpenAsync();
        var view = house.Service.Watch(RoomId.Parse("r"));
        await house.TurnAsync();
        Assert.Empty(view.Current!.Members);
        var anna = await house.InAsync("anna");
        await house.TurnAsync();
        var before = view.Current;
        Assert.Equal("anna 张", Assert.Single(before.Members).Name.Value);
        await anna.CallAsync("room.heartbeat");
        await house.TurnAsync();
        Assert.Same(before, view.Current);
        await house.Service.CloseRoomAsync(RoomId.Parse("r"));
        await house.TurnAsync();
        Assert.Null(view.Current);
    }
}
