using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Sources;

namespace ConfEngine.Runtime;

/// <summary>From the decoders' queues to the tiles: the Streams phase of the frame loop.</summary>
public sealed class VideoPath
{
    private readonly PumpWorkers _workers;
    private readonly bool _isOffline;
    private readonly List<Source> _sources;

    /// <summary>Takes over the sources.</summary>
    /// <param name="sources">In the order of their tiles.</param>
    /// <param name="workers">The threads that decode.</param>
    /// <param name="isOffline">True to wait for every frame instead of showing what is there.</param>
    public VideoPath(IEnumerable<Source> sources, PumpWorkers workers, bool isOffline)
    {
        _sources = [.. sources];
        _workers = workers;
        _isOffline = isOffline;
    }

    /// <summary>The sources, in the order of their tiles.</summary>
    public IReadOnlyList<Source> Sources => _sources;

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
