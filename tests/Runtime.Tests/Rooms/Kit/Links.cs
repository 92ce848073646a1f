using ConfEngine.Conference.Identity;
using ConfEngine.Runtime.Rooms;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Tests.Rooms.Kit;

/// <summary>Media transports that only write down what is asked of them.</summary>
internal sealed class Links : IMediaLinks
{
    /// <summary>Everything asked, in order.</summary>
    public List<string> Log { get; } = [];

    public Dictionary<PeerId, SessionId> Peers { get; } = [];

    /// <summary>What is wrong with every offer; empty when they are fine.</summary>
    public string Fault { get; set; } = "";

    public bool TryAnswer(SessionId session, string offer, IReadOnlyList<TrackBinding> bindings, out string answer, out string error)
    {
        Log.Add($"offer {session.Value} {offer} {string.Join(' ', bindings.Select(b => $"{b.Mid}{(b.IsPublished ? '>' : '<')}{b.Stream}"))}");
        (answer, error) = Fault.Length == 0 ? ($"answer to {offer}", "") : ("", Fault);
        return Fault.Length == 0;
    }

    public bool TryAddPlain(SessionId session, StreamKey stream, IReadOnlyList<PlainMedia> media, out string error)
    {
        Log.Add($"plain {session.Value} {stream}");
        error = Fault;
        return Fault.Length == 0;
    }

    public void Forward(StreamId stream, SessionId player, bool isOn) => Log.Add($"{(isOn ? "forward" : "hold")} {stream} {player.Value}");

    public void Watch(SessionId viewer, StreamKey stream) => Log.Add($"watch {stream} {viewer.Value}");

    public void EndStream(StreamId stream, SessionId publisher) => Log.Add($"endStream {stream} {publisher.Value}");

    public void SetWantedHeight(SessionId player, StreamId stream, int height) => Log.Add($"height {stream} {player.Value} {height}");

    public void Move(SessionId from, SessionId to) => Log.Add($"move {from.Value} {to.Value}");

    public SessionId? SessionOf(PeerId peer) => Peers.TryGetValue(peer, out var session) ? session : null;

    public void Forget(PeerId peer)
    {
        Log.Add($"forget {peer.Value}");
        Peers.Remove(peer);
    }

    public void End(SessionId session) => Log.Add($"end {session.Value}");
}
