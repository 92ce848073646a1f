using ConfEngine.Conference.Identity;
using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Runtime;
using ConfEngine.Runtime.Live;
using ConfEngine.Runtime.Outputs;
using ConfEngine.Runtime.Plugins;
using ConfEngine.Runtime.Publishing;
using ConfEngine.Runtime.Sources;
using ConfEngine.Runtime.Web;
using ConfEngine.Transport.Peers;
using ConfEngine.Video.Live;

namespace ConfEngine.Kiosk.Rooms;

/// <summary>The kiosk's room: the server that people reach it by, the wall that shows it, and the kiosk's own participant.</summary>
internal sealed class KioskRoom : IDisposable
{
    private readonly RoomServer _server;
    private readonly RoomWall _wall;
    private readonly OwnParticipant _self;
    private readonly LocalStream _programme;

    private KioskRoom(RoomServer server, RoomWall wall, OwnParticipant self, LocalStream programme) =>
        (_server, _wall, _self, _programme) = (server, wall, self, programme);

    /// <summary>Opens the room and puts it on the wall.</summary>
    /// <exception cref="Core.Media.MediaException">A port is taken, a folder cannot be written, a certificate is no good.</exception>
    public static KioskRoom Open(RoomRequest request, IReadOnlyList<SourceSpec> whileEmpty, Engine engine, RoomPlugins plugins, IClock clock)
    {
        var picture = new WallPicture();
        engine.AddSink(picture);
        var server = RoomServer.StartAsync(request, picture, clock, plugins.AddTo, ReportFault).GetAwaiter().GetResult();
        OwnParticipant? self = null;
        try
        {
            self = OwnParticipant.Enter(request, server, engine, clock);
            var wall = new RoomWall(engine, server.Streams, new RoomWallOptions(() => server.Room.Current, self.User, whileEmpty));
            engine.AddStep(wall);
            engine.Invitation = server.Invitation;
            plugins.Follow(server.Room);
            engine.AddTrouble(() => self.Trouble);
            return new KioskRoom(server, wall, self, Programme(request, server, engine, clock));
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
        Console.WriteLine($"  look     {new Uri(_server.Addresses[0], "wall.png")}");
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
        _server.Node.Post(node => node.RemoveLocal(_programme));
        _programme.Dispose();
        _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    // What the wall shows and what is heard, for those who only want to look on. VP8: what every player takes without a plug-in.
    private static LocalStream Programme(RoomRequest request, RoomServer server, Engine engine, IClock clock)
    {
        var stream = new LocalStream(WhepRoutes.ProgrammeOf(request.Room), new LocalStreamOptions { Video = VideoCodec.Vp8 });
        server.Node.Post(node => node.AddLocal(stream));
        var size = ProgrammeSize(engine.Options.Width, engine.Options.Height);
        var publisher = new ProgrammePublisher(stream, new ProgrammeOptions { Codec = LiveCodec.Vp8, Width = size.Width, Height = size.Height }, clock);
        engine.AddSink(publisher);
        engine.AddTap(publisher);
        engine.AddTrouble(() => publisher.Fault);
        return stream;
    }

    // No more than 720 lines, in the wall's own shape; halves of even numbers stay even.
    private static (int Width, int Height) ProgrammeSize(int width, int height) =>
        height <= 720 ? (width, height) : ((int)((long)width * 720 / height) & ~1, 720);

    private static void ReportFault(string where, Exception cause) =>
        Console.Error.WriteLine($"confengine: {where} failed inside the engine: {cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}");
}
