using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>The layers of the scene last drawn, to find what another scene changes.</summary>
internal sealed class SceneHistory
{
    /// <summary>How far ahead an equal layer is looked for; a layer that moved further in the list is drawn again.</summary>
    private const int Window = 32;

    private Layer[] _layers = new Layer[64];
    private int _count;
    private int _width;
    private int _height;
    private Rgba _background;

    /// <summary>Forgets the scene: whatever comes next is drawn in full.</summary>
    public void Forget() => _width = 0;

    /// <summary>Remembers a scene.</summary>
    public void Store(Scene scene)
    {
        var layers = scene.Layers;
        if (_layers.Length < layers.Length) Array.Resize(ref _layers, Math.Max(layers.Length, _layers.Length * 2));
        layers.CopyTo(_layers);
        if (_count > layers.Length) Array.Clear(_layers, layers.Length, _count - layers.Length);
        (_count, _width, _height, _background) = (layers.Length, scene.Width, scene.Height, scene.Background);
    }

    /// <summary>Adds to the region what is different in a scene. Layers equal to those of the last scene, and in the same order, need
    /// nothing; of all others the old and the new place are drawn again.</summary>
    public void Compare(Scene scene, Canvas canvas, DirtyRegion region)
    {
        var layers = scene.Layers;
        if (scene.Width != _width || scene.Height != _height || scene.Background != _background)
        {
            region.Add(canvas.Bounds);
            return;
        }

        var old = 0;
        foreach (ref readonly var layer in layers)
        {
            var match = Find(layer, old);
            if (match < 0)
            {
                region.Add(canvas.Footprint(layer.Bounds));
                continue;
            }

            for (; old < match; old++) region.Add(canvas.Footprint(_layers[old].Bounds));
            old++;
        }

        for (; old < _count; old++) region.Add(canvas.Footprint(_layers[old].Bounds));
    }

    private int Find(in Layer layer, int from)
    {
        var to = Math.Min(_count, from + Window);
        for (var i = from; i < to; i++)
        {
            ref readonly var known = ref _layers[i];
            if (known.Serial == layer.Serial && known.Bounds == layer.Bounds && known == layer) return i;
        }

        return -1;
    }
}
