using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Tests.Properties;

/// <summary>What holds at every moment of every history.</summary>
internal static class Invariants
{
    public static void Check(World world, Instant now)
    {
        var snapshots = world.Host.Rooms.Select(room => world.Host.TryGetSnapshot(room, out var snapshot) ? snapshot : null!).ToArray();
        foreach (var snapshot in snapshots) CheckRoom(world, snapshot);
        Unique(snapshots.SelectMany(snapshot => snapshot.Streams).Select(stream => stream.Stream.Value));
        Assert.Equal(snapshots.Sum(snapshot => snapshot.Members.Length + snapshot.Waiting.Length), world.Clients.Count);
        Assert.True(world.Host.NextDeadline is not { } due || due > now, "the next deadline has passed");
        var listed = snapshots.SelectMany(snapshot => snapshot.Streams).Where(stream => stream.State == PublisherState.Publishing);
        var playable = listed.Select(stream => stream.Stream).ToHashSet();
        Assert.All(world.Forwarded, pair => Assert.Contains(pair.Stream, playable));
        Assert.All(world.Forwarded, pair => Assert.Contains(world.Clients, client => client.Session == pair.Player && client.IsInside));
    }

    private static void CheckRoom(World world, RoomSnapshot room)
    {
        Unique(room.Members.Select(member => member.User.Value));
        Unique(room.Waiting.Select(member => member.User.Value));
        var users = room.Members.Select(member => member.User).ToHashSet();
        Assert.All(room.Streams, stream => Assert.Contains(stream.User, users));
        Assert.All(room.Streams, stream => Assert.NotEqual(MemberRole.Audience, room.Members.Single(member => member.User == stream.User).Role));
        Assert.True(room.Members.Length <= 6, "more participants than the limit");
        foreach (var client in world.Clients.Where(client => client.Room == room.Room && client.IsInside && client.IsConnected)) CheckClient(client, room);
    }

    // Each client knows everybody but itself, and every stream but its own.
    private static void CheckClient(Client client, RoomSnapshot room)
    {
        var self = Assert.Single(room.Members, member => !client.Roster.Users.Any(user => user.User == member.User)).User;
        Assert.Equal(
            room.Members.Where(member => member.User != self).Select(member => (member.User.Value, member.Role, member.Hand, member.IsAudioMuted)).Order(),
            client.Roster.Users.Select(user => (user.User.Value, user.Role, user.Hand, user.IsAudioMuted)).Order());
        Assert.Equal(
            room.Streams.Where(stream => stream.User != self).Select(stream => (stream.Stream.Value, stream.User.Value, stream.ExtraInfo)).Order(),
            client.Roster.Streams.Select(stream => (stream.Stream.Value, stream.User.Value, stream.ExtraInfo)).Order());
    }

    private static void Unique(IEnumerable<string> ids)
    {
        var seen = new HashSet<string>();
        foreach (var id in ids) Assert.True(seen.Add(id), $"{id} is there twice");
    }
}
