using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Video.Demux;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Demux;

public sealed class TimeLineTests(MediaFolder media) : IClassFixture<MediaFolder>
{
    private static readonly MediaTime s_step = MediaTime.FromMilliseconds(40);

    [Fact]
    public void GoodStampsStayWhatTheyAre()
    {
        double[] stamps = [0, 40, 73, 500, 9000, 9001];
        Assert.Equal(stamps, Repaired(null, [.. stamps.Select(stamp => (double?)stamp)]));
    }

    [Fact]
    public void MissingStampsComeFromTheRate() => Assert.Equal([0, 40, 80, 120], Repaired(null, null, null, null, 120));

    [Fact]
    public void AStampBackwardsGoesOnByOneStep() => Assert.Equal([0, 40, 80, 120, 160], Repaired(null, 0, 40, 10, 120, 160));

    [Fact]
    public void AWildStampIsPassedOver() => Assert.Equal([0, 40, 80, 120, 160], Repaired(null, 0, 40, 99_999_999, 120, 160));

    [Fact]
    public void ARestartedClockGoesOn() => Assert.Equal([5000, 5040, 5080, 5120, 5160], Repaired(null, 5000, 5040, 0, 40, 80));

    [Fact]
    public void ALongPauseWithinTheDurationIsAPause() => Assert.Equal([0, 60_000], Repaired(90_000, 0, 60_000));

    [Fact]
    public void PictureAndSoundStartFromTheContainersStart()
    {
        // The sound starts half a second before the picture, and the container at 10 s.
        var path = media.Make("-itsoffset 10.5 -f lavfi -i testsrc2=size=64x64:rate=25:duration=1 -itsoffset 10 -f lavfi -i sine=duration=1.5 -c:v libx264 -bf 0 -c:a aac -copyts -muxdelay 0 late.ts");
        var first = Play.First(path, frame => frame.Pts.Milliseconds);
        var log = new SoundLog();
        using var track = new AudioTrack("late", path, false, log);
        Play.Run(track);
        // AAC's run-in of 1024 samples comes first in a transport stream, which cannot say that it is none.
        Assert.InRange(first, 480, 545);
        Assert.InRange(log.Pcm[0].Pts.Milliseconds, -0.1, 25);
    }

    [Fact]
    public void VariableFrameRateIsKept()
    {
        var path = media.Make("-f lavfi -i testsrc2=size=64x64:rate=25:duration=4 -vf select=not(mod(n\\,10))+eq(n\\,3) -fps_mode vfr -c:v libx264 vfr.mp4");
        double[] expected = [0, 120, 400, 800, 1200, 1600, 2000, 2400, 2800, 3200, 3600];
        Assert.Equal(expected, Play.All(Play.Open(path), frame => Math.Round(frame.Pts.Milliseconds)));
    }

    [Fact]
    public void AStreamWithoutStampsRunsAtItsRate()
    {
        var path = media.Make("-f lavfi -i testsrc2=size=64x64:rate=25:duration=1 -c:v libx264 bare.h264");
        var pts = Play.All(Play.Open(path), frame => frame.Pts.Milliseconds);
        Assert.Equal(25, pts.Count);
        for (var i = 1; i < pts.Count; i++) Assert.Equal(40, pts[i] - pts[i - 1], 3);
    }

    [Theory]
    [InlineData("mp4", "-c:v libx264")]
    [InlineData("webm", "-c:v libvpx -deadline realtime")]
    [InlineData("avi", "-c:v mpeg4")]
    [InlineData("h264", "-c:v libx264 -bf 0")]
    [InlineData("ts", "-c:v libx264 -bf 0")]
    [InlineData("mkv", "-c:v mjpeg -pix_fmt yuvj420p")]
    public void ALoopHasNoSeam(string container, string encode)
    {
        var path = media.Make($"-f lavfi -i testsrc2=size=64x64:rate=25:duration=1 {encode} loop.{container}");
        var seen = Play.All(Play.Open(path, loop: true), frame => (frame.Pts.Milliseconds, Sum: Sum(frame)), most: 80);
        Assert.Equal(80, seen.Count);
        for (var i = 1; i < seen.Count; i++) Assert.InRange(seen[i].Milliseconds - seen[i - 1].Milliseconds, 38.9, 41.1);
        for (var i = 25; i < seen.Count; i++) Assert.Equal(seen[i - 25].Sum, seen[i].Sum);
    }

    [Fact]
    public void AStillPictureDoesNotLoop()
    {
        var stream = Play.Open(media.Make("-f lavfi -i testsrc2=size=64x64:rate=25 -frames:v 1 still.png"), loop: true);
        Assert.Single(Play.All(stream, frame => frame.Pts));
        Assert.Equal((StreamState.Ended, "png"), (stream.State, stream.Statistics.Codec));
    }

    [Fact]
    public void AFilterGraphLoopsByOpeningAgain()
    {
        var pts = Play.All(Play.Open("lavfi:testsrc2=size=64x64:rate=25:duration=0.4", loop: true), frame => frame.Pts.Milliseconds, most: 25);
        for (var i = 0; i < pts.Count; i++) Assert.Equal(40.0 * i, pts[i], 1);
    }

    [Fact]
    public void AnotherRoundAddsTheContainersDuration()
    {
        // 0.52 s of picture in a container that lasts 1 s because of its sound.
        var path = media.Make("-f lavfi -i testsrc2=size=64x64:rate=25:duration=0.52 -f lavfi -i sine=duration=1:sample_rate=48000 -c:v libx264 -c:a flac mixed.mkv");
        var pts = Play.All(Play.Open(path, loop: true), frame => Math.Round(frame.Pts.Milliseconds), most: 27);
        Assert.Equal(1000, pts[13], 3.0);
        Assert.Equal(2000, pts[26], 3.0);
    }

    private static long Sum(VideoFrame frame)
    {
        long sum = 0;
        for (var y = 0; y < frame[0].Height; y++)
            foreach (var code in frame[0].Row(y)) sum = sum * 31 + code;
        return sum;
    }

    private static double[] Repaired(double? end, params double?[] stamps)
    {
        var repair = new TimeStampRepair();
        return [.. stamps.Select(stamp => repair.Next(Time(stamp), s_step, Time(end)).Milliseconds)];
    }

    private static MediaTime? Time(double? milliseconds) => milliseconds is { } value ? MediaTime.FromMilliseconds(value) : null;
}
