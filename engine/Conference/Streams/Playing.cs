using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Quality;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Streams;

/// <summary>A stream somebody plays, or waits for.</summary>
internal sealed class Playing(StreamId stream)
{
    public StreamId Stream { get; } = stream;

    public PlayerState State { get; set; } = PlayerState.PlayRequesting;

    /// <summary>When the attempt ends; only while nothing comes.</summary>
    public Instant GiveUpAt { get; set; }

    public StreamFigures? Figures { get; set; }
}
