using ConfEngine.Core.Media;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Decode;

public sealed class ColorTests(MediaFolder media) : IClassFixture<MediaFolder>
{
    [Theory]
    [InlineData("bt709", "tv", 90, ColorMatrix.Bt709, ColorRange.Limited)]
    [InlineData("bt709", "pc", 90, ColorMatrix.Bt709, ColorRange.Full)]
    [InlineData("smpte170m", "tv", 720, ColorMatrix.Bt601, ColorRange.Limited)]
    [InlineData("bt470bg", "pc", 90, ColorMatrix.Bt601, ColorRange.Full)]
    [InlineData("bt2020nc", "tv", 90, ColorMatrix.Bt2020, ColorRange.Limited)]
    [InlineData("unknown", "tv", 576, ColorMatrix.Bt601, ColorRange.Limited)]
    [InlineData("unknown", "tv", 720, ColorMatrix.Bt709, ColorRange.Limited)]
    public void TagsAreRead(string space, string range, int height, ColorMatrix matrix, ColorRange expected)
    {
        var path = media.Make($"-f lavfi -i testsrc2=size=128x{height}:rate=5:duration=0.4 -c:v libx264 -colorspace {space} -color_range {range} {space}-{range}-{height}.mp4");
        var color = Play.First(path, frame => frame.Color);
        Assert.Equal((matrix, expected, ChromaSiting.Left), (color.Matrix, color.Range, color.Siting));
    }

    [Fact]
    public void JpegIsFullRangeWithChromaInTheMiddle()
    {
        var path = media.Make("-f lavfi -i testsrc2=size=160x90:rate=5:duration=0.4 -c:v mjpeg -pix_fmt yuvj420p jpeg.avi");
        Assert.Equal(new ColorDescription(ColorMatrix.Bt601, ColorRange.Full, ChromaSiting.Center), Play.First(path, frame => frame.Color));
    }

    [Theory]
    [InlineData("red", 255, 0, 0)]
    [InlineData("0x3060C0", 0x30, 0x60, 0xC0)]
    [InlineData("white", 255, 255, 255)]
    public void RgbComesThroughAsTheSameColour(string color, int red, int green, int blue)
    {
        var path = media.Make($"-f lavfi -i color=c={color}:size=32x32:rate=5:duration=0.4,format=rgb24 -c:v png {color}.mkv");
        var rgb = Play.First(path, frame => YuvMatrix.For(frame.Color).ToRgb(frame[0].Row(9)[9], frame[1].Row(9)[9], frame[2].Row(9)[9]));
        Assert.InRange(rgb.Red, red - 2, red + 2);
        Assert.InRange(rgb.Green, green - 2, green + 2);
        Assert.InRange(rgb.Blue, blue - 2, blue + 2);
    }
}
