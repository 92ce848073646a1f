using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;
using ConfEngine.Runtime.Sources;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Live;

/// <summary>Keeps the tiles in line with a room: one for everybody but this wall itself, one for every shared screen. While nobody is there, what
/// <see cref="RoomWallOptions.WhileEmpty"/> names plays instead. Belongs to the render thread.</summary>
public sealed class RoomWall : IFrameStep
{
    private readonly Engine _engine;
    private readonly IStreamWatch _streams;
    private readonly RoomWallOptions _options;
    private readonly Dictionary<UserId, ParticipantSource> _people = [];
    private readonly Dictionary<StreamId, ParticipantSource> _screens = [];
    private readonly List<Source> _fillers = [];
    private RoomSnapshot? _seen;
    private bool _isFirst = true;

    /// <summary>Prepares; the tiles come with the first frame.</summary>
    public RoomWall(Engine engine, IStreamWatch streams, RoomWallOptions options)
    {
        _engine = engine;
        _streams = streams;
        _options = options;
    }

    /// <summary>From the first datagram of a picture to the canvas.</summary>
    public LatencyMeter Latency { get; } = new();

    /// <inheritdoc/>
    public void Step(in FrameTime frame)
    {
        var snapshot = _options.Snapshot();
        if (ReferenceEquals(snapshot, _seen) && !_isFirst) return;
        _isFirst = false;
        _seen = snapshot;
        RemoveGone(snapshot);
        if (snapshot is not null)
        {
            foreach (var member in snapshot.Members) ShowMember(snapshot, member);
            foreach (var stream in snapshot.Streams) ShowScreen(snapshot, stream);
        }

        _engine.HasStage = _screens.Count > 0;
        FillWhileEmpty();
    }

    private void ShowMember(RoomSnapshot snapshot, MemberView member)
    {
        if (member.User == _options.Self) return;
        if (!_people.TryGetValue(member.User, out var source))
            _people.Add(member.User, source = Add(member.Name.Value, isContent: false));
        var camera = CameraOf(snapshot, member.User);
        source.Bind(camera is null ? null : new StreamKey(camera.Stream.Value));
        source.Show(member, camera is { State: PublisherState.PublishRequesting });
    }

    private void ShowScreen(RoomSnapshot snapshot, StreamView stream)
    {
        if (stream.Kind != StreamKind.Screen || stream.User == _options.Self) return;
        var owner = Find(snapshot, stream.User);
        if (owner is null) return;
        if (!_screens.TryGetValue(stream.Stream, out var source))
        {
            _screens.Add(stream.Stream, source = Add($"{owner.Name.Value} · {_options.ScreenLabel}", isContent: true));
            source.Bind(new StreamKey(stream.Stream.Value));
        }

        source.Show(owner, stream.State == PublisherState.PublishRequesting);
        // The hand and the microphone are on the person's own tile.
        (source.Tile.Hand, source.Tile.Muted, source.Tile.Quality) = (0, false, null);
    }

    private void RemoveGone(RoomSnapshot? snapshot)
    {
        foreach (var (user, source) in _people)
            if (snapshot is null || Find(snapshot, user) is null)
            {
                _people.Remove(user);
                _engine.Remove(source);
            }

        foreach (var (stream, source) in _screens)
            if (snapshot is null || !IsShared(snapshot, stream))
            {
                _screens.Remove(stream);
                _engine.Remove(source);
            }
    }

    private void FillWhileEmpty()
    {
        var isEmpty = _people.Count == 0;
        if (isEmpty && _fillers.Count == 0)
        {
            foreach (var spec in _options.WhileEmpty)
            {
                var filler = new Source(spec, _engine.NextTileId(), _engine.SourceContext);
                _fillers.Add(filler);
                _engine.Add(filler);
            }
        }
        else if (!isEmpty)
        {
            foreach (var filler in _fillers) _engine.Remove(filler);
            _fillers.Clear();
        }
    }

    private ParticipantSource Add(string name, bool isContent)
    {
        var source = new ParticipantSource(name, isContent, _engine.NextTileId(), _engine.SourceContext, _streams, Latency);
        _engine.Add(source);
        return source;
    }

    private static StreamView? CameraOf(RoomSnapshot snapshot, UserId user)
    {
        foreach (var stream in snapshot.Streams)
            if (stream.User == user && stream.Kind != StreamKind.Screen)
                return stream;
        return null;
    }

    private static MemberView? Find(RoomSnapshot snapshot, UserId user)
    {
        foreach (var member in snapshot.Members)
            if (member.User == user)
                return member;
        return null;
    }

    private static bool IsShared(RoomSnapshot snapshot, StreamId stream)
    {
        foreach (var view in snapshot.Streams)
            if (view.Stream == stream && view.Kind == StreamKind.Screen)
                return true;
        return false;
    }
}
