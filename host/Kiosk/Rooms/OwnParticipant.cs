using System.Text;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Streams;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Runtime;
using ConfEngine.Runtime.Web;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Kiosk.Rooms;

/// <summary>The kiosk as a participant of its own room.</summary>
internal sealed class OwnParticipant : IDisposable
{
    private const string Id = "kiosk";

    private readonly RoomServer _server;
    private readonly SessionId _session;

    private OwnParticipant(RoomServer server, SessionId session, UserId user)
    {
        _server = server;
        _session = session;
        User = user;
    }

    /// <summary>Its id in the room.</summary>
    public UserId User { get; }

    /// <summary>What its picture is, for people.</summary>
    public string Camera { get; private init; } = "none";

    /// <summary>What its sound is, for people.</summary>
    public string Microphone { get; private init; } = "none";

    /// <summary>Enters the room.</summary>
    public static OwnParticipant Enter(RoomRequest request, RoomServer server, Engine engine, IClock clock)
    {
        // A room that the kiosk runs would have no chairman among its guests: it is an attendee like others.
        var entry = new EntryRequest(request.Room, Id, Fitting(request.Name), MemberRole.Attendee, null);
        var session = server.Rooms.EnterAsync(entry, CancellationToken.None).GetAwaiter().GetResult();
        return new OwnParticipant(server, session, UserId.Parse(Id));
    }

    /// <summary>Leaves the room.</summary>
    public void Dispose() => _server.Rooms.LeaveAsync(_session).GetAwaiter().GetResult();

    // A room's name on the wall may be longer than a user name.
    private static string Fitting(string name)
    {
        while (Encoding.UTF8.GetByteCount(name) > UserName.MaxBytes) name = name[..^1];
        return name.Length == 0 ? Id : name;
    }
}
