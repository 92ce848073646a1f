using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Video.Live;
using ConfEngine.Video.Synthetic;

namespace ConfEngine.Video;

/// <summary>What to open and how.</summary>
public sealed record VideoStreamOptions
{
    /// <summary>A file path, <c>file:</c> URI, <c>lavfi:GRAPH</c>, <c>test:</c>, <c>v4l2:CAMERA</c> or <c>x11grab:DISPLAY</c>.</summary>
    public required string Uri { get; init; }

    /// <summary>Encoded frames to decode instead of opening <see cref="Uri"/>, which then is only what messages name.</summary>
    public EncodedVideoFeed? Feed { get; init; }

    /// <summary>Called, on a thread of its own, when a camera or a screen has delivered a picture or has failed: somebody should step the stream.</summary>
    public Action? Captured { get; init; }

    /// <summary>Starts again at the end, one duration later on the same time line.</summary>
    public bool Loop { get; init; }

    /// <summary>Leaves pictures out when decoding falls behind what is due. Off for offline work, where every picture counts.</summary>
    public bool DropWhenLate { get; init; } = true;

    /// <summary>How many decoded pictures may wait.</summary>
    public int QueueCapacity { get; init; } = 3;

    /// <summary>The picture behind <c>test:</c>; null for a plain one.</summary>
    public TestPicture? Test { get; init; }

    /// <summary>Counters to go on with, for a source that is opened again; fresh ones when null.</summary>
    public StreamStatistics? Statistics { get; init; }

    /// <summary>Measures the decoder and bounds the opening, so it is the real time even where the frame loop's is virtual.</summary>
    public IClock Clock { get; init; } = new SystemClock();
}
