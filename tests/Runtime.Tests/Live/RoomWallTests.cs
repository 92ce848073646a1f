using System.Collections.Immutable;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Quality;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Live;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Tests.Live;

/// <summary>The wall follows the room: tiles for people and screens come, change and go with the snapshots.</summary>
public sealed class RoomWallTests : IDisposable
{
    private readonly Engine _engine = EngineFixture.Create(EngineFixture.Options() with { IsOffline = false }, new ManualClock());
    private readonly Streams _streams = new();
    private RoomSnapshot? _snapshot;
    private long _version;

    [Fact]
    public void Everybody_but_the_wall_itself_has_a_tile_and_leaving_takes_it_off()
    {
        var wall = Wall("kiosk");
        Show(wall, [Person("kiosk"), Person("ana"), Person("wang")]);
        Assert.Equal(["ana", "wang"], _engine.Sources.Select(source => source.Name));
        Show(wall, [Person("kiosk"), Person("wang")]);
        Assert.Equal(["wang"], _engine.Sources.Select(source => source.Name));
        _snapshot = null;
        wall.Step(default);
        Assert.Empty(_engine.Sources);
    }

    [Fact]
    public void A_camera_is_watched_from_its_publishing_until_it_goes()
    {
        var wall = Wall();
        Show(wall, [Person("ana")], Stream("ana-cam", "ana", StreamKind.Camera));
        Assert.Equal("ana-cam", Assert.Single(_streams.Watched).Name);
        Show(wall, [Person("ana")]);
        Assert.Empty(_streams.Watched);
        Assert.Single(_engine.Sources);
    }

    [Fact]
    public void A_screen_has_a_tile_of_its_own_that_takes_the_stage()
    {
        var wall = Wall();
        Show(wall, [Person("ana")], Stream("ana-cam", "ana", StreamKind.Camera), Stream("ana-screen", "ana", StreamKind.Screen));
        Assert.Equal(2, _engine.Sources.Count);
        Assert.True(_engine.Sources[1].Tile.IsContent);
        Assert.True(_engine.HasStage);
        Show(wall, [Person("ana")], Stream("ana-cam", "ana", StreamKind.Camera));
        Assert.Single(_engine.Sources);
        Assert.False(_engine.HasStage);
    }

    [Fact]
    public void Badges_follow_the_room()
    {
        var wall = Wall();
        Show(wall, [Person("ana") with { IsAudioMuted = true, Hand = 3, Quality = QualityLevel.Bad }]);
        var tile = _engine.Sources[0].Tile;
        Assert.True(tile.Muted);
        Assert.Equal(3, tile.Hand);
        Assert.Equal(1, tile.Quality);
        Assert.False(tile.IsReconnecting);
        Show(wall, [Person("ana") with { IsConnected = false }]);
        Assert.True(tile.IsReconnecting);
        Assert.Null(tile.Quality);
    }

    [Fact]
    public void A_stream_that_brings_nothing_freezes_with_a_word_about_it()
    {
        var wall = Wall();
        Show(wall, [Person("ana")], Stream("ana-cam", "ana", StreamKind.Camera) with { State = PublisherState.PublishRequesting });
        Assert.True(_engine.Sources[0].Tile.IsReconnecting);
    }

    [Fact]
    public void What_plays_while_nobody_is_there_goes_when_somebody_comes_and_comes_back()
    {
        var wall = new RoomWall(_engine, _streams, new RoomWallOptions(() => _snapshot, null, [EngineFixture.Source("test:,name=Demo")]));
        wall.Step(default);
        Assert.Equal("Demo", Assert.Single(_engine.Sources).Name);
        Show(wall, [Person("ana")]);
        Assert.Equal("ana", Assert.Single(_engine.Sources).Name);
        Show(wall, []);
        Assert.Equal("Demo", Assert.Single(_engine.Sources).Name);
    }

    [Fact]
    public void Nothing_is_allocated_while_nothing_changes()
    {
        var wall = Wall();
        Show(wall, [Person("ana"), Person("wang")]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) wall.Step(default);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    public void Dispose() => _engine.Dispose();

    private RoomWall Wall(string? self = null) => new(_engine, _streams, new RoomWallOptions(() => _snapshot, self is null ? null : User(self), []));

    private void Show(RoomWall wall, ImmutableArray<MemberView> members, params ImmutableArray<StreamView> streams)
    {
        Assert.True(RoomId.TryParse("lobby", out var room, out _));
        _snapshot = new RoomSnapshot(room, ++_version, new RoomStatus(false, false, false, 100, false, true), members, streams, [], null);
        wall.Step(default);
    }

    private static MemberView Person(string name)
    {
        Assert.True(UserName.TryParse(name, out var parsed, out _));
        return new MemberView
        {
            User = User(name), Name = parsed, Role = MemberRole.Attendee, IsConnected = true, IsAudioMuted = false, IsVideoMuted = false, Hand = 0,
            Quality = QualityLevel.Excellent,
        };
    }

    private static StreamView Stream(string id, string user, StreamKind kind)
    {
        Assert.True(StreamId.TryParse(id, out var stream, out _));
        return new StreamView(stream, User(user), kind, PublisherState.Publishing, "");
    }

    private static UserId User(string id)
    {
        Assert.True(UserId.TryParse(id, out var user, out _));
        return user;
    }

    /// <summary>Remembers what is watched.</summary>
    private sealed class Streams : IStreamWatch
    {
        public List<StreamKey> Watched { get; } = [];

        public void Watch(StreamKey stream, IStreamSink sink) => Watched.Add(stream);

        public void Unwatch(StreamKey stream, IStreamSink sink) => Assert.True(Watched.Remove(stream));
    }
}
