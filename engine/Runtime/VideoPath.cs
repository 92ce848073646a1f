using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Sources;

namespace ConfEngine.Runtime;

/// <summary>From the decoders' queues to the tiles: the Streams phase of the frame loop.</summary>
public sealed class VideoPath
{
    private readonly PumpWorkers _workers;
    private readonly bool _isOffline;
    private readonly List<ITileSource> _sources;

    /// <summary>Takes over the sources.</summary>
    /// <param name="sources">In the order of their tiles.</param>
    /// <param name="workers">The threads that decode.</param>
    /// <param name="isOffline">True to wait for every frame instead of showing what is there.</param>
    public VideoPath(IEnumerable<ITileSource> sources, PumpWorkers workers, bool isOffline)
    {
        _sources = [.. sources];
        _workers = workers;
        _isOffline = isOffline;
    }

    /// <summary>The sources, in the order of their tiles.</summary>
    public IReadOnlyList<ITileSource> Sources => _sources;

    /// <summary>Puts a source behind the others. It is the path's from now on.</summary>
    public void Add(ITileSource source) => _sources.Add(source);

    /// <summary>Takes a source out and disposes it.</summary>
    public void Remove(ITileSource source)
    {
        if (_sources.Remove(source)) source.Dispose();
    }

    /// <summary>True when there were sources and none of them plays: each has come to its end or has failed.</summary>
    public bool HasEnded => _sources.Count > 0 && _sources.TrueForAll(source => source.HasEnded);

    /// <summary>Puts the frame that is due at <paramref name="now"/> on every tile.</summary>
    /// <param name="now">The media position to show.</param>
    /// <param name="mixed">The media position up to which sound has been mixed.</param>
    public void Take(MediaTime now, MediaTime mixed)
    {
        if (_isOffline) Settle(now);
        foreach (var source in _sources) source.Update(now, mixed);
        _workers.Wake();
    }

    /// <summary>Decodes until no source can give another answer for <paramref name="now"/>: what makes offline output the same however the
    /// threads ran.</summary>
    public void Settle(MediaTime now)
    {
        foreach (var source in _sources)
        {
            while (!source.IsReadyFor(now) && _workers.StepOrWait())
            {
            }
        }
    }
}
