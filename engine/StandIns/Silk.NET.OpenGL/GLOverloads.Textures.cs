namespace Silk.NET.OpenGL;

public static unsafe partial class GLOverloads
{
    public static void TexImage2D<T0>(
        this GL thisApi, TextureTarget target, int level, InternalFormat internalformat, uint width, uint height, int border,
            PixelFormat format, PixelType type, ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TexImage2D(target, level, internalformat, width, height, border, format, type, p);
    }

    public static void TexImage2D<T0>(
        this GL thisApi, TextureTarget target, int level, int internalformat, uint width, uint height, int border, PixelFormat format,
            PixelType type, ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TexImage2D(target, level, internalformat, width, height, border, format, type, p);
    }

    public static void TexImage2D<T0>(
        this GL thisApi, GLEnum target, int level, GLEnum internalformat, uint width, uint height, int border, GLEnum format,
            GLEnum type, ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TexImage2D(target, level, internalformat, width, height, border, format, type, p);
    }

    public static void TexImage2D<T0>(
        this GL thisApi, GLEnum target, int level, int internalformat, uint width, uint height, int border, GLEnum format, GLEnum type,
            ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TexImage2D(target, level, internalformat, width, height, border, format, type, p);
    }

    public static void TexSubImage2D<T0>(
        this GL thisApi, TextureTarget target, int level, int xoffset, int yoffset, uint width, uint height, PixelFormat format,
            PixelType type, ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TexSubImage2D(target, level, xoffset, yoffset, width, height, format, type, p);
    }

    public static void TexSubImage2D<T0>(
        this GL thisApi, GLEnum target, int level, int xoffset, int yoffset, uint width, uint height, GLEnum format, GLEnum type,
            ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TexSubImage2D(target, level, xoffset, yoffset, width, height, format, type, p);
    }

    public static void TexImage3D<T0>(
        this GL thisApi, TextureTarget target, int level, InternalFormat internalformat, uint width, uint height, uint depth, int border,
            PixelFormat format, PixelType type, ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TexImage3D(target, level, internalformat, width, height, depth, border, format, type, p);
    }

    public static void TexImage3D<T0>(
        this GL thisApi, TextureTarget target, int level, int internalformat, uint width, uint height, uint depth, int border,
            PixelFormat format, PixelType type, ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TexImage3D(target, level, internalformat, width, height, depth, border, format, type, p);
    }

    public static void TexImage3D<T0>(
        this GL thisApi, GLEnum target, int level, GLEnum internalformat, uint width, uint height, uint depth, int border, GLEnum format,
            GLEnum type, ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TexImage3D(target, level, internalformat, width, height, depth, border, format, type, p);
    }

    public static void TexImage3D<T0>(
        this GL thisApi, GLEnum target, int level, int internalformat, uint width, uint height, uint depth, int border, GLEnum format,
            GLEnum type, ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TexImage3D(target, level, internalformat, width, height, depth, border, format, type, p);
    }

    public static void TexSubImage3D<T0>(
        this GL thisApi, TextureTarget target, int level, int xoffset, int yoffset, int zoffset, uint width, uint height, uint depth,
            PixelFormat format, PixelType type, ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TexSubImage3D(target, level, xoffset, yoffset, zoffset, width, height, depth, format, type, p);
    }

    public static void TexSubImage3D<T0>(
        this GL thisApi, GLEnum target, int level, int xoffset, int yoffset, int zoffset, uint width, uint height, uint depth,
            GLEnum format, GLEnum type, ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TexSubImage3D(target, level, xoffset, yoffset, zoffset, width, height, depth, format, type, p);
    }

    public static void GetTexImage<T0>(
        this GL thisApi, TextureTarget target, int level, PixelFormat format, PixelType type, Span<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.GetTexImage(target, level, format, type, p);
    }

    public static void GetTexImage<T0>(this GL thisApi, GLEnum target, int level, GLEnum format, GLEnum type, Span<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.GetTexImage(target, level, format, type, p);
    }

    public static void TextureSubImage2D<T0>(
        this GL thisApi, uint texture, int level, int xoffset, int yoffset, uint width, uint height, PixelFormat format, PixelType type,
            ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TextureSubImage2D(texture, level, xoffset, yoffset, width, height, format, type, p);
    }

    public static void TextureSubImage2D<T0>(
        this GL thisApi, uint texture, int level, int xoffset, int yoffset, uint width, uint height, PixelFormat format, GLEnum type,
            ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TextureSubImage2D(texture, level, xoffset, yoffset, width, height, format, type, p);
    }

    public static void TextureSubImage2D<T0>(
        this GL thisApi, uint texture, int level, int xoffset, int yoffset, uint width, uint height, GLEnum format, PixelType type,
            ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TextureSubImage2D(texture, level, xoffset, yoffset, width, height, format, type, p);
    }

    public static void TextureSubImage2D<T0>(
        this GL thisApi, uint texture, int level, int xoffset, int yoffset, uint width, uint height, GLEnum format, GLEnum type,
            ReadOnlySpan<T0> pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = pixels) thisApi.TextureSubImage2D(texture, level, xoffset, yoffset, width, height, format, type, p);
    }
}
