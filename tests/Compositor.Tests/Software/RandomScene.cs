using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Compositor.Tests.Software;

/// <summary>A scene of all kinds of layers that is edited at random: layers come, go, move, change and swap places.</summary>
internal sealed class RandomScene : IDisposable
{
    private readonly Random _random;
    private readonly int _width;
    private readonly int _height;
    private readonly List<Layer> _layers = [];
    private readonly OwnedVideoFrame[] _frames;
    private readonly Bitmap _mask = new(BitmapFormat.Alpha8, 41, 17);
    private readonly Bitmap _picture = new(BitmapFormat.Bgra32, 37, 23);
    private Rgba _background = new(20, 40, 60);

    public RandomScene(int seed, int width, int height)
    {
        _random = new Random(seed);
        (_width, _height) = (width, height);
        _frames = [.. Pictures.Layouts.Select((layout, i) => Pictures.Noise(layout, 31 + 22 * i, 25 + 9 * i, i, new ColorDescription(
            (ColorMatrix)_random.Next(3), (ColorRange)_random.Next(2), (ChromaSiting)_random.Next(3))))];
        Scramble(_mask);
        Scramble(_picture);
    }

    public Scene Scene()
    {
        var scene = Pictures.Scene(_width, _height, [.. _layers]);
        scene.Background = _background;
        return scene;
    }

    public void Edit()
    {
        var at = _random.Next(_layers.Count + 1);
        switch (_random.Next(_layers.Count < 4 ? 2 : 9))
        {
            case 0 or 1 or 2:
                _layers.Insert(at, NewLayer());
                break;
            case 3 or 4:
                _layers.RemoveAt(at % _layers.Count);
                break;
            case 5:
                _layers[at % _layers.Count] = NewLayer();
                break;
            case 6:
                var other = _random.Next(_layers.Count);
                (_layers[at % _layers.Count], _layers[other]) = (_layers[other], _layers[at % _layers.Count]);
                break;
            case 7:
                NewFrame();
                break;
            default:
                if (_random.Next(4) == 0) _background = Color();
                break;
        }
    }

    public void Dispose()
    {
        foreach (var frame in _frames) frame.Dispose();
        _mask.Dispose();
        _picture.Dispose();
    }

    private void NewFrame()
    {
        var frame = _frames[_random.Next(_frames.Length)];
        for (var p = 0; p < frame.Layout.PlaneCount(); p++) _random.NextBytes(frame[p].Row(0, frame.Layout.SampleBytes()));
        frame.MarkChanged();
        for (var i = 0; i < _layers.Count; i++)
        {
            var layer = _layers[i];
            if (layer.Frame == frame) _layers[i] = Layer.Video(frame, layer.Source, layer.Bounds, layer.CornerRadius);
        }
    }

    private Layer NewLayer()
    {
        var bounds = new Rect(_random.Next(-30, _width), _random.Next(-30, _height), _random.Next(1, 110), _random.Next(1, 90));
        var radius = _random.Next(3) == 0 ? _random.Next(1, 20) : 0;
        switch (_random.Next(7))
        {
            case 0:
                return Layer.Fill(bounds, Color(), radius);
            case 1:
                return Layer.Outline(bounds, Color(), _random.Next(1, 9), radius);
            case 2:
                return Layer.Mask(_mask, bounds.X, bounds.Y, Color());
            case 3:
                return Layer.Picture(_picture, bounds.X, bounds.Y, (byte)_random.Next(256));
            default:
                var frame = _frames[_random.Next(_frames.Length)];
                if (_random.Next(3) == 0) bounds = bounds with { Width = frame.Width, Height = frame.Height };
                var x = _random.NextDouble() * frame.Width / 2;
                var crop = new SourceRect(x, 1.25, frame.Width - x - 0.5, frame.Height - 3);
                return Layer.Video(frame, _random.Next(2) == 0 ? Pictures.Whole(frame) : crop, bounds, radius);
        }
    }

    private Rgba Color() =>
        new((byte)_random.Next(256), (byte)_random.Next(256), (byte)_random.Next(256),
            _random.Next(2) == 0 ? (byte)255 : (byte)_random.Next(256));

    private void Scramble(Bitmap bitmap)
    {
        for (var y = 0; y < bitmap.Height; y++)
        {
            var row = bitmap.Row(y);
            _random.NextBytes(row);
            if (bitmap.Format != BitmapFormat.Bgra32) continue;
            for (var x = 0; x < row.Length; x += 4)
                for (var c = 0; c < 3; c++) row[x + c] = Math.Min(row[x + c], row[x + 3]);
        }

        bitmap.MarkChanged();
    }
}
