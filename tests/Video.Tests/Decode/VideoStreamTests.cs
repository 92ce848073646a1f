using ConfEngine.Core.Media;
using ConfEngine.Core.Memory;
using ConfEngine.Core.Threading;
using ConfEngine.Core.Time;
using ConfEngine.Video.Synthetic;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Decode;

public sealed class VideoStreamTests(MediaFolder media) : IClassFixture<MediaFolder>
{
    private static readonly TestPicture s_small = new() { Width = 32, Height = 32, FrameRate = 100 };

    [Fact]
    public void TheQueueBoundsTheWork()
    {
        using var stream = Synthetic();
        Play.Run(stream, 100);
        Assert.Equal((3, 3L), (stream.Statistics.Queued, stream.Statistics.Decoded));
        Assert.Equal(long.MaxValue, stream.Urgency(default));
    }

    [Fact]
    public void TheNewestDuePictureIsTakenAndEarlierOnesCountAsDropped()
    {
        using var stream = Synthetic();
        Play.Run(stream, 100);
        Assert.True(stream.TryTakeDue(MediaTime.FromMilliseconds(19), out var lease));
        Assert.Equal(MediaTime.FromMilliseconds(10), lease.Value.Pts);
        Assert.Equal(1, stream.Statistics.Dropped);
        Assert.False(stream.TryTakeDue(MediaTime.FromMilliseconds(19.5), out _));
        lease.Dispose();
    }

    [Fact]
    public void OfflineAStreamFasterThanTheWallSkipsAheadWithoutStalling()
    {
        using var stream = Synthetic();
        for (var second = 0; second < 5; second++)
        {
            var due = MediaTime.FromSeconds(second);
            for (var steps = 0; !stream.IsReadyFor(due); steps++)
            {
                Assert.True(stream.Urgency(default) < long.MaxValue, "a stream that is not ready has work to do");
                Assert.True(steps < 200);
                stream.Step(default);
            }

            Assert.True(stream.TryTakeDue(due, out var lease));
            Assert.Equal(due, lease.Value.Pts);
            lease.Dispose();
        }
    }

    [Fact]
    public void HoldersThatKeepEveryFramePauseTheStreamAndNothingElse()
    {
        using var stream = Synthetic();
        var held = new List<Lease<VideoFrame>>();
        for (var i = 0; i < 50; i++)
        {
            Play.Run(stream, 10);
            if (stream.TryTakeDue(MediaTime.FromMilliseconds(10 * i), out var lease)) held.Add(lease);
        }

        Assert.Equal(6, held.Count);
        Assert.Equal(long.MaxValue, stream.Urgency(default));
        foreach (var lease in held) lease.Dispose();
        Assert.True(stream.Urgency(default) < long.MaxValue);
    }

    [Fact]
    public void TheStreamThatIsFurthestBehindIsTheMostUrgent()
    {
        using var early = Synthetic();
        using var late = Synthetic();
        early.Step(default);
        late.Step(default);
        late.Step(default);
        early.Step(default);
        early.Step(default);
        Assert.True(late.Urgency(default) < early.Urgency(default));
    }

    [Fact]
    public void FramesOutliveTheirStream()
    {
        var stream = Play.Open(media.Make("-f lavfi -i color=c=white:size=64x64:rate=5:duration=1 -c:v libx264 outlive.mp4"));
        var lease = Play.Next(stream);
        stream.Dispose();
        Assert.Equal(235, lease.Value[0].Row(5)[5]);
        lease.Dispose();
        Assert.Equal(0, stream.RentedFrames);
    }

    [Fact]
    public void FramesInUseKeepTheirPixelsWhileDecodingGoesOn()
    {
        using var stream = Play.Open(media.Make("-f lavfi -i testsrc2=size=64x64:rate=25:duration=2 -c:v libx264 keep.mp4"));
        var lease = Play.Next(stream);
        var before = lease.Value[0].Row(20).ToArray();
        for (var i = 0; i < 40; i++) Play.Next(stream).Dispose();
        Assert.Equal(before, lease.Value[0].Row(20).ToArray());
        lease.Dispose();
    }

    [Fact]
    public void DamageInMidStreamIsCountedAndDecodingGoesOn()
    {
        var path = media.Make("-f lavfi -i testsrc2=size=160x90:rate=25:duration=4 -c:v libx264 -g 25 -f mpegts damaged.ts");
        var bytes = File.ReadAllBytes(path);
        new Random(3).NextBytes(bytes.AsSpan(bytes.Length / 3, 4000));
        File.WriteAllBytes(path, bytes);
        var stream = Play.Open(path);
        var pts = Play.All(stream, frame => frame.Pts.Seconds);
        Assert.Equal((StreamState.Ended, ""), (stream.State, stream.Statistics.Cause));
        Assert.InRange(pts.Count, 50, 100);
        Assert.True(pts[^1] > 3.8);
        for (var i = 1; i < pts.Count; i++) Assert.True(pts[i] > pts[i - 1]);
    }

    [Fact]
    public void WorkersCarryManyStreamsOn()
    {
        var path = media.Make("-f lavfi -i testsrc2=size=64x64:rate=25:duration=1 -c:v libx264 many.mp4");
        var streams = Enumerable.Range(0, 12).Select(_ => Play.Open(path)).ToList();
        using (var workers = new PumpWorkers(new SystemClock(), 3, "decode"))
        {
            foreach (var stream in streams) workers.Add(stream);
            for (var frame = 0; frame < 25; frame++)
            {
                var due = MediaTime.FromUnits(frame, 25);
                foreach (var stream in streams)
                {
                    while (!stream.IsReadyFor(due))
                    {
                        workers.Wake();
                        workers.StepOrWait();
                    }

                    Assert.True(stream.TryTakeDue(due, out var lease));
                    Assert.Equal(frame, (int)Math.Round(lease.Value.Pts.Seconds * 25));
                    lease.Dispose();
                }
            }
        }

        foreach (var stream in streams)
        {
            stream.Dispose();
            Assert.Equal(0, stream.RentedFrames);
        }
    }

    [Fact]
    public void ALateStreamSkipsToAKeyFrame()
    {
        var path = media.Make("-f lavfi -i testsrc2=size=64x64:rate=25:duration=20 -c:v libx264 -g 50 -bf 0 gop.mp4");
        using var stream = new VideoStream("late", new VideoStreamOptions { Uri = path });
        Play.Next(stream).Dispose();
        stream.Due = MediaTime.FromSeconds(9.61);
        var seen = new List<double>();
        for (var steps = 0; steps < 1000 && (seen.Count == 0 || seen[^1] < 9.59); steps++)
        {
            var due = stream.Due;
            stream.Step(default);
            if (!stream.TryTakeDue(due, out var lease)) continue;
            seen.Add(lease.Value.Pts.Seconds);
            lease.Dispose();
        }

        // 240 pictures lie between; nearly all of them must not have been decoded, and all of those are counted.
        Assert.InRange(stream.Statistics.Decoded, 2, 80);
        Assert.InRange(stream.Statistics.Dropped + stream.Statistics.Decoded, 225, 250);
        Assert.Contains(8.0, seen.Select(at => Math.Round(at, 2)));
    }

    private static VideoStream Synthetic() =>
        new("test", new VideoStreamOptions { Uri = "test:", Test = s_small, DropWhenLate = false });
}
