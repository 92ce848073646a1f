using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.SignIn;

namespace ConfEngine.Conference.Tests.Properties;

/// <summary>What one participant knows from what it was told.</summary>
internal sealed class Client(SessionId session, RoomId room)
{
    public SessionId Session { get; set; } = session;

    public RoomId Room { get; } = room;

    public Roster Roster { get; } = new();

    public bool IsConnected { get; set; } = true;

    public bool IsInside { get; private set; }

    public RoomStateReason State { get; private set; } = RoomStateReason.Logining;

    public void Hear(RoomEvent what)
    {
        Assert.Equal(Room, what.Room);
        switch (what)
        {
            case RoomStateChanged changed:
                Assert.Equal(Session, changed.Session);
                State = changed.Reason;
                IsInside = RoomStateTable.StateOf(changed.Reason) == RoomState.Connected;
                break;
            case UserUpdate users:
                var people = Roster.Apply(users);
                // A delta that says what is known already, or deletes what is not there, shows a list that had gone wrong.
                if (!users.IsFull) Assert.Equal(users.Users.Length, people.New.Length + people.Gone.Length);
                break;
            case UserChanged changed:
                Roster.Apply(changed);
                break;
            case StreamUpdate streams:
                var change = Roster.Apply(streams);
                if (!streams.IsFull) Assert.Equal(streams.Streams.Length, change.New.Length + change.Gone.Length);
                break;
            case StreamExtraInfoChanged changed:
                Roster.Apply(changed);
                break;
        }
    }
}
