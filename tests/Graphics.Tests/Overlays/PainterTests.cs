using System.Runtime.InteropServices;
using ConfEngine.Graphics.Overlays;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Tests.Text;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Tests.Overlays;

public sealed class PainterTests(TextFixture text) : IClassFixture<TextFixture>, IDisposable
{
    private readonly Bitmap _bitmap = new(BitmapFormat.Bgra32, 40, 30);

    public void Dispose() => _bitmap.Dispose();

    [Fact]
    public void An_opaque_rectangle_is_exactly_where_it_should_be()
    {
        var painter = Painter();
        painter.Fill(new Rect(3, 4, 5, 6), new Rgba(10, 20, 30));
        for (var y = 0; y < 30; y++)
        {
            for (var x = 0; x < 40; x++) Assert.Equal(x is >= 3 and < 8 && y is >= 4 and < 10 ? 0xFF0A141Eu : 0, Pixel(x, y));
        }
    }

    [Fact]
    public void Colours_are_premultiplied_and_lie_over_what_was_there()
    {
        var painter = Painter();
        painter.Fill(new Rect(0, 0, 2, 1), new Rgba(255, 0, 0, 128));
        Assert.Equal(0x80800000u, Pixel(0, 0));
        painter.Fill(new Rect(0, 0, 1, 1), new Rgba(0, 0, 255, 128));
        // 128 + 128 * 127 / 255 = 192 of alpha; the red is halved again.
        Assert.Equal(0xC0400080u, Pixel(0, 0));
        painter.Fill(new Rect(0, 0, 1, 1), new Rgba(1, 2, 3, 0));
        Assert.Equal(0xC0400080u, Pixel(0, 0));
    }

    [Theory]
    [InlineData(-100, -100, 50, 50)]
    [InlineData(-5, -5, 10, 10)]
    [InlineData(35, 25, 100, 100)]
    [InlineData(10, 10, 0, 5)]
    [InlineData(10, 10, -5, 5)]
    [InlineData(100, 0, 5, 5)]
    [InlineData(-1000000, -1000000, 2000000, 2000000)]
    public void Rectangles_are_cut_off_at_the_edges(int x, int y, int width, int height)
    {
        var area = new Rect(x, y, width, height);
        Painter().Fill(area, Rgba.White);
        var expected = 0;
        for (var row = 0; row < 30; row++)
        {
            for (var column = 0; column < 40; column++)
            {
                if (column >= area.X && column < area.Right && row >= area.Y && row < area.Bottom) expected++;
            }
        }

        Assert.Equal(expected, Inked());
    }

    [Theory]
    [InlineData(-500, 10)]
    [InlineData(-7, 10)]
    [InlineData(30, 10)]
    [InlineData(500, 10)]
    [InlineData(5, -3)]
    [InlineData(5, 35)]
    [InlineData(5, -500)]
    [InlineData(5, 500)]
    public void Text_is_cut_off_at_the_edges(int x, int baseline)
    {
        var painter = Painter();
        var style = new TextStyle(24);
        painter.Text("Wide 王 text that goes on and on", x, baseline, style, Rgba.White);
        painter.Ascii("1234567890 WWWWWWWWW", x, baseline, style, Rgba.White);
        var isInside = x is > -100 and < 40 && baseline is > -20 and < 50;
        Assert.Equal(isInside && baseline is > 0 and < 48, Inked() > 0);
    }

    [Fact]
    public void Ascii_is_as_wide_as_measured_and_ends_where_asked()
    {
        var painter = Painter();
        var style = new TextStyle(12);
        Assert.Equal(painter.MeasureAscii("12.5", style), painter.Ascii("12.5", 0, 20, style, Rgba.White));
        _bitmap.Clear();
        painter.AsciiRight("88", 40, 20, style, Rgba.White);
        Assert.Equal(0, Inked(0, 40 - painter.MeasureAscii("88", style)));
        Assert.True(Inked() > 0);
    }

    [Fact]
    public void A_panel_replaces_everything_and_has_round_corners()
    {
        var painter = Painter();
        painter.Fill(painter.Bounds, Rgba.White);
        painter.Panel(new Rgba(0, 0, 0, 200), 8);
        Assert.Equal(0u, Pixel(0, 0));
        Assert.Equal(0u, Pixel(39, 29));
        Assert.Equal(200u << 24, Pixel(20, 0));
        Assert.Equal(200u << 24, Pixel(20, 15));
        painter.Panel(Rgba.White, 1000);
        painter.Panel(Rgba.White, 0);
        Assert.Equal(0xFFFFFFFFu, Pixel(0, 0));
    }

    [Fact]
    public void Only_colour_bitmaps_can_be_painted_on()
    {
        using var mask = new Bitmap(BitmapFormat.Alpha8, 4, 4);
        Assert.Throws<ArgumentException>(() => new Painter(text.Renderer) { Target = mask });
    }

    private Painter Painter() => new(text.Renderer) { Target = _bitmap };

    private uint Pixel(int x, int y) => MemoryMarshal.Cast<byte, uint>(_bitmap.Row(y))[x];

    private int Inked(int fromColumn = 0, int toColumn = 40)
    {
        var count = 0;
        for (var y = 0; y < 30; y++)
        {
            for (var x = fromColumn; x < toColumn; x++) count += Pixel(x, y) != 0 ? 1 : 0;
        }

        return count;
    }
}
