using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.TestKit.Displays;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Capture;

public sealed class CaptureTests(MediaFolder media) : IClassFixture<MediaFolder>
{
    [Theory]
    [InlineData("v4l2:/dev/video97", "v4l2:/dev/video97: no such camera: plug it in")]
    [InlineData("v4l2:/dev/null", "v4l2:/dev/null: is not a camera that can be read")]
    [InlineData("v4l2:/dev", "v4l2:/dev: is not a camera: name a device such as /dev/video0")]
    [InlineData("v4l2:", "v4l2: names no camera: write for example v4l2:/dev/video0")]
    [InlineData("x11grab:", "x11grab: names no display: write for example x11grab::0")]
    [InlineData("x11grab::97", "x11grab::97: cannot be captured")]
    [InlineData("v4l2:/dev/video0?size=7", "v4l2:/dev/video0: 'size=7' is not understood: use size=WxH, rate=1..240, format=NAME")]
    [InlineData("v4l2:/dev/video0?rate=0", "'rate=0' is not understood")]
    [InlineData("v4l2:/dev/video0?rate=99999999999", "'rate=99999999999' is not understood")]
    [InlineData("v4l2:/dev/video0?size=99999x2", "'size=99999x2' is not understood")]
    [InlineData("v4l2:/dev/video0?format=a;b", "'format=a;b' is not understood")]
    [InlineData("x11grab::0?format=mjpeg", "x11grab::0: 'format=mjpeg' is not understood: use size=WxH, rate=1..240")]
    [InlineData("x11grab::0?colour=red", "'colour=red' is not understood")]
    public void WhatCannotBeCapturedIsRefusedInOneLine(string uri, string message)
    {
        using var source = new Captured(uri);
        source.Until(video => video.State == StreamState.Faulted);
        Assert.StartsWith(message.StartsWith('\'') ? uri[..uri.IndexOf('?')] : message, source.Video.Statistics.Cause);
        Assert.Contains(message, source.Video.Statistics.Cause);
        Assert.DoesNotContain('\n', source.Video.Statistics.Cause);
    }

    [Fact]
    public void ARegularFileIsNoCamera()
    {
        var path = media.Path("file");
        File.WriteAllText(path, "no camera");
        using var source = new Captured($"v4l2:{path}");
        source.Until(video => video.State == StreamState.Faulted);
        Assert.Equal($"v4l2:{path}: is not a camera: name a device such as /dev/video0", source.Video.Statistics.Cause);
    }

    [Fact]
    public void ACameraHasNoSound()
    {
        using var track = new AudioTrack("camera", "v4l2:/dev/video97", false, new SoundLog());
        track.Step(default);
        Assert.Equal((false, StreamState.Ended), (track.HasAudio, track.State));
    }

    [Fact]
    public void AScreenIsSeenAsItIsAndAsItChanges()
    {
        using var screen = new VirtualScreen(320, 200);
        screen.Xdotool("mousemove", "300", "180");
        using var source = new Captured($"x11grab:{screen.Display}?size=160x100&rate=30");
        var without = source.Next(picture => !HasPointer(picture));
        Assert.Equal((StreamState.Running, 160, 100), (source.Video.State, source.Video.Statistics.Width, source.Video.Statistics.Height));
        screen.Xdotool("mousemove", "80", "50");
        var with = source.Next(HasPointer);
        Assert.True(without >= MediaTime.Zero && with > without);
        Assert.Equal(0, source.Video.Statistics.Errors);
        Assert.True(source.Video.Statistics.Handled > 0);
    }

    [Fact]
    public void AScreenThatGoesAwayIsAFault()
    {
        var screen = new VirtualScreen(64, 64);
        using var source = new Captured($"x11grab:{screen.Display}");
        source.Next(_ => true);
        screen.Dispose();
        source.Until(video => video.State == StreamState.Faulted);
        Assert.Contains("stopped delivering pictures", source.Video.Statistics.Cause);
    }

    // The screen is black all over; the pointer is the only thing with an outline.
    private static bool HasPointer(Plane picture)
    {
        for (var y = 40; y < 70; y++)
            foreach (var code in picture.Row(y)[70..100])
                if (code > 100) return true;
        return false;
    }

    /// <summary>A capture source, stepped whenever its thread says so.</summary>
    private sealed class Captured : IDisposable
    {
        private readonly SemaphoreSlim _signal = new(0);
        private readonly SystemClock _clock = new();

        public Captured(string uri) => Video = new VideoStream("capture", new VideoStreamOptions { Uri = uri, Clock = _clock, Captured = () => _signal.Release() });

        public VideoStream Video { get; }

        public void Until(Func<VideoStream, bool> isReached)
        {
            while (true)
            {
                Play.Run(Video, 1000);
                if (isReached(Video)) return;
                Assert.True(_signal.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken), "the device went silent");
            }
        }

        /// <summary>Position of the next picture that is as wanted.</summary>
        public MediaTime Next(Func<Plane, bool> isWanted)
        {
            MediaTime? found = null;
            Until(video =>
            {
                if (!video.TryTakeDue(MediaTime.MaxValue, out var picture)) return false;
                using (picture)
                {
                    if (isWanted(picture.Value[0])) found = picture.Value.Pts;
                }

                return found is not null;
            });
            return found!.Value;
        }

        public void Dispose()
        {
            Video.Dispose();
            Assert.Equal(0, Video.RentedFrames);
        }
    }
}
