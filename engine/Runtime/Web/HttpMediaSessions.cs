using System.Collections.Concurrent;
using System.Globalization;
using ConfEngine.Conference.Identity;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Transport;
using ConfEngine.Transport.Net;

namespace ConfEngine.Runtime.Web;

/// <summary>All senders and players that came by HTTP. Each lives as long as its transport, its place in the room, and until somebody deletes it.
/// May be used from any thread.</summary>
/// <param name="door">To the rooms.</param>
/// <param name="random">For addresses that nobody guesses.</param>
public sealed class HttpMediaSessions(IRoomDoor door, IRandomSource random)
{
    /// <summary>The most at a time.</summary>
    public const int Capacity = 512;

    private readonly ConcurrentDictionary<string, HttpMediaSession> _byPath = new(StringComparer.Ordinal);
    private long _leftBehind;

    /// <summary>How many there are.</summary>
    public int Count => _byPath.Count;

    /// <summary>Sessions that could not be logged out because the rooms were busy; their grace time ends them.</summary>
    public long LeftBehind => Interlocked.Read(ref _leftBehind);

    /// <summary>The rooms.</summary>
    internal IRoomDoor Door => door;

    /// <summary>Some random bytes in hex.</summary>
    internal string NextToken(int bytes)
    {
        Span<byte> value = stackalloc byte[bytes];
        random.Fill(value);
        return Convert.ToHexStringLower(value);
    }

    /// <summary>Says no to one more when there are as many as there may be.</summary>
    /// <exception cref="RpcException">There are.</exception>
    internal void CheckRoom()
    {
        if (_byPath.Count >= Capacity)
            throw RpcException.Refused("limit-reached", $"{Capacity} senders and players are connected by HTTP, no more are taken");
    }

    /// <summary>Finds by address.</summary>
    internal HttpMediaSession? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Gives a session that has entered a room an address, and ends it with its transport.</summary>
    /// <param name="parent">Above the address: <c>/whip/ROOM</c>.</param>
    /// <param name="session">In the room.</param>
    /// <param name="ufrag">Of its offer; empty for plain RTP.</param>
    /// <param name="release">Frees what it holds besides; may be null.</param>
    internal HttpMediaSession Add(string parent, SessionId session, string ufrag, Action? release)
    {
        // 16 bytes: whoever knows the address may end the session.
        var path = string.Create(CultureInfo.InvariantCulture, $"{parent}/{NextToken(16)}");
        var made = new HttpMediaSession(path, session, $"\"{NextToken(8)}\"", ufrag) { Release = release };
        _byPath.TryAdd(path, made);
        door.OnTransport(session, state =>
        {
            if (state is ConnectionState.Failed or ConnectionState.Closed) _ = EndAsync(made);
        });
        return made;
    }

    /// <summary>Logs out and forgets the address. False when somebody did so already.</summary>
    internal async Task<bool> EndAsync(HttpMediaSession session)
    {
        if (!_byPath.TryRemove(session.Path, out _)) return false;
        await LeaveAsync(session.Session).ConfigureAwait(false);
        session.Release?.Invoke();
        return true;
    }

    /// <summary>Logs out; when the rooms are too busy for that, they find out by themselves.</summary>
    internal async Task LeaveAsync(SessionId session)
    {
        try
        {
            await door.LeaveAsync(session).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException)
        {
            Interlocked.Increment(ref _leftBehind);
        }
    }
}
