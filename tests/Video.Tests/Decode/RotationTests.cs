using ConfEngine.Core.Media;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Decode;

public sealed class RotationTests(MediaFolder media) : IClassFixture<MediaFolder>
{
    // Left half bright, right half dark, so every turn can be told.
    private const string Source = "-f lavfi -i color=c=black:size=64x32:rate=5:duration=0.6,drawbox=x=0:y=0:w=32:h=16:c=white:t=fill";

    [Theory]
    [InlineData(0, 64, 32, 8, 4)]
    [InlineData(90, 32, 64, 4, 56)]
    [InlineData(180, 64, 32, 56, 28)]
    [InlineData(270, 32, 64, 28, 8)]
    public void TheStoredPictureIsTurnedUpright(int rotate, int width, int height, int brightX, int brightY)
    {
        var plain = media.Make($"{Source} -c:v libx264 -crf 1 -pix_fmt yuv420p plain.mp4");
        // The muxer's tag turns counter-clockwise, as ffmpeg's own -rotate metadata does.
        var path = media.Make($"-i {plain} -c copy -metadata:s:v:0 rotate={rotate} rotated{rotate}.mp4");
        var reference = FromFFmpeg(path, rotate);
        var (actual, shape) = Play.First(path, frame => (Bright(frame), (frame.Width, frame.Height)));
        Assert.Equal((width, height), shape);
        Assert.Equal(reference, actual);
        Assert.True(actual[brightY * width + brightX] || actual.Count(bright => bright) == width * height / 4);
    }

    // ffmpeg turns pictures by the same matrix when it transcodes: its answer is the reference.
    private bool[] FromFFmpeg(string path, int rotate)
    {
        var upright = media.Make($"-i {path} -frames:v 1 -c:v ffv1 -pix_fmt yuv420p upright{rotate}.mkv");
        return Play.First(upright, Bright);
    }

    private static bool[] Bright(VideoFrame frame)
    {
        var pixels = new bool[frame.Width * frame.Height];
        for (var y = 0; y < frame.Height; y++)
            for (var x = 0; x < frame.Width; x++) pixels[y * frame.Width + x] = frame[0].Row(y)[x] > 128;
        return pixels;
    }
}
