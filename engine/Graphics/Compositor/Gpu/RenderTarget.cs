using Silk.NET.OpenGL;

namespace ConfEngine.Graphics.Compositor.Gpu;

/// <summary>One or more textures of the same size that are drawn into instead of a window. Lives and dies on the render thread.</summary>
internal sealed unsafe class RenderTarget : IDisposable
{
    private static readonly DrawBufferMode[] s_attachments = [DrawBufferMode.ColorAttachment0, DrawBufferMode.ColorAttachment1];
    private readonly GL _gl;
    private readonly Texture[] _textures;
    private readonly uint _name;
    private bool _attached;

    /// <summary>A target without pixels.</summary>
    public RenderTarget(GL gl, TexelKind kind, int count = 1)
    {
        _gl = gl;
        _name = gl.GenFramebuffer();
        _textures = new Texture[count];
        for (var i = 0; i < count; i++) _textures[i] = new Texture(gl, kind);
    }

    /// <summary>Pixels across.</summary>
    public int Width => _textures[0].Width;

    /// <summary>Pixels down.</summary>
    public int Height => _textures[0].Height;

    /// <summary>The first texture.</summary>
    public Texture Texture => _textures[0];

    /// <summary>Gives the target a size; its pixels are undefined when that changed.</summary>
    /// <exception cref="InvalidOperationException">The driver cannot draw into such a texture.</exception>
    public void Resize(int width, int height)
    {
        if (_attached && width == Width && height == Height) return;
        foreach (var texture in _textures) texture.Resize(width, height);
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _name);
        for (var i = 0; i < _textures.Length; i++)
        {
            var attachment = FramebufferAttachment.ColorAttachment0 + i;
            _gl.FramebufferTexture2D(FramebufferTarget.Framebuffer, attachment, TextureTarget.Texture2D, _textures[i].Name, 0);
        }

        _gl.DrawBuffers(s_attachments.AsSpan(0, _textures.Length));
        var status = _gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer);
        if (status != GLEnum.FramebufferComplete)
            throw new InvalidOperationException($"OpenGL cannot draw into a {width}x{height} texture: {status}.");
        _attached = true;
    }

    /// <summary>Makes this what is drawn into, over its whole area.</summary>
    public void Bind()
    {
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _name);
        _gl.Viewport(0, 0, (uint)Width, (uint)Height);
    }

    /// <summary>Copies the pixels of texture <paramref name="index"/> to memory, in the order in which they are stored. Waits for the drawing.</summary>
    public void Read(int index, TexelKind kind, nint pixels, int stride)
    {
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _name);
        _gl.ReadBuffer(ReadBufferMode.ColorAttachment0 + index);
        _gl.PixelStore(PixelStoreParameter.PackAlignment, 1);
        _gl.PixelStore(PixelStoreParameter.PackRowLength, kind == TexelKind.R8 ? stride : stride / 4);
        var format = kind == TexelKind.R8 ? PixelFormat.Red : PixelFormat.Bgra;
        _gl.ReadPixels(0, 0, (uint)Width, (uint)Height, format, PixelType.UnsignedByte, (void*)pixels);
        _gl.PixelStore(PixelStoreParameter.PackRowLength, 0);
    }

    /// <summary>Deletes the framebuffer and its textures.</summary>
    public void Dispose()
    {
        _gl.DeleteFramebuffer(_name);
        foreach (var texture in _textures) texture.Dispose();
    }
}
