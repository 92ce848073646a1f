using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Compositor.Gpu;

/// <summary>Finds what differs between two scenes, so that the rest of the canvas can stay. One rectangle around all of it: on a GPU a few more pixels
/// cost less than more draw calls.</summary>
internal sealed class SceneDamage
{
    private Layer[] _layers = [];
    private int _count;
    private Rgba _background;
    private int _width;
    private int _height;

    /// <summary>The part of the canvas that has to be drawn for <paramref name="scene"/> to replace the scene before; empty when they are equal.</summary>
    public Rect Update(Scene scene)
    {
        var canvas = new Rect(0, 0, scene.Width, scene.Height);
        var damage = scene.Width == _width && scene.Height == _height && scene.Background == _background ? Compare(scene.Layers) : canvas;
        Remember(scene);
        return damage.Intersect(canvas);
    }

    private Rect Compare(ReadOnlySpan<Layer> layers)
    {
        var damage = default(Rect);
        for (var i = 0; i < Math.Max(layers.Length, _count); i++)
        {
            if (i < layers.Length && i < _count && layers[i] == _layers[i]) continue;
            if (i < layers.Length) damage = damage.Union(layers[i].Bounds);
            if (i < _count) damage = damage.Union(_layers[i].Bounds);
        }

        return damage;
    }

    private void Remember(Scene scene)
    {
        var layers = scene.Layers;
        if (_layers.Length < layers.Length) _layers = new Layer[Math.Max(64, layers.Length * 2)];
        else if (_count > layers.Length) Array.Clear(_layers, layers.Length, _count - layers.Length);
        layers.CopyTo(_layers);
        _count = layers.Length;
        _background = scene.Background;
        _width = scene.Width;
        _height = scene.Height;
    }
}
