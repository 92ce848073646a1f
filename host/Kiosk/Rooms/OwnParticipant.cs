using System.Text;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Streams;
using ConfEngine.Core.Time;
using ConfEngine.Runtime;
using ConfEngine.Runtime.Web;

namespace ConfEngine.Kiosk.Rooms;

/// <summary>The kiosk as a participant of its own room: a guest like others, so that its room's first guest runs the room.</summary>
internal sealed class OwnParticipant : IDisposable
{
    private const string Id = "kiosk";
    private const string Stream = "kiosk-camera";

    private readonly RoomServer _server;
    private readonly SessionId _session;
    private readonly OwnStream? _stream;

    private OwnParticipant(RoomServer server, SessionId session, OwnStream? stream) => (_server, _session, _stream) = (server, session, stream);

    /// <summary>Its id in the room.</summary>
    public UserId User { get; } = UserId.Parse(Id);

    /// <summary>What its picture is, for people.</summary>
    public string Camera => _stream?.Camera ?? "none";

    /// <summary>What its sound is, for people.</summary>
    public string Microphone => _stream?.Microphone ?? "none";

    /// <summary>What the room should know of its own camera or microphone; null while all is well.</summary>
    public string? Trouble => _stream?.Trouble;

    /// <summary>Enters the room and publishes what there is to publish.</summary>
    public static OwnParticipant Enter(RoomRequest request, RoomServer server, Engine engine, IClock clock)
    {
        var rooms = server.Rooms;
        var session = rooms.EnterAsync(new EntryRequest(request.Room, Id, Fitting(request.Name), MemberRole.Attendee, null), CancellationToken.None).GetAwaiter().GetResult();
        if (!OwnStream.HasAnything(request)) return new OwnParticipant(server, session, null);
        rooms.PublishAsync(session, Stream, StreamKind.Camera, CancellationToken.None).GetAwaiter().GetResult();
        var stream = new OwnStream(Stream, request, server.Node, engine.SourceContext.Workers, clock);
        // Nobody plays what is not there yet, and what nobody plays is not encoded: somebody has to begin.
        rooms.Post(new StreamStarted(StreamId.Parse(Stream)));
        return new OwnParticipant(server, session, stream);
    }

    /// <summary>Leaves the room.</summary>
    public void Dispose()
    {
        _stream?.Dispose();
        _server.Rooms.LeaveAsync(_session).GetAwaiter().GetResult();
    }

    // What the wall is called may be longer than a participant's name.
    private static string Fitting(string name)
    {
        while (Encoding.UTF8.GetByteCount(name) > UserName.MaxBytes) name = name[..^1];
        return name.Length == 0 ? Id : name;
    }
}
