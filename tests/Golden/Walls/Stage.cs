using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Layouts;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;
using ConfEngine.Graphics.Wall;
using ConfEngine.Video;
using ConfEngine.Video.Synthetic;

namespace ConfEngine.Golden.Walls;

/// <summary>Where one golden picture is set up: a scene, the letters of the installed fonts, and participants who hold still.</summary>
internal sealed class Stage : IDisposable
{
    private readonly List<IDisposable> _kept = [];

    public Stage()
    {
        Text = Keep(new TextRenderer(FontSet.FindInstalled()));
        foreach (var (sample, package) in new[] { ("A", "fonts-noto-core"), ("王", "fonts-noto-cjk"), ("م", "fonts-noto-core"), ("🎧", "fonts-symbola") })
            Assert.True(Text.Covers(sample), $"no font has '{sample}': apt-get install {package}");
        Wall = Keep(new WallScene(Text, MediaTime.Zero));
    }

    public Scene Scene { get; } = new();

    public TextRenderer Text { get; }

    public WallScene Wall { get; }

    /// <summary>Disposes of <paramref name="item"/> with the stage.</summary>
    public T Keep<T>(T item) where T : IDisposable
    {
        _kept.Add(item);
        return item;
    }

    /// <summary>Builds the wall into the scene.</summary>
    public void Show(int width, int height, LayoutKind layout, params IReadOnlyList<Tile> tiles) =>
        Wall.Build(Scene, new WallView(width, height, layout), tiles, MediaTime.Zero);

    /// <summary>A participant with a camera.</summary>
    public Tile Person(int id, string name, int width = 640, int height = 360) =>
        new(id) { Name = name, State = StreamState.Running, Frame = Picture(id * 40, width, height) };

    /// <summary>A picture of the synthetic participant: drawn, not encoded, so it is the same everywhere.</summary>
    public VideoFrame Picture(int hue, int width, int height)
    {
        var test = new TestPicture { Width = width, Height = height, Hue = hue % 360, FrameRate = 10, Flash = false };
        var stream = new VideoStream("test", new VideoStreamOptions { Uri = "test:", Test = test, Clock = new ManualClock() });
        _kept.Add(stream);
        var due = MediaTime.FromMilliseconds(700);
        while (!stream.IsReadyFor(due)) stream.Step(default);
        Assert.True(stream.TryTakeDue(due, out var frame), stream.Statistics.Cause);
        // Given back before the stream that it belongs to is closed: the list is undone from its end.
        _kept.Add(frame);
        return frame.Value;
    }

    public void Dispose()
    {
        for (var i = _kept.Count - 1; i >= 0; i--) _kept[i].Dispose();
    }
}
