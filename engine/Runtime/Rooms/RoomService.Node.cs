using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Levels;
using ConfEngine.Conference.Quality;
using ConfEngine.Conference.Streams;
using ConfEngine.Transport;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Rooms;

/// <content>What the media node reports, on its network thread: everything is posted on.</content>
public sealed partial class RoomService : INodeEvents
{
    private readonly LevelMailbox _levels = new();
    private readonly Action _takeLevels;

    /// <inheritdoc/>
    public void OnPeerState(PeerId peer, ConnectionState state, string? error) => _thread.Post(() => TakeState(peer, state));

    /// <inheritdoc/>
    public void OnStreamMedia(StreamKey stream, bool arrives)
    {
        if (!StreamId.TryParse(stream.Name, out var id, out _)) return;
        _thread.Post(() => _floor.Take(arrives ? new StreamStarted(id) : new StreamInterrupted(id)));
    }

    /// <inheritdoc/>
    public void OnSoundLevel(StreamKey stream, double level, bool isSpeech)
    {
        if (_levels.Put(stream, level, isSpeech)) _thread.Post(_takeLevels);
    }

    /// <inheritdoc/>
    public void OnPath(PeerId peer, in PathFigures figures)
    {
        var link = new LinkFigures(figures.RoundTripMilliseconds, figures.Loss);
        _thread.PostFigures(() =>
        {
            if (SeatOf(peer) is not { } seat) return;
            seat.RoundTripMilliseconds = link.RoundTripMilliseconds;
            _floor.Take(new LinkMeasured(seat.Session, link));
        });
    }

    /// <inheritdoc/>
    public void OnStream(PeerId peer, StreamKey stream, bool isPublished, in TrackFigures figures)
    {
        if (!StreamId.TryParse(stream.Name, out var id, out _)) return;
        var measured = figures;
        _thread.PostFigures(() => TakeFigures(peer, id, isPublished, measured));
    }

    /// <inheritdoc/>
    public void OnWantedHeight(StreamKey stream, int height)
    {
        if (StreamId.TryParse(stream.Name, out var id, out _)) _thread.Post(() => _floor.SetWantedHeight(id, height));
    }

    private Seat? SeatOf(PeerId peer) => _floor.Links.SessionOf(peer) is { } session ? _floor.Find(session) : null;

    private void TakeState(PeerId peer, ConnectionState state)
    {
        var seat = SeatOf(peer);
        var isOver = state is ConnectionState.Failed or ConnectionState.Closed;
        if (isOver) _floor.Links.Forget(peer);
        if (seat is null) return;
        // A viewer's seat is told of its end there, and once is enough.
        if (seat.Watches is null || !isOver) seat.TransportChanged?.Invoke(state);
        if (isOver) _floor.LoseTransport(seat);
    }

    private void TakeFigures(PeerId peer, StreamId stream, bool isPublished, in TrackFigures figures)
    {
        if (SeatOf(peer) is not { } seat) return;
        var rate = figures.FramesPerSecond;
        var link = new LinkFigures(seat.RoundTripMilliseconds, figures.Loss);
        var measured = new StreamFigures(rate, rate, rate, figures.BitsPerSecond / 1000.0, link);
        _floor.Take(isPublished ? new PublishMeasured(seat.Session, stream, measured) : new PlayMeasured(seat.Session, stream, measured));
    }

    private void TakeLevels()
    {
        foreach (var (stream, sound) in _levels.Take())
            if (StreamId.TryParse(stream.Name, out var id, out _)) _floor.Take(new SoundMeasured(id, sound.Level, sound.IsSpeech));
    }
}
