using ConfEngine.Core.Media;
using ConfEngine.Core.Memory;
using ConfEngine.Core.Time;
using ConfEngine.Video.Live;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Live;

/// <summary>A feed and the stream behind it, stepped on the test's own thread; fails on a leak when it is disposed.</summary>
public sealed class LiveStream : IDisposable
{
    public LiveStream()
    {
        Feed = new EncodedVideoFeed(Clock);
        Video = new VideoStream("live", new VideoStreamOptions { Uri = "live", Feed = Feed, Clock = Clock });
    }

    public ManualClock Clock { get; } = new();

    public EncodedVideoFeed Feed { get; }

    public VideoStream Video { get; }

    /// <summary>Works until there is nothing to do.</summary>
    public void Run()
    {
        var steps = 0;
        while (Video.Urgency(Clock.Now) != long.MaxValue)
        {
            Video.Step(Clock.Now);
            Assert.True(++steps < 10_000, "a live stream that always has something to do");
        }
    }

    /// <summary>The newest picture; nothing when there is none.</summary>
    public Lease<VideoFrame> Newest()
    {
        Video.Due = MediaTime.MaxValue;
        Run();
        return Video.TryTakeDue(MediaTime.MaxValue, out var frame) ? frame : default;
    }

    /// <summary>Writes a frame and takes its picture: position, size and codec, or null when there is none.</summary>
    public (MediaTime Pts, int Width, int Height)? Pass(Coded coded, int quarterTurns = 0)
    {
        coded.WriteTo(Feed, quarterTurns);
        using var picture = Newest();
        return picture.HasValue ? (picture.Value.Pts, picture.Value.Width, picture.Value.Height) : null;
    }

    public void Dispose()
    {
        Video.Dispose();
        Assert.Equal(0, Video.RentedFrames);
    }
}
