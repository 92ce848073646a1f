using ConfEngine.Core.Media;
using ConfEngine.Core.Memory;
using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;

namespace ConfEngine.Video.Tests.Kit;

/// <summary>Steps streams on the test's own thread, as offline composing does.</summary>
public static class Play
{
    public static VideoStream Open(string uri, bool loop = false) =>
        new("test", new VideoStreamOptions { Uri = uri, Loop = loop, DropWhenLate = false });

    /// <summary>Every picture up to the end, or up to <paramref name="most"/>; the stream must not leak a frame.</summary>
    public static List<T> All<T>(VideoStream stream, Func<VideoFrame, T> look, int most = 10_000)
    {
        var seen = new List<T>();
        using (stream)
        {
            while (seen.Count < most && Next(stream) is { HasValue: true } lease)
            {
                seen.Add(look(lease.Value));
                lease.Dispose();
            }
        }

        Assert.Equal(0, stream.RentedFrames);
        return seen;
    }

    /// <summary>The next picture in order; nothing at the end or after a fault.</summary>
    public static Lease<VideoFrame> Next(VideoStream stream)
    {
        while (true)
        {
            // Asking for the very next position takes one picture at a time, whatever its distance.
            if (TakeFirst(stream, out var lease)) return lease;
            if (stream.State is StreamState.Ended or StreamState.Faulted) return default;
            stream.Step(default);
        }
    }

    /// <summary>The first picture of a source.</summary>
    public static T First<T>(string uri, Func<VideoFrame, T> look)
    {
        using var stream = Open(uri);
        using var lease = Next(stream);
        Assert.True(lease.HasValue, stream.Statistics.Cause);
        return look(lease.Value);
    }

    /// <summary>Runs an item until it has nothing to do.</summary>
    public static void Run(IPumped item, int mostSteps = 1_000_000)
    {
        for (var i = 0; i < mostSteps && item.Urgency(default) != long.MaxValue; i++) item.Step(default);
    }

    private static bool TakeFirst(VideoStream stream, out Lease<VideoFrame> lease)
    {
        lease = default;
        return stream.Statistics.Queued > 0 && stream.TryTakeDue(MediaTime.MaxValue, out lease);
    }
}
