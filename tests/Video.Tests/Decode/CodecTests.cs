using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Decode;

public sealed class CodecTests(MediaFolder media) : IClassFixture<MediaFolder>
{
    private const string Source = "-f lavfi -i testsrc2=size=160x90:rate=25:duration=2";

    [Theory]
    [InlineData("h264", "-c:v libx264 -pix_fmt yuv420p", "mp4", PixelLayout.I420)]
    [InlineData("h264", "-c:v libx264 -pix_fmt yuv422p", "mkv", PixelLayout.I422)]
    [InlineData("h264", "-c:v libx264 -pix_fmt yuv444p", "mkv", PixelLayout.I444)]
    [InlineData("h264", "-c:v libx264 -pix_fmt yuv420p10le", "mp4", PixelLayout.I420)]
    [InlineData("vp8", "-c:v libvpx -deadline realtime", "webm", PixelLayout.I420)]
    [InlineData("vp9", "-c:v libvpx-vp9 -deadline realtime", "webm", PixelLayout.I420)]
    [InlineData("av1", "-c:v libsvtav1 -preset 12", "mkv", PixelLayout.I420)]
    [InlineData("mpeg4", "-c:v mpeg4", "avi", PixelLayout.I420)]
    [InlineData("mjpeg", "-c:v mjpeg -pix_fmt yuvj422p", "avi", PixelLayout.I422)]
    [InlineData("mpeg2video", "-c:v mpeg2video", "ts", PixelLayout.I420)]
    [InlineData("rawvideo", "-c:v rawvideo -pix_fmt nv12", "nut", PixelLayout.I420)]
    [InlineData("rawvideo", "-c:v rawvideo -pix_fmt gray", "nut", PixelLayout.Gray8)]
    [InlineData("rawvideo", "-c:v rawvideo -pix_fmt bgra", "nut", PixelLayout.I444)]
    [InlineData("png", "-c:v png -pix_fmt rgb24", "mkv", PixelLayout.I444)]
    public void EveryPictureComesOutOnceAtItsTime(string codec, string encode, string container, PixelLayout layout)
    {
        var path = media.Make($"{Source} {encode} {codec}-{layout}-{encode.GetHashCode():x}.{container}");
        var stream = Play.Open(path);
        var seen = Play.All(stream, frame => (frame.Layout, frame.Width, frame.Height, frame.Pts));

        Assert.Equal("", stream.Statistics.Cause);
        Assert.Equal(StreamState.Ended, stream.State);
        Assert.Equal(codec, stream.Statistics.Codec);
        Assert.Equal(50, seen.Count);
        Assert.Equal(50, stream.Statistics.Decoded);
        Assert.Equal(0, stream.Statistics.Errors);
        for (var i = 0; i < seen.Count; i++)
        {
            Assert.Equal((layout, 160, 90), (seen[i].Layout, seen[i].Width, seen[i].Height));
            // Containers with a millisecond time base round.
            Assert.InRange((seen[i].Pts - MediaTime.FromUnits(i, 25)).Milliseconds, -1.01, 1.01);
        }
    }

    [Theory]
    [InlineData("yuv420p", 0)]
    [InlineData("nv12", 1)]
    [InlineData("yuv420p10le", 1.01)]
    [InlineData("yuv422p10le", 1.01)]
    [InlineData("yuv444p", 0)]
    public void ConversionKeepsTheNumbers(string format, double tolerance)
    {
        var path = media.Make($"-f lavfi -i color=c=0x3060C0:size=64x48:rate=5:duration=0.4,format=yuv420p,format={format} -c:v ffv1 flat-{format}.mkv");
        if (format == "nv12") path = media.Make("-f lavfi -i color=c=0x3060C0:size=64x48:rate=5:duration=0.4,format=yuv420p,format=nv12 -c:v rawvideo flat-nv12.nut");
        var expected = Play.First(media.Make("-f lavfi -i color=c=0x3060C0:size=64x48:rate=5:duration=0.4,format=yuv420p -c:v ffv1 flat.mkv"), Codes);
        var actual = Play.First(path, Codes);
        for (var plane = 0; plane < 3; plane++) Assert.InRange(Math.Abs(actual[plane] - expected[plane]), 0, tolerance);
    }

    [Fact]
    public void OnePixelIsAPicture()
    {
        var path = media.Path("one.y4m");
        File.WriteAllBytes(path, [.. "YUV4MPEG2 W1 H1 F25:1 C420jpeg\nFRAME\n"u8, 77, 100, 150]);
        Assert.Equal((77, 100, 150), Play.First(path, frame => ((int)frame[0].Row(0)[0], (int)frame[1].Row(0)[0], (int)frame[2].Row(0)[0])));
        Assert.Equal((1, 1), Play.First(path, frame => (frame.Width, frame.Height)));
    }

    [Fact]
    public void SizeChangesInMidStream()
    {
        media.Make("-f lavfi -i testsrc2=size=160x90:rate=25:duration=1 -c:v libx264 -bsf:v h264_mp4toannexb small.h264");
        media.Make("-f lavfi -i testsrc2=size=320x180:rate=25:duration=1 -c:v libx264 -bsf:v h264_mp4toannexb large.h264");
        var path = media.Path("change.h264");
        File.WriteAllBytes(path, [.. File.ReadAllBytes(media.Path("small.h264")), .. File.ReadAllBytes(media.Path("large.h264"))]);
        var seen = Play.All(Play.Open(path), frame => frame.Width);
        Assert.Equal(50, seen.Count);
        Assert.Equal(25, seen.Count(width => width == 160));
        Assert.All(seen.Skip(25), width => Assert.Equal(320, width));
    }

    [Fact]
    public void WidePixelsAreSaid()
    {
        var path = media.Make($"{Source} -vf setsar=4/3 -c:v libx264 -frames:v 3 wide.mp4");
        Assert.Equal(4.0 / 3, Play.First(path, frame => frame.PixelAspect), 6);
    }

    private static double[] Codes(VideoFrame frame) => [frame[0].Row(20)[20], frame[1].Row(10)[10], frame[2].Row(10)[10]];
}
