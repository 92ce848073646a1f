using ConfEngine.Core.Media;
using Silk.NET.OpenGL;

namespace ConfEngine.Graphics.Compositor.Gpu;

/// <summary>The picture of one place in the scene, as textures: three planes or one packed. Keeps them from picture to picture, so that a running
/// stream only replaces texels.</summary>
internal sealed unsafe class FrameTextures(GL gl, int maxTextureSize) : IDisposable
{
    private readonly Texture?[] _planes = new Texture?[3];
    private Texture? _packed;
    private long _serial;

    /// <summary>Brings a frame's pixels to the GPU, unless they are there already.</summary>
    /// <returns>False when the GPU has no texture of that size.</returns>
    public bool Upload(VideoFrame frame, long serial)
    {
        if (frame.Width > maxTextureSize || frame.Height > maxTextureSize) return false;
        if (serial == _serial) return true;
        if (frame.Layout == PixelLayout.Bgra32) UploadPlane(_packed ??= new Texture(gl, TexelKind.Bgra8), frame[0]);
        else
            for (var i = 0; i < frame.Layout.PlaneCount(); i++) UploadPlane(_planes[i] ??= new Texture(gl, TexelKind.R8), frame[i]);
        _serial = serial;
        return true;
    }

    /// <summary>Binds a planar picture's planes to units 0, 1, 2.</summary>
    public void BindPlanes(int count)
    {
        for (var i = count - 1; i >= 0; i--) _planes[i]!.Bind(i);
    }

    /// <summary>Binds a packed picture to unit 0.</summary>
    public void BindPacked() => _packed!.Bind();

    /// <summary>Deletes the textures.</summary>
    public void Dispose()
    {
        foreach (var plane in _planes) plane?.Dispose();
        _packed?.Dispose();
    }

    private static void UploadPlane(Texture texture, in Plane plane) => texture.Upload((byte*)plane.Data, plane.Stride, plane.Width, plane.Height);
}
