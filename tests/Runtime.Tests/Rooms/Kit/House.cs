using ConfEngine.Conference;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Rooms;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Rooms;
using ConfEngine.Runtime.Rooms.Access;
using ConfEngine.Runtime.Rooms.Api;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Tests.Rooms.Kit;

/// <summary>The rooms with their control API, a clock that tests turn, and the room <c>r</c>.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly List<Client> _clients = [];

    private House(RoomOptions options, RpcLimits limits)
    {
        Service = new RoomService(options, Clock, (_, fault) => Faults.Add(fault));
        Service.Attach(Links);
        var table = new MethodTable();
        RoomApi.AddTo(table, Service);
        Methods = table.Names;
        Dispatcher = new RpcDispatcher(table, limits, new RpcStatistics(), (_, fault) => Faults.Add(fault));
        Service.Start();
    }

    public RoomService Service { get; }

    public ManualClock Clock { get; } = new();

    public Links Links { get; } = new();

    public RpcDispatcher Dispatcher { get; }

    public IReadOnlyList<string> Methods { get; }

    public List<Exception> Faults { get; } = [];

    public static async Task<House> OpenAsync(RoomSettings? settings = null, RoomOptions? options = null, RpcLimits? limits = null)
    {
        var house = new House(options ?? RoomService.Unattended, limits ?? new RpcLimits());
        await house.Service.OpenRoomAsync(RoomId.Parse("r"), settings ?? RoomService.UnattendedRoom);
        return house;
    }

    public Client Connect(string principal = Principals.Guest, bool reads = true)
    {
        var client = new Client(Dispatcher, principal, reads);
        _clients.Add(client);
        return client;
    }

    /// <summary>A client in the room <c>r</c>, with a key to come back with.</summary>
    public async Task<Client> InAsync(string user, string principal = Principals.Guest)
    {
        var client = Connect(principal);
        await client.LoginAsync("r", user, $",\"resumeKey\":\"{Key(user)}\"");
        return client;
    }

    public static string Key(string user) => $"{user}-0123456789abcdef";

    /// <summary>Publishes a stream whose media arrives.</summary>
    public async Task PublishAsync(Client client, string stream, string kind = "camera")
    {
        await client.CallAsync("stream.publish", $$"""{"stream":"{{stream}}","kind":"{{kind}}"}""");
        Service.OnStreamMedia(new StreamKey(stream), true);
        await TurnAsync();
    }

    /// <summary>The connection breaks, and the rooms know it.</summary>
    public async Task DropAsync(Client client)
    {
        var link = Service.LinkOf(client.Peer);
        await client.DisposeAsync();
        await link.Gone;
        await TurnAsync();
    }

    /// <summary>Time passes, and everything that is due then is done.</summary>
    public async Task PassAsync(double seconds)
    {
        Clock.Advance(MediaTime.FromSeconds(seconds));
        await TurnAsync();
    }

    /// <summary>Everything that was posted is done, and views are fresh.</summary>
    public Task TurnAsync() => Service.AskAsync(_ => Service.Turn());

    /// <summary>Time passes while those who are named give signs of life.</summary>
    public async Task LiveAsync(double seconds, params Client[] alive)
    {
        for (var left = seconds; left > 0; left -= 20)
        {
            await PassAsync(Math.Min(20, left));
            foreach (var client in alive) await client.CallAsync("room.heartbeat");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) await client.DisposeAsync();
        Service.Dispose();
        Assert.Empty(Faults);
    }
}
