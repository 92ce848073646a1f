using ConfEngine.Conference.Identity;
using ConfEngine.Core.Time;
using ConfEngine.Runtime;
using ConfEngine.Runtime.Live;
using ConfEngine.Runtime.Outputs;
using ConfEngine.Runtime.Sources;

namespace ConfEngine.Kiosk.Rooms;

/// <summary>The kiosk's room: the server that people reach it by, the wall that shows it, and the kiosk's own participant.</summary>
internal sealed class KioskRoom : IDisposable
{
    private readonly RoomServer _server;
    private readonly RoomWall _wall;
    private readonly OwnParticipant _self;

    private KioskRoom(RoomServer server, RoomWall wall, OwnParticipant self) => (_server, _wall, _self) = (server, wall, self);

    /// <summary>Opens the room and puts it on the wall.</summary>
    /// <exception cref="Core.Media.MediaException">A port is taken, a folder cannot be written, a certificate is no good.</exception>
    public static KioskRoom Open(RoomRequest request, IReadOnlyList<SourceSpec> whileEmpty, Engine engine, IClock clock)
    {
        var picture = new WallPicture();
        engine.AddSink(picture);
        var server = RoomServer.StartAsync(request, picture, clock, ReportFault).GetAwaiter().GetResult();
        OwnParticipant? self = null;
        try
        {
            self = OwnParticipant.Enter(request, server, engine, clock);
            var wall = new RoomWall(engine, server.Streams, new RoomWallOptions(() => server.Room.Current, self.User, whileEmpty));
            engine.AddStep(wall);
            engine.Invitation = server.Invitation;
            return new KioskRoom(server, wall, self);
        }
        catch
        {
            self?.Dispose();
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    /// <summary>Says where people can join.</summary>
    public void Announce()
    {
        Console.WriteLine($"  join     {_server.JoinAddress}");
        foreach (var other in _server.Addresses.Skip(1)) Console.WriteLine($"           {other}");
        if (_server.Invitation.Code is { Length: > 0 } code) Console.WriteLine($"  code     {code}");
        Console.WriteLine($"  media    UDP {string.Join(", ", _server.MediaAddresses)}");
        Console.WriteLine($"  camera   {_self.Camera}");
        Console.WriteLine($"  voice    {_self.Microphone}");
        if (_server.Addresses.All(address => address.IsLoopback))
            Console.WriteLine("  Only this machine can join: add --listen https://*:8444 for phones and other computers.");
    }

    /// <summary>Tells everybody that the room is recorded.</summary>
    public void SayRecording() => _server.Rooms.SetRecordingAsync(_server.Room.Room, true).GetAwaiter().GetResult();

    /// <summary>The room's figures up to now.</summary>
    public RoomStatistics Measure() => RoomStatistics.Of(_wall.Latency);

    /// <summary>Ends the participant, then the server.</summary>
    public void Dispose()
    {
        _self.Dispose();
        _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static void ReportFault(string where, Exception cause) =>
        Console.Error.WriteLine($"confengine: {where} failed inside the engine: {cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}");
}
