using ConfEngine.Core.Media;
using ConfEngine.TestKit.Media;
using ConfEngine.Video.Images;
using ConfEngine.Video.Tests.Kit;

namespace ConfEngine.Video.Tests.Images;

public sealed class PngFileTests(MediaFolder media) : IClassFixture<MediaFolder>
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(160, 90)]
    public void BgraComesBackAsItWentOpaque(int width, int height)
    {
        using var frame = new OwnedVideoFrame(PixelLayout.Bgra32, width, height);
        var random = new Random(7);
        for (var y = 0; y < height; y++) random.NextBytes(frame[0].Row(y, 4));
        PngFile.Write(media.Path($"{width}.png"), frame);
        using var read = PngFile.Read(media.Path($"{width}.png"));
        Assert.Equal((PixelLayout.Bgra32, width, height), (read.Layout, read.Width, read.Height));
        for (var y = 0; y < height; y++)
        {
            for (var i = 0; i < width * 4; i++)
                Assert.Equal(i % 4 == 3 ? 255 : frame[0].Row(y, 4)[i], read[0].Row(y, 4)[i]);
        }
    }

    [Theory]
    [InlineData(ColorMatrix.Bt709, ColorRange.Limited)]
    [InlineData(ColorMatrix.Bt709, ColorRange.Full)]
    [InlineData(ColorMatrix.Bt601, ColorRange.Limited)]
    [InlineData(ColorMatrix.Bt2020, ColorRange.Limited)]
    public void YuvIsWrittenByItsOwnColours(ColorMatrix matrix, ColorRange range)
    {
        var color = new ColorDescription(matrix, range, ChromaSiting.Left);
        var code = YuvMatrix.For(color).FromRgb(200, 100, 50);
        using var frame = FlatPicture.Of(PixelLayout.I420, 32, 16, color, SampleCode.Nearest(code.Y), SampleCode.Nearest(code.U), SampleCode.Nearest(code.V));
        PngFile.Write(media.Path("yuv.png"), frame);
        using var read = PngFile.Read(media.Path("yuv.png"));
        var pixel = read[0].Row(8, 4)[64..68];
        Assert.InRange(pixel[0], 50 - 3, 50 + 3);
        Assert.InRange(pixel[1], 100 - 3, 100 + 3);
        Assert.InRange(pixel[2], 200 - 3, 200 + 3);
    }

    [Fact]
    public void OtherProgramsAgree()
    {
        using var read = PngFile.Read(media.Make("-f lavfi -i color=c=0x102030:size=20x10,format=rgb24 -frames:v 1 other.png"));
        Assert.Equal((20, 10), (read.Width, read.Height));
        Assert.Equal(new byte[] { 0x30, 0x20, 0x10, 0xFF }, read[0].Row(5, 4)[20..24].ToArray());
    }

    [Fact]
    public void FailuresNameTheFile()
    {
        using var frame = new OwnedVideoFrame(PixelLayout.Bgra32, 2, 2);
        Assert.Contains("no/such.png: the folder does not exist", Assert.Throws<MediaException>(() => PngFile.Write(media.Path("no/such.png"), frame)).Message);
        Assert.Contains("cannot be read", Assert.Throws<MediaException>(() => PngFile.Read(media.Path("none.png"))).Message);
        File.WriteAllText(media.Path("text.png"), "no picture");
        Assert.Contains("text.png: is not a PNG file", Assert.Throws<MediaException>(() => PngFile.Read(media.Path("text.png"))).Message);
        Directory.CreateDirectory(media.Path("folder.png"));
        Assert.Throws<MediaException>(() => PngFile.Write(media.Path("folder.png"), frame));
    }
}
