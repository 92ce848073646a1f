using ConfEngine.Graphics.Scenes;
using Silk.NET.OpenGL;

namespace ConfEngine.Graphics.Compositor.Gpu;

/// <summary>Textures of the bitmaps (texts, icons, overlay pages) that scenes show. A bitmap that no scene showed for
/// <see cref="KeptScenes"/> scenes loses its texture, so a wall whose names change for weeks does not grow.</summary>
internal sealed unsafe class BitmapTextures(GL gl) : IDisposable
{
    private const int KeptScenes = 120;
    private readonly Dictionary<Bitmap, Entry> _entries = [];
    private long _scene;

    /// <summary>How many textures there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Notes which bitmaps a new scene shows and deletes the textures of those long gone.</summary>
    public void BeginScene(ReadOnlySpan<Layer> layers)
    {
        _scene++;
        foreach (ref readonly var layer in layers)
            if (layer.Image is { } image && _entries.TryGetValue(image, out var entry)) entry.LastScene = _scene;
        if (_scene % KeptScenes == 0) RemoveUnused();
    }

    /// <summary>The texture of a bitmap, with its pixels of now.</summary>
    public Texture Get(Bitmap image, long serial)
    {
        if (!_entries.TryGetValue(image, out var entry))
        {
            entry = new Entry(new Texture(gl, image.Format == BitmapFormat.Alpha8 ? TexelKind.R8 : TexelKind.Bgra8)) { LastScene = _scene };
            _entries.Add(image, entry);
        }

        if (entry.Serial != serial)
        {
            entry.Texture.Upload(image.Pixels, image.Stride, image.Width, image.Height);
            entry.Serial = serial;
        }

        return entry.Texture;
    }

    /// <summary>Deletes all textures.</summary>
    public void Dispose()
    {
        foreach (var entry in _entries.Values) entry.Texture.Dispose();
        _entries.Clear();
    }

    private void RemoveUnused()
    {
        foreach (var (image, entry) in _entries)
        {
            if (entry.LastScene > _scene - KeptScenes) continue;
            entry.Texture.Dispose();
            _entries.Remove(image);
        }
    }

    private sealed class Entry(Texture texture)
    {
        public Texture Texture => texture;

        public long Serial { get; set; }

        public long LastScene { get; set; }
    }
}
