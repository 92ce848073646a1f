using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Runtime.Rooms;

/// <summary>A client of the control API as the rooms see it: the seat it has, and what is on its way to it.</summary>
internal sealed class PeerLink(IRpcPeer peer)
{
    // A room's welcome is some ten events; whoever has so many held back is not being answered.
    private const int MostHeld = 128;

    private readonly Lock _gate = new();
    private List<RpcNotification>? _held;

    /// <summary>The client.</summary>
    public IRpcPeer Peer => peer;

    /// <summary>Done when the rooms have been told that the client is gone.</summary>
    public Task Gone { get; set; } = Task.CompletedTask;

    /// <summary>Its place in a room; null for none. The Session thread's.</summary>
    public Seat? Seat { get; set; }

    /// <summary>Keeps notifications back until the call at hand is answered: a client must know its session before it hears of it.</summary>
    public void HoldUntilAnswered()
    {
        lock (_gate) _held ??= [];
        peer.AfterAnswer(Release);
    }

    /// <summary>Sends a notification, or holds it back. A client that is gone misses it: its connection's end is told separately.</summary>
    public void Tell(RpcNotification notification)
    {
        lock (_gate)
        {
            if (_held is { Count: < MostHeld })
            {
                _held.Add(notification);
                return;
            }

            ReleaseHeld();
            peer.Notify(notification);
        }
    }

    private void Release()
    {
        lock (_gate) ReleaseHeld();
    }

    private void ReleaseHeld()
    {
        if (_held is not { } held) return;
        _held = null;
        foreach (var notification in held) peer.Notify(notification);
    }
}
