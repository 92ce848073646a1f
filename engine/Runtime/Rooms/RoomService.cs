using System.Collections.Concurrent;
using ConfEngine.Conference;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Moderation;
using ConfEngine.Conference.Rooms;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Rooms.Api;

namespace ConfEngine.Runtime.Rooms;

/// <summary>All rooms of this process, on a thread of their own: clients call in, the media node reports, the wall looks at snapshots.
/// <see cref="Attach"/> and <see cref="Start"/> come first.</summary>
public sealed partial class RoomService : IDisposable
{
    private readonly ConcurrentDictionary<IRpcPeer, PeerLink> _peers = new();
    private readonly ConcurrentDictionary<RoomId, RoomView> _views = new();
    private readonly RoomFloor _floor;
    private readonly SessionThread _thread;

    /// <summary>No rooms yet.</summary>
    /// <param name="options">Times and limits; <see cref="Unattended"/> for a kiosk.</param>
    /// <param name="clock">The time.</param>
    /// <param name="onFault">Told of a fault of ours, with where it happened.</param>
    public RoomService(RoomOptions options, IClock clock, Action<string, Exception> onFault)
    {
        _floor = new RoomFloor(options, clock, new EventWriter(clock));
        _thread = new SessionThread(clock, Turn, onFault);
        _takeLevels = TakeLevels;
    }

    /// <summary>The limits of a kiosk: guests come into the rooms that were opened for them, and make none.</summary>
    public static RoomOptions Unattended { get; } = new() { CreateOnLogin = false };

    /// <summary>The room of a kiosk that nobody sits at: it stays when the last one leaves, and the first to come in runs it.</summary>
    public static RoomSettings UnattendedRoom { get; } = new() { FirstIsChairman = true };

    /// <summary>Calls and reports that were refused because too many waited.</summary>
    public long Refused => _thread.Refused;

    /// <summary>Connects the media transports, once, before <see cref="Start"/>.</summary>
    public void Attach(IMediaLinks links) => _floor.Links = links;

    /// <summary>Starts the thread.</summary>
    public void Start()
    {
        ArgumentNullException.ThrowIfNull(_floor.Links);
        _thread.Start();
    }

    /// <summary>The room for those who look at it every frame.</summary>
    public RoomView Watch(RoomId room)
    {
        var view = _views.GetOrAdd(room, static id => new RoomView(id));
        _thread.Wake();
        return view;
    }

    /// <summary>Hands over an input that needs no answer; false when too much waits already.</summary>
    public bool Post(RoomInput input) => _thread.Post(() => _floor.Take(input));

    /// <summary>Opens a room.</summary>
    /// <exception cref="RpcException">There is one already, or there are too many.</exception>
    public Task OpenRoomAsync(RoomId room, RoomSettings settings) => DoAsync(new OpenRoom(room.Value, settings));

    /// <summary>Closes a room and signs everybody in it out.</summary>
    /// <exception cref="RpcException">There is none.</exception>
    public Task CloseRoomAsync(RoomId room) => DoAsync(new CloseRoom(SessionId.Operator, room.Value));

    /// <summary>Shows everybody in a room that it is recorded, or not any more.</summary>
    /// <exception cref="RpcException">There is no such room.</exception>
    public Task SetRecordingAsync(RoomId room, bool isOn) => DoAsync(new SetRecording(SessionId.Operator, room.Value, isOn));

    /// <summary>Stops the thread. Clients find their calls cancelled.</summary>
    public void Dispose() => _thread.Dispose();

    /// <summary>Asks something of the rooms on their thread.</summary>
    internal Task<T> AskAsync<T>(Func<RoomFloor, T> question) => _thread.AskAsync(() => question(_floor));

    /// <summary>Does something with the rooms on their thread.</summary>
    internal Task ActAsync(Action<RoomFloor> act) => _thread.AskAsync(() =>
    {
        act(_floor);
        return true;
    });

    /// <summary>The client behind a call.</summary>
    internal PeerLink LinkOf(IRpcPeer peer)
    {
        if (_peers.TryGetValue(peer, out var known)) return known;
        var link = _peers.GetOrAdd(peer, new PeerLink(peer));
        link.Gone = peer.Closed.ContinueWith(_ => Gone(link), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return link;
    }

    // A connection ends after its last call, so what that call posted comes before this.
    private void Gone(PeerLink link)
    {
        _peers.TryRemove(link.Peer, out _);
        _thread.Post(() => _floor.Drop(link));
    }

    private Task DoAsync(RoomInput input) => ActAsync(floor => ErrorMapping.Check(floor.Take(input)));

    /// <summary>Does what is due and renews the views. The thread does so after every batch.</summary>
    internal Instant? Turn()
    {
        _floor.Advance();
        foreach (var (room, view) in _views) view.Current = _floor.Host.TryGetSnapshot(room, out var snapshot) ? snapshot : null;
        return _floor.Host.NextDeadline;
    }
}
