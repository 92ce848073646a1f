namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    public void TextureStorage2D(uint texture, uint levels, SizedInternalFormat internalformat, uint width, uint height) =>
        ((delegate* unmanaged<uint, uint, int, uint, uint, void>)Entry(Slot.TextureStorage2D, "glTextureStorage2D"))(
            texture, levels, (int)internalformat, width, height);

    public void TextureStorage2D(uint texture, uint levels, GLEnum internalformat, uint width, uint height) =>
        TextureStorage2D(texture, levels, (SizedInternalFormat)internalformat, width, height);

    public void TextureSubImage2D(
        uint texture, int level, int xoffset, int yoffset, uint width, uint height, PixelFormat format, PixelType type, void* pixels) =>
        ((delegate* unmanaged<uint, int, int, int, uint, uint, int, int, void*, void>)Entry(Slot.TextureSubImage2D, "glTextureSubImage2D"))(
            texture, level, xoffset, yoffset, width, height, (int)format, (int)type, pixels);

    public void TextureSubImage2D<T0>(
        uint texture, int level, int xoffset, int yoffset, uint width, uint height, PixelFormat format, PixelType type,
            ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TextureSubImage2D(texture, level, xoffset, yoffset, width, height, format, type, p);
    }

    public void TextureSubImage2D(
        uint texture, int level, int xoffset, int yoffset, uint width, uint height, PixelFormat format, GLEnum type, void* pixels) =>
        TextureSubImage2D(texture, level, xoffset, yoffset, width, height, format, (PixelType)type, pixels);

    public void TextureSubImage2D<T0>(
        uint texture, int level, int xoffset, int yoffset, uint width, uint height, PixelFormat format, GLEnum type, ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TextureSubImage2D(texture, level, xoffset, yoffset, width, height, format, type, p);
    }

    public void TextureSubImage2D(
        uint texture, int level, int xoffset, int yoffset, uint width, uint height, GLEnum format, PixelType type, void* pixels) =>
        TextureSubImage2D(texture, level, xoffset, yoffset, width, height, (PixelFormat)format, type, pixels);

    public void TextureSubImage2D<T0>(
        uint texture, int level, int xoffset, int yoffset, uint width, uint height, GLEnum format, PixelType type, ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TextureSubImage2D(texture, level, xoffset, yoffset, width, height, format, type, p);
    }

    public void TextureSubImage2D(
        uint texture, int level, int xoffset, int yoffset, uint width, uint height, GLEnum format, GLEnum type, void* pixels) =>
        TextureSubImage2D(texture, level, xoffset, yoffset, width, height, (PixelFormat)format, (PixelType)type, pixels);

    public void TextureSubImage2D<T0>(
        uint texture, int level, int xoffset, int yoffset, uint width, uint height, GLEnum format, GLEnum type, ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TextureSubImage2D(texture, level, xoffset, yoffset, width, height, format, type, p);
    }

    public void TextureParameter(uint texture, TextureParameterName pname, int param) =>
        ((delegate* unmanaged<uint, int, int, void>)Entry(Slot.TextureParameteri, "glTextureParameteri"))(texture, (int)pname, param);

    public void TextureParameter(uint texture, GLEnum pname, int param) => TextureParameter(texture, (TextureParameterName)pname, param);

    public void BindTextureUnit(uint unit, uint texture) =>
        ((delegate* unmanaged<uint, uint, void>)Entry(Slot.BindTextureUnit, "glBindTextureUnit"))(unit, texture);
}
