using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Publishing;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;
using ConfEngine.Video.Synthetic;

namespace ConfEngine.Runtime.Tests.Publishing;

/// <summary>A camera's work, turn by turn on a clock that stands still.</summary>
public sealed class CameraWorkTests
{
    private readonly ManualClock _clock = new();
    private readonly LocalStream _stream = new();

    [Fact]
    public void OnePictureATurnAtThePaceOfTheCamera()
    {
        using var work = Work("test:");
        var start = _clock.Now;
        Play(work, 1);
        Assert.Equal(31, _stream.Pictures.Count);
        Assert.InRange((_clock.Now - start).Seconds, 1, 1.04);
        Assert.Equal((StreamState.Running, 31L), (work.Statistics.State, work.Statistics.Shown));
    }

    [Fact]
    public void WhileNobodyWatchesItRestsAndBeginsAnew()
    {
        using var work = Work("test:");
        Play(work, 1);
        _stream.IsWatched = false;
        Play(work, 1);
        Assert.False(work.IsResting);
        Play(work, 5);
        Assert.True(work.IsResting);
        var before = _stream.Pictures.Count;
        _stream.IsWatched = true;
        Play(work, 1);
        Assert.True(_stream.Pictures[before].IsKeyFrame);
        Assert.InRange(_stream.Pictures.Count - before, 28, 32);
    }

    [Fact]
    public void AfterAShortPauseTheCameraIsStillOpenAndBeginsWithAKeyFrame()
    {
        using var work = Work("test:");
        Play(work, 1);
        _stream.IsWatched = false;
        Play(work, 1);
        var before = _stream.Pictures.Count;
        _stream.IsWatched = true;
        Play(work, 1);
        Assert.Equal(1, _stream.Pictures.Skip(before).Count(picture => picture.IsKeyFrame));
        Assert.True(_stream.Pictures[before].IsKeyFrame);
    }

    [Fact]
    public void ACameraThatFailsIsTriedAgainUntilItWorks()
    {
        using var folder = new TempFolder();
        using var work = Work(folder["camera.mp4"]);
        Play(work, 40);
        Assert.Equal(StreamState.Faulted, work.Statistics.State);
        Assert.Contains("camera.mp4: no such file", work.Statistics.Cause);
        Assert.Empty(_stream.Pictures);
        FfmpegProgram.Make("-f", "lavfi", "-i", "testsrc2=size=128x72:rate=30:duration=1", "-c:v", "libx264", folder["camera.mp4"]);
        Play(work, 1);
        // By now it is tried only twice a minute.
        Assert.Empty(_stream.Pictures);
        Play(work, 31);
        Assert.True(_stream.Pictures[0].IsKeyFrame);
        Assert.Equal((StreamState.Running, ""), (work.Statistics.State, work.Statistics.Cause));
    }

    [Fact]
    public void TheRateFollowsWhatTheReceiversCanTake()
    {
        using var work = Work("lavfi:testsrc2=size=640x360:rate=30,noise=alls=20:allf=t");
        Play(work, 2);
        var rich = Bytes(work, 3);
        _stream.Receivable = 100_000;
        Play(work, 2);
        var poor = Bytes(work, 3);
        Assert.InRange(poor * 8 / 3, 20_000, 140_000);
        Assert.True(rich > poor * 1.3, $"{rich} bytes before, {poor} after");
        _stream.Receivable = 0;
        var count = _stream.Pictures.Count;
        Play(work, 1);
        Assert.Equal(count, _stream.Pictures.Count);
    }

    private long Bytes(CameraWork work, int seconds)
    {
        var before = _stream.Pictures.Count;
        Play(work, seconds);
        return _stream.Pictures.Skip(before).Sum(picture => (long)picture.Data.Length);
    }

    private CameraWork Work(string uri) => new(
        new CameraOptions { Uri = uri, Test = new TestPicture { Width = 128, Height = 72, FrameRate = 30 }, Layers = 1 }, _stream, _clock, null);

    private void Play(CameraWork work, double seconds)
    {
        var end = _clock.Now + MediaTime.FromSeconds(seconds);
        do
        {
            _clock.Advance(work.Turn(_clock.Now));
        }
        while (_clock.Now <= end);
    }
}
