using ConfEngine.Audio;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Wall;

namespace ConfEngine.Runtime.Sources;

/// <summary>Something with a tile on the wall and, perhaps, a voice in the mix. Belongs to the render thread.</summary>
public interface ITileSource : IDisposable
{
    /// <summary>What it is called in the overlay and in reports.</summary>
    string Name { get; }

    /// <summary>The tile on the wall.</summary>
    Tile Tile { get; }

    /// <summary>The input of the mixer; null without sound.</summary>
    AudioInput? Input { get; }

    /// <summary>The counters, over all attempts.</summary>
    StreamStatistics Statistics { get; }

    /// <summary>True when nothing plays: it came to its end, or it failed.</summary>
    bool HasEnded { get; }

    /// <summary>True when <see cref="Update"/> at <paramref name="now"/> would give the same result however long one waited.</summary>
    bool IsReadyFor(MediaTime now);

    /// <summary>Brings the tile up to date for a frame.</summary>
    /// <param name="now">The media position to show.</param>
    /// <param name="mixed">The media position up to which sound has been mixed; what is heard now lies before it.</param>
    void Update(MediaTime now, MediaTime mixed);
}
