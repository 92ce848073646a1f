using ConfEngine.Graphics.Windows;

namespace ConfEngine.Golden.Window;

public sealed class NoDisplayTests
{
    [Fact]
    public void Without_a_display_there_is_no_window_and_one_line_says_why()
    {
        var display = Environment.GetEnvironmentVariable("DISPLAY");
        var wayland = Environment.GetEnvironmentVariable("WAYLAND_DISPLAY");
        Environment.SetEnvironmentVariable("DISPLAY", null);
        Environment.SetEnvironmentVariable("WAYLAND_DISPLAY", null);
        try
        {
            Assert.False(WallWindow.TryOpen(new WallWindowOptions(), out var window, out var whyNot));
            Assert.Null(window);
            Assert.StartsWith("no display: DISPLAY and WAYLAND_DISPLAY are not set", whyNot, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', whyNot);
        }
        finally
        {
            Environment.SetEnvironmentVariable("DISPLAY", display);
            Environment.SetEnvironmentVariable("WAYLAND_DISPLAY", wayland);
        }
    }

    [Theory]
    [InlineData(1920, 1080, 1920, 1080, 0, 0, 1920, 1080)]
    [InlineData(1920, 1080, 1000, 1000, 0, 219, 1000, 562)]
    [InlineData(1080, 1920, 1000, 1000, 219, 0, 562, 1000)]
    [InlineData(1920, 1080, 3840, 2160, 0, 0, 3840, 2160)]
    [InlineData(1920, 1080, 0, 0, 0, 0, 0, 0)]
    public void A_canvas_lies_whole_and_centred_in_the_window(int width, int height, int windowWidth, int windowHeight, int x, int y, int shownWidth, int shownHeight) =>
        Assert.Equal(new Graphics.Scenes.Rect(x, y, shownWidth, shownHeight), CanvasPresenter.Place(width, height, windowWidth, windowHeight));
}
