using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Golden.Choice;

/// <summary>Counts what is asked of it.</summary>
internal sealed class CountingCompositor : ICompositor
{
    private readonly OwnedVideoFrame _canvas = new(PixelLayout.Bgra32, 2, 2);

    public string Name => "counting";

    public int Composed { get; private set; }

    public int Reads { get; private set; }

    public int LayersPerScene { get; private set; }

    public bool Compose(Scene scene)
    {
        Composed++;
        LayersPerScene = scene.Layers.Length;
        return true;
    }

    public VideoFrame Read(PixelLayout layout)
    {
        Reads++;
        return _canvas;
    }

    public void Dispose() => _canvas.Dispose();
}
