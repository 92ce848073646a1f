namespace ConfEngine.Graphics.Scenes;

/// <summary>Everything on one canvas for one frame: a draw list, bottom layer first. Reused from frame to frame; grows to the busiest
/// frame and then allocates no more.</summary>
public sealed class Scene
{
    private Layer[] _layers = new Layer[64];
    private int _count;

    /// <summary>Canvas width in pixels; even.</summary>
    public int Width { get; private set; }

    /// <summary>Canvas height in pixels; even.</summary>
    public int Height { get; private set; }

    /// <summary>What shows where no layer is. Opaque.</summary>
    public Rgba Background { get; set; } = Rgba.Black;

    /// <summary>The layers, bottom first.</summary>
    public ReadOnlySpan<Layer> Layers => _layers.AsSpan(0, _count);

    /// <summary>Starts a new frame of the given size.</summary>
    public void Begin(int width, int height)
    {
        Width = width;
        Height = height;
        _count = 0;
    }

    /// <summary>Puts a layer on top.</summary>
    public void Add(in Layer layer)
    {
        if (_count == _layers.Length) Array.Resize(ref _layers, _count * 2);
        _layers[_count++] = layer;
    }
}
