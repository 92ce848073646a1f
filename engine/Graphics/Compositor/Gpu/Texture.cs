using Silk.NET.OpenGL;

namespace ConfEngine.Graphics.Compositor.Gpu;

/// <summary>What a texel is.</summary>
internal enum TexelKind
{
    /// <summary>One 8-bit channel.</summary>
    R8,

    /// <summary>Blue, green, red, alpha bytes. Asked for with an unsized internal format, so that drivers which can do so store that very order:
    /// uploads, read-backs and llvmpipe's fast rasteriser all want it.</summary>
    Bgra8,
}

/// <summary>A two-dimensional texture without mip levels that can be given pixels from native memory. Lives and dies on the render thread.</summary>
internal sealed unsafe class Texture : IDisposable
{
    private readonly GL _gl;
    private readonly TexelKind _kind;

    /// <summary>A texture without pixels.</summary>
    public Texture(GL gl, TexelKind kind)
    {
        _gl = gl;
        _kind = kind;
        Name = gl.GenTexture();
        gl.BindTexture(TextureTarget.Texture2D, Name);
        SetFilter(TextureMinFilter.Nearest);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapS, (int)TextureWrapMode.ClampToEdge);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapT, (int)TextureWrapMode.ClampToEdge);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMaxLevel, 0);
    }

    /// <summary>The GL name.</summary>
    public uint Name { get; }

    /// <summary>Texels across.</summary>
    public int Width { get; private set; }

    /// <summary>Texels down.</summary>
    public int Height { get; private set; }

    private int TexelBytes => _kind == TexelKind.R8 ? 1 : 4;

    private PixelFormat Format => _kind == TexelKind.R8 ? PixelFormat.Red : PixelFormat.Bgra;

    /// <summary>Binds the texture to a unit.</summary>
    public void Bind(int unit = 0)
    {
        _gl.ActiveTexture(TextureUnit.Texture0 + unit);
        _gl.BindTexture(TextureTarget.Texture2D, Name);
    }

    /// <summary>Binds the texture and chooses how the sampler reads between texels.</summary>
    public void BindFiltered(bool linear)
    {
        Bind();
        SetFilter(linear ? TextureMinFilter.Linear : TextureMinFilter.Nearest);
    }

    /// <summary>Gives the texture a size. Its texels are undefined when that changed.</summary>
    public void Resize(int width, int height)
    {
        if (width == Width && height == Height) return;
        Width = width;
        Height = height;
        _gl.BindTexture(TextureTarget.Texture2D, Name);
        var stored = _kind == TexelKind.R8 ? InternalFormat.R8 : InternalFormat.Rgba;
        _gl.TexImage2D(TextureTarget.Texture2D, 0, stored, (uint)width, (uint)height, 0, Format, PixelType.UnsignedByte, null);
    }

    /// <summary>Resizes and fills the texture.</summary>
    /// <param name="pixels">The first sample of the first row.</param>
    /// <param name="stride">Bytes from one row to the next, negative for a picture stored upside down.</param>
    /// <param name="width">Samples in a row.</param>
    /// <param name="height">Rows.</param>
    public void Upload(byte* pixels, int stride, int width, int height)
    {
        Resize(width, height);
        _gl.BindTexture(TextureTarget.Texture2D, Name);
        _gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        if (stride >= width * TexelBytes && stride % TexelBytes == 0)
        {
            _gl.PixelStore(PixelStoreParameter.UnpackRowLength, stride / TexelBytes);
            Put(pixels, 0, width, height);
            _gl.PixelStore(PixelStoreParameter.UnpackRowLength, 0);
            return;
        }

        // GL has no negative row length. Such pictures are rare, so they may go row by row.
        for (var y = 0; y < height; y++) Put(pixels + (long)y * stride, y, width, 1);
    }

    /// <summary>Deletes the texture.</summary>
    public void Dispose() => _gl.DeleteTexture(Name);

    private void Put(byte* pixels, int y, int width, int height) =>
        _gl.TexSubImage2D(TextureTarget.Texture2D, 0, 0, y, (uint)width, (uint)height, Format, PixelType.UnsignedByte, pixels);

    private void SetFilter(TextureMinFilter filter)
    {
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)filter);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)filter);
    }
}
