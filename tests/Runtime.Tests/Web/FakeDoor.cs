using System.Collections.Concurrent;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Streams;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Runtime.Web;
using ConfEngine.Transport;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Tests.Web;

/// <summary>A room that writes down who did what, and refuses what it was told to refuse.</summary>
internal sealed class FakeDoor : IRoomDoor
{
    public const string Answer = "v=0\r\nthe answer\r\n";

    private readonly ConcurrentDictionary<SessionId, Action<ConnectionState>> _watchers = new();
    private long _sessions;

    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>By the method's first word: what it is refused with.</summary>
    public ConcurrentDictionary<string, RpcException> Refusals { get; } = new();

    public IReadOnlyList<PlainMedia> Plain { get; private set; } = [];

    public EntryRequest? Entered { get; private set; }

    public Task<SessionId> EnterAsync(EntryRequest request, CancellationToken cancel)
    {
        Entered = request;
        return Enter("enter", $"{request.Room} {request.Role}");
    }

    public Task PublishAsync(SessionId session, string stream, StreamKind kind, CancellationToken cancel) => Do("publish", $"{session.Value} {stream} {kind}");

    public Task PlayAsync(SessionId session, string stream, CancellationToken cancel) => Do("play", $"{session.Value} {stream}");

    public async Task<string> OfferAsync(SessionId session, string sdp, IReadOnlyList<TrackBinding> bindings, CancellationToken cancel)
    {
        var said = bindings.Select(binding => $"{binding.Mid}{(binding.IsPublished ? '>' : '<')}{binding.Stream}");
        await Do("offer", $"{session.Value} {string.Join(' ', said)}");
        return Answer;
    }

    public Task BindPlainAsync(SessionId session, StreamKey stream, IReadOnlyList<PlainMedia> media, CancellationToken cancel)
    {
        Plain = media;
        return Do("plain", $"{session.Value} {stream}");
    }

    public Task<SessionId> WatchAsync(string room, StreamKey stream, CancellationToken cancel) => Enter("watch", $"{room} {stream}");

    public Task LeaveAsync(SessionId session) => Do("leave", $"{session.Value}");

    public void OnTransport(SessionId session, Action<ConnectionState> changed) => _watchers[session] = changed;

    public void Tell(long session, ConnectionState state) => _watchers[new SessionId(session)](state);

    private async Task<SessionId> Enter(string what, string how)
    {
        await Do(what, how);
        return new SessionId(Interlocked.Increment(ref _sessions));
    }

    private Task Do(string what, string how)
    {
        if (Refusals.TryGetValue(what, out var refusal)) return Task.FromException(refusal);
        Log.Enqueue($"{what} {how}");
        return Task.CompletedTask;
    }
}
