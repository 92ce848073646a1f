using ConfEngine.EndToEnd.Media;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Live;

/// <summary>The kiosk in a window of a display that exists only in memory, worked by keys.</summary>
[Collection(LiveCollection.Name)]
public sealed class WindowTests
{
    // Plain pictures: whatever changes on the screen is what a key has done.
    private static readonly string[] s_arguments =
    [
        "kiosk", "--room-name", "The wall", "--size", "640x360", "--audio-out", "null",
        "--source", "lavfi:color=c=red:size=320x180:rate=10,name=Red", "--source", "lavfi:color=c=blue:size=320x180:rate=10,name=Blue",
    ];

    [Fact]
    public void The_window_shows_the_wall_and_obeys_keys()
    {
        using var folder = new TempFolder();
        using var screen = new WatchedScreen(640, 360);
        using var kiosk = Child.Start(Confengine.Program, [.. Confengine.Alone(s_arguments), "--screenshot", folder["end.png"]], start =>
        {
            Confengine.Prepare(start);
            start.WorkingDirectory = folder.FullName;
            start.Environment["DISPLAY"] = screen.Display;
        });
        kiosk.WaitFor("keys");
        screen.PlaceWindow("The wall");
        var wall = screen.WaitForPicture("the red and the blue tile", IsWall);

        screen.Press("o");
        screen.WaitForPicture("the first overlay page", picture => picture.ChangedPixels(wall) > 2000);
        // Each of the three pages by itself, all, none.
        for (var page = 1; page < 5; page++) screen.Press("o");
        var after = screen.WaitForPicture("the wall without overlay", picture => picture.ChangedPixels(wall) < 200);
        screen.Press("l");
        screen.WaitForPicture("the next layout", picture => picture.ChangedPixels(wall) > 2000);
        screen.Press("l");
        screen.Press("l");
        screen.WaitForPicture("the first layout again", picture => picture.ChangedPixels(wall) < 200);
        screen.Press("q");
        Assert.Contains("frames", kiosk.Finish().Expect(0).Out, StringComparison.Ordinal);
        var difference = Decoded.Still(folder["end.png"]).DifferenceTo(after);
        Assert.True(difference < 3, $"screen and screenshot differ by {difference}");
    }

    [Fact]
    public void The_wall_can_fill_the_screen()
    {
        using var screen = new WatchedScreen(1280, 720);
        using var kiosk = Child.Start(Confengine.Program, [.. Confengine.Alone(s_arguments), "--fullscreen"], start =>
        {
            Confengine.Prepare(start);
            start.Environment["DISPLAY"] = screen.Display;
        });
        kiosk.WaitFor("keys");
        screen.WaitForPicture("the wall twice as large", picture => IsAt(picture, 60, 1220));
        kiosk.Signal(Signals.Terminate);
        kiosk.Finish().Expect(0);
    }

    private static bool IsWall(Picture picture) => IsAt(picture, 160, 480);

    /// <summary>True when the screen is red at one place of its middle line and blue at another.</summary>
    private static bool IsAt(Picture picture, int red, int blue)
    {
        var (left, right) = (picture.Crop(red, picture.Height / 2, 1, 1).Pixels, picture.Crop(blue, picture.Height / 2, 1, 1).Pixels);
        return left[0] > 200 && left[2] < 60 && right[2] > 200 && right[0] < 60;
    }
}
