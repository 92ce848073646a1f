using ConfEngine.Core.Media;
using ConfEngine.TestKit.Processes;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Demux;

public sealed class BadInputTests(MediaFolder media) : IClassFixture<MediaFolder>
{
    [Fact]
    public void AMissingFileIsNamed() => Refused(media.Path("none.mp4"), "none.mp4: no such file");

    [Fact]
    public void ADirectoryIsRefused() => Refused(media.Folder, "is a directory");

    [Fact]
    public void AnEmptyFileIsRefused() => Refused(Write("empty.mp4", []), "empty.mp4: is empty");

    [Theory]
    [InlineData("text.mp4")]
    [InlineData("text.txt")]
    [InlineData("text")]
    public void TextIsRefused(string name) =>
        Refused(Write(name, System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The quick brown fox.\n", 200)))), "is not a media file FFmpeg knows");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomBytesAreRefused(int seed)
    {
        var bytes = new byte[60_000];
        new Random(seed).NextBytes(bytes);
        using var stream = Play.Open(Write($"random{seed}.mp4", bytes));
        Play.Run(stream);
        // FFmpeg may take noise for a sound format; it must never become a picture.
        Assert.True(stream.State == StreamState.Faulted || !stream.HasVideo);
        Assert.Equal(0, stream.Statistics.Decoded);
    }

    [Fact]
    public void AFifoIsRefusedWithoutWaiting()
    {
        Child.Run("mkfifo", [media.Path("pipe.mp4")]).Expect(0);
        Refused(media.Path("pipe.mp4"), "is not a regular file");
    }

    [Fact]
    public void ADeviceIsRefused() => Refused("/dev/zero", "is not a regular file");

    [Theory]
    [InlineData("http://example.org/a.mp4", "http")]
    [InlineData("gopher:hole", "gopher")]
    [InlineData("rtsp://10.0.0.1/1", "rtsp")]
    public void AnUnknownSchemeSaysWhatIsKnown(string uri, string scheme) =>
        Refused(uri, $"unknown scheme '{scheme}': use a file path, v4l2:CAMERA, x11grab:DISPLAY, lavfi:GRAPH or test:");

    [Fact]
    public void ABadGraphIsRefused() => Refused("lavfi:nosuchfilter=1", "not a filter graph");

    [Theory]
    [InlineData("mkv")]
    [InlineData("avi")]
    [InlineData("mp4")]
    public void AVideoWithoutFramesIsSaidToBeOne(string container)
    {
        var path = media.Make($"-f lavfi -i testsrc2=size=64x64:rate=5:duration=1 -c:v mpeg4 -frames:v 0 noframes.{container}");
        Refused(path, "has no video frames");
    }

    [Theory]
    [InlineData(16384, 16384, "at most 8192x8192 and 33 megapixels")]
    [InlineData(10000, 16, "10000x16 is too large: at most 8192x8192 and 33 megapixels")]
    [InlineData(8192, 8192, "8192x8192 is too large: at most 8192x8192 and 33 megapixels")]
    public void AHugePictureIsRefused(int width, int height, string message)
    {
        Refused(Write($"huge{width}.bmp", Bitmap(width, height)), message);
    }

    [Fact]
    public void ASoundFileHasNoVideoAndNoFault()
    {
        using var stream = Play.Open(media.Make("-f lavfi -i sine=duration=0.2 tone.wav"));
        Play.Run(stream);
        Assert.Equal((StreamState.Ended, false, ""), (stream.State, stream.HasVideo, stream.Statistics.Cause));
    }

    [Fact]
    public void ATruncatedMp4WithoutItsIndexIsRefused()
    {
        var whole = File.ReadAllBytes(media.Make("-f lavfi -i testsrc2=size=160x90:rate=25:duration=2 -c:v libx264 whole.mp4"));
        Refused(Write("cut.mp4", whole[..(whole.Length / 2)]), "is not a media file FFmpeg knows");
    }

    [Fact]
    public void ATruncatedMp4WithItsIndexPlaysWhatIsThere()
    {
        var whole = File.ReadAllBytes(media.Make("-f lavfi -i testsrc2=size=160x90:rate=25:duration=2 -c:v libx264 -movflags +faststart fast.mp4"));
        var stream = Play.Open(Write("fastcut.mp4", whole[..(whole.Length * 2 / 3)]));
        var seen = Play.All(stream, frame => frame.Pts);
        Assert.InRange(seen.Count, 10, 49);
        Assert.Equal(StreamState.Ended, stream.State);
    }

    [Fact]
    public void NamesWithColonsPercentAndOtherScriptsAreFiles()
    {
        var plain = File.ReadAllBytes(media.Make("-f lavfi -i testsrc2=size=64x64:rate=5:duration=1 -c:v mpeg4 plain.avi"));
        foreach (var name in new[] { "a:b.avi", "shot%03d.avi", "会议 室.avi", "غرفة.avi" })
            Assert.Equal(5, Play.All(Play.Open(Write(name, plain)), frame => frame.Pts).Count);
        var path = Write("with space.avi", plain);
        Assert.Equal(5, Play.All(Play.Open("file:" + path), frame => frame.Pts).Count);
        Assert.Equal(5, Play.All(Play.Open(new Uri(path).AbsoluteUri), frame => frame.Pts).Count);
    }

    private static void Refused(string uri, string message)
    {
        using var stream = Play.Open(uri);
        Play.Run(stream);
        Assert.Equal(StreamState.Faulted, stream.State);
        Assert.Contains(message, stream.Statistics.Cause);
        Assert.DoesNotContain('\n', stream.Statistics.Cause);
        Assert.Equal(0, stream.RentedFrames);
    }

    // A BMP header with the start of its pixels.
    private static byte[] Bitmap(int width, int height)
    {
        var file = new byte[54 + 4000];
        "BM"u8.CopyTo(file);
        BitConverter.TryWriteBytes(file.AsSpan(2), file.Length);
        BitConverter.TryWriteBytes(file.AsSpan(10), 54);
        BitConverter.TryWriteBytes(file.AsSpan(14), 40);
        BitConverter.TryWriteBytes(file.AsSpan(18), width);
        BitConverter.TryWriteBytes(file.AsSpan(22), height);
        BitConverter.TryWriteBytes(file.AsSpan(26), 0x0018_0001);
        return file;
    }

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(media.Path(name), bytes);
        return media.Path(name);
    }
}
