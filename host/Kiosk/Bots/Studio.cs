using ConfEngine.Core.Time;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Kiosk.Bots;

/// <summary>The thread that shows the films, at their pace.</summary>
internal sealed class Studio : IDisposable
{
    private readonly FilmPlayer[] _players;
    private readonly IClock _clock;
    private readonly Thread _thread;
    private volatile bool _stopping;

    /// <summary>Starts.</summary>
    /// <param name="films">What to show.</param>
    /// <param name="streams">Where each goes.</param>
    /// <param name="clock">The pace.</param>
    public Studio(IReadOnlyList<Film> films, IReadOnlyList<ILocalStream> streams, IClock clock)
    {
        _clock = clock;
        // Cameras do not take their pictures at the same moment; if the films did, all bots would send in one burst.
        var step = MediaTime.FromUnits(1, Film.FrameRate * Math.Max(1, films.Count));
        var began = clock.Now;
        _players = [.. films.Select((film, i) => new FilmPlayer(film, streams[i], began + step * i))];
        _thread = new Thread(Run) { Name = "Studio", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Pictures and sounds that the node did not take.</summary>
    public long Dropped => _players.Sum(player => player.Dropped);

    /// <summary>Stops.</summary>
    public void Dispose()
    {
        _stopping = true;
        _thread.Join();
    }

    private void Run()
    {
        while (!_stopping)
        {
            var now = _clock.Now;
            foreach (var player in _players) player.Turn(now);
            _clock.WaitUntil(_players.Min(player => player.Due));
        }
    }
}
