using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Layouts;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;
using ConfEngine.Graphics.Wall;

namespace ConfEngine.Graphics.Tests.Wall;

/// <summary>A wall that is always final, and pictures to put on it.</summary>
public sealed class WallFixture : IDisposable
{
    private readonly TextRenderer _text;
    private readonly List<OwnedVideoFrame> _frames = [];
    private readonly WallScene _wall;

    public WallFixture(bool fonts = true, int moveMilliseconds = 0)
    {
        _text = new TextRenderer(fonts ? FontSet.FindInstalled() : FontSet.FromFiles());
        _wall = new WallScene(_text, MediaTime.FromMilliseconds(moveMilliseconds));
    }

    public Scene Scene { get; } = new();

    public WallScene Wall => _wall;

    public OwnedVideoFrame Picture(int width = 640, int height = 360)
    {
        var frame = new OwnedVideoFrame(PixelLayout.I420, width, height);
        _frames.Add(frame);
        return frame;
    }

    public Tile Running(int id, string name = "Ada Lovelace") =>
        new(id) { Name = name, State = StreamState.Running, Frame = Picture() };

    public Layer[] Build(WallView view, params Tile[] tiles) => BuildAt(0, view, tiles);

    public Layer[] BuildAt(int milliseconds, WallView view, params Tile[] tiles)
    {
        _wall.Build(Scene, view, tiles, MediaTime.FromMilliseconds(milliseconds));
        _text.EndFrame();
        return Scene.Layers.ToArray();
    }

    public Layer[] Gallery(params Tile[] tiles) => Build(new WallView(1920, 1080, LayoutKind.Gallery), tiles);

    public void Dispose()
    {
        _wall.Dispose();
        _text.Dispose();
        foreach (var frame in _frames) frame.Dispose();
    }
}
