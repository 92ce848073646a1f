using ConfEngine.Core.Media;

namespace ConfEngine.Core.Tests;

public sealed class ColorTests
{
    // Reference codes of the 75 % and 100 % bars, from the formulas of BT.601 and BT.709 rounded to 8 bits.
    [Theory]
    [InlineData(ColorMatrix.Bt601, ColorRange.Limited, 255, 255, 255, 235, 128, 128)]
    [InlineData(ColorMatrix.Bt601, ColorRange.Limited, 255, 0, 0, 81, 90, 240)]
    [InlineData(ColorMatrix.Bt601, ColorRange.Full, 0, 0, 255, 29, 255, 107)]
    [InlineData(ColorMatrix.Bt709, ColorRange.Limited, 255, 0, 0, 63, 102, 240)]
    [InlineData(ColorMatrix.Bt709, ColorRange.Limited, 0, 255, 0, 173, 42, 26)]
    [InlineData(ColorMatrix.Bt709, ColorRange.Limited, 0, 0, 0, 16, 128, 128)]
    [InlineData(ColorMatrix.Bt2020, ColorRange.Limited, 255, 0, 0, 74, 97, 240)]
    public void PrimariesHaveTheirStandardCodes(ColorMatrix matrix, ColorRange range, int r, int g, int b, int y, int u, int v)
    {
        var (gotY, gotU, gotV) = YuvMatrix.For(new ColorDescription(matrix, range, ChromaSiting.Left)).FromRgb(r, g, b);
        Assert.Equal(y, gotY, 1.0);
        Assert.Equal(u, gotU, 1.0);
        Assert.Equal(v, gotV, 1.0);
    }

    [Fact]
    public void ThereAndBackIsTheSame()
    {
        foreach (var matrix in Enum.GetValues<ColorMatrix>())
        {
            foreach (var range in Enum.GetValues<ColorRange>())
            {
                var map = YuvMatrix.For(new ColorDescription(matrix, range, ChromaSiting.Left));
                var (y, u, v) = map.FromRgb(12, 200, 97);
                var (r, g, b) = map.ToRgb(y, u, v);
                Assert.Equal(12, r, 6);
                Assert.Equal(200, g, 6);
                Assert.Equal(97, b, 6);
            }
        }
    }

    [Theory]
    [InlineData(PixelLayout.I420, 5, 3, 3, 2)]
    [InlineData(PixelLayout.I422, 5, 3, 3, 3)]
    [InlineData(PixelLayout.I444, 5, 3, 5, 3)]
    public void ChromaPlanesRoundUp(PixelLayout layout, int width, int height, int chromaWidth, int chromaHeight)
    {
        Assert.Equal(chromaWidth, layout.PlaneWidth(1, width));
        Assert.Equal(chromaHeight, layout.PlaneHeight(2, height));
        Assert.Equal((width, height), (layout.PlaneWidth(0, width), layout.PlaneHeight(0, height)));
    }
}
