using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Video.Synthetic;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Decode;

public sealed class AllocationTests(MediaFolder media) : IClassFixture<MediaFolder>
{
    private const string Source = "-f lavfi -i testsrc2=size=160x90:rate=25:duration=2";

    [Theory]
    [InlineData("-c:v libx264", "mp4")]
    [InlineData("-c:v libx264 -pix_fmt yuv420p10le", "mkv")]
    [InlineData("-c:v libvpx -deadline realtime", "webm")]
    public void ADecodedPictureCostsNoManagedMemory(string encode, string container)
    {
        using var stream = Play.Open(media.Make($"{Source} {encode} steady{encode.Length}.{container}"), loop: true);
        Assert.Equal(0, Allocated(stream, 25));
        Assert.Equal("", stream.Statistics.Cause);
    }

    [Theory]
    [InlineData(TestCodec.None)]
    [InlineData(TestCodec.H264)]
    [InlineData(TestCodec.Vp8)]
    public void ADrawnPictureCostsNoManagedMemory(TestCodec codec)
    {
        var picture = new TestPicture { Width = 160, Height = 90, Codec = codec, Talk = new TalkTurn(0, 2, 1) };
        using var stream = new VideoStream("test", new VideoStreamOptions { Uri = "test:", Test = picture });
        Assert.Equal(0, Allocated(stream, 30));
    }

    [Fact]
    public void SoundCostsNoManagedMemory()
    {
        var counter = new CountingSink();
        using var track = new AudioTrack("tone", media.Make("-f lavfi -i sine=sample_rate=44100:duration=4 -c:a aac tone.mp4"), true, counter);
        for (var i = 0; i < 300; i++) track.Step(default);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 600; i++) track.Step(default);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(counter.Samples > 48_000);
    }

    // Steps and takes as a room would, two rounds to settle, then measures three.
    private static long Allocated(VideoStream stream, int rate)
    {
        Show(stream, 0, 100, rate);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var shown = Show(stream, 100, 250, rate);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(shown, 149, 151);
        return allocated;
    }

    private static int Show(VideoStream stream, int from, int to, int rate)
    {
        var shown = 0;
        for (var i = from; i < to; i++)
        {
            // A millisecond later than the picture's own time, for containers that round.
            var due = MediaTime.FromUnits(i, rate) + MediaTime.FromMilliseconds(1);
            while (!stream.IsReadyFor(due)) stream.Step(default);
            if (!stream.TryTakeDue(due, out var lease)) continue;
            shown++;
            lease.Dispose();
        }

        return shown;
    }

    private sealed class CountingSink : IAudioSink
    {
        public long Samples { get; private set; }

        public bool WantsMore => true;

        public bool PushOpus(ReadOnlySpan<byte> packet, MediaTime pts) => true;

        public bool PushPcm(ReadOnlySpan<float> interleaved, int channels, MediaTime pts)
        {
            Samples += interleaved.Length / channels;
            return true;
        }

        public void PushEnd()
        {
        }
    }
}
