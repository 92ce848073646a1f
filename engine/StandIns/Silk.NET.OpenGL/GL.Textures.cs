namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    public uint GenTexture()
    {
        uint name;
        GenTextures(1, &name);
        return name;
    }

    public void GenTextures(uint n, uint* textures) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(Slot.GenTextures, "glGenTextures"))(n, textures);

    public void GenTextures(uint n, out uint textures)
    {
        fixed (uint* p = &textures) GenTextures(n, p);
    }

    public void GenTextures(Span<uint> textures)
    {
        fixed (uint* p = textures) GenTextures((uint)textures.Length, p);
    }

    public void DeleteTexture(uint texture) => DeleteTextures(1, &texture);

    public void DeleteTextures(uint n, uint* textures) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(Slot.DeleteTextures, "glDeleteTextures"))(n, textures);

    public void DeleteTextures(uint n, ref readonly uint textures)
    {
        fixed (uint* p = &textures) DeleteTextures(n, p);
    }

    public void DeleteTextures(ReadOnlySpan<uint> textures)
    {
        fixed (uint* p = textures) DeleteTextures((uint)textures.Length, p);
    }

    public void BindTexture(TextureTarget target, uint texture) =>
        ((delegate* unmanaged<int, uint, void>)Entry(Slot.BindTexture, "glBindTexture"))((int)target, texture);

    public void BindTexture(GLEnum target, uint texture) => BindTexture((TextureTarget)target, texture);

    public void ActiveTexture(TextureUnit texture) =>
        ((delegate* unmanaged<int, void>)Entry(Slot.ActiveTexture, "glActiveTexture"))((int)texture);

    public void ActiveTexture(GLEnum texture) => ActiveTexture((TextureUnit)texture);

    public void TexImage2D(
        TextureTarget target, int level, InternalFormat internalformat, uint width, uint height, int border, PixelFormat format,
            PixelType type, void* pixels) =>
        ((delegate* unmanaged<int, int, int, uint, uint, int, int, int, void*, void>)Entry(Slot.TexImage2D, "glTexImage2D"))(
            (int)target, level, (int)internalformat, width, height, border, (int)format, (int)type, pixels);

    public void TexImage2D<T0>(
        TextureTarget target, int level, InternalFormat internalformat, uint width, uint height, int border, PixelFormat format,
            PixelType type, ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TexImage2D(target, level, internalformat, width, height, border, format, type, p);
    }

    public void TexImage2D(
        TextureTarget target, int level, int internalformat, uint width, uint height, int border, PixelFormat format, PixelType type,
            void* pixels) =>
        TexImage2D(target, level, (InternalFormat)internalformat, width, height, border, format, type, pixels);

    public void TexImage2D<T0>(
        TextureTarget target, int level, int internalformat, uint width, uint height, int border, PixelFormat format, PixelType type,
            ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TexImage2D(target, level, internalformat, width, height, border, format, type, p);
    }

    public void TexImage2D(
        GLEnum target, int level, GLEnum internalformat, uint width, uint height, int border, GLEnum format, GLEnum type, void* pixels) =>
        TexImage2D((TextureTarget)target, level, (InternalFormat)internalformat, width, height, border, (PixelFormat)format,
            (PixelType)type, pixels);

    public void TexImage2D<T0>(
        GLEnum target, int level, GLEnum internalformat, uint width, uint height, int border, GLEnum format, GLEnum type,
            ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TexImage2D(target, level, internalformat, width, height, border, format, type, p);
    }

    public void TexImage2D(
        GLEnum target, int level, int internalformat, uint width, uint height, int border, GLEnum format, GLEnum type, void* pixels) =>
        TexImage2D((TextureTarget)target, level, (InternalFormat)internalformat, width, height, border, (PixelFormat)format,
            (PixelType)type, pixels);

    public void TexImage2D<T0>(
        GLEnum target, int level, int internalformat, uint width, uint height, int border, GLEnum format, GLEnum type,
            ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TexImage2D(target, level, internalformat, width, height, border, format, type, p);
    }

    public void TexSubImage2D(
        TextureTarget target, int level, int xoffset, int yoffset, uint width, uint height, PixelFormat format, PixelType type,
            void* pixels) =>
        ((delegate* unmanaged<int, int, int, int, uint, uint, int, int, void*, void>)Entry(Slot.TexSubImage2D, "glTexSubImage2D"))(
            (int)target, level, xoffset, yoffset, width, height, (int)format, (int)type, pixels);

    public void TexSubImage2D<T0>(
        TextureTarget target, int level, int xoffset, int yoffset, uint width, uint height, PixelFormat format, PixelType type,
            ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TexSubImage2D(target, level, xoffset, yoffset, width, height, format, type, p);
    }

    public void TexSubImage2D(
        GLEnum target, int level, int xoffset, int yoffset, uint width, uint height, GLEnum format, GLEnum type, void* pixels) =>
        TexSubImage2D((TextureTarget)target, level, xoffset, yoffset, width, height, (PixelFormat)format, (PixelType)type, pixels);

    public void TexSubImage2D<T0>(
        GLEnum target, int level, int xoffset, int yoffset, uint width, uint height, GLEnum format, GLEnum type, ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TexSubImage2D(target, level, xoffset, yoffset, width, height, format, type, p);
    }

    public void TexImage3D(
        TextureTarget target, int level, InternalFormat internalformat, uint width, uint height, uint depth, int border,
            PixelFormat format, PixelType type, void* pixels) =>
        ((delegate* unmanaged<int, int, int, uint, uint, uint, int, int, int, void*, void>)Entry(Slot.TexImage3D, "glTexImage3D"))(
            (int)target, level, (int)internalformat, width, height, depth, border, (int)format, (int)type, pixels);

    public void TexImage3D<T0>(
        TextureTarget target, int level, InternalFormat internalformat, uint width, uint height, uint depth, int border,
            PixelFormat format, PixelType type, ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TexImage3D(target, level, internalformat, width, height, depth, border, format, type, p);
    }

    public void TexImage3D(
        TextureTarget target, int level, int internalformat, uint width, uint height, uint depth, int border, PixelFormat format,
            PixelType type, void* pixels) =>
        TexImage3D(target, level, (InternalFormat)internalformat, width, height, depth, border, format, type, pixels);

    public void TexImage3D<T0>(
        TextureTarget target, int level, int internalformat, uint width, uint height, uint depth, int border, PixelFormat format,
            PixelType type, ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TexImage3D(target, level, internalformat, width, height, depth, border, format, type, p);
    }

    public void TexImage3D(
        GLEnum target, int level, GLEnum internalformat, uint width, uint height, uint depth, int border, GLEnum format, GLEnum type,
            void* pixels) =>
        TexImage3D((TextureTarget)target, level, (InternalFormat)internalformat, width, height, depth, border, (PixelFormat)format,
            (PixelType)type, pixels);

    public void TexImage3D<T0>(
        GLEnum target, int level, GLEnum internalformat, uint width, uint height, uint depth, int border, GLEnum format, GLEnum type,
            ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TexImage3D(target, level, internalformat, width, height, depth, border, format, type, p);
    }

    public void TexImage3D(
        GLEnum target, int level, int internalformat, uint width, uint height, uint depth, int border, GLEnum format, GLEnum type,
            void* pixels) =>
        TexImage3D((TextureTarget)target, level, (InternalFormat)internalformat, width, height, depth, border, (PixelFormat)format,
            (PixelType)type, pixels);

    public void TexImage3D<T0>(
        GLEnum target, int level, int internalformat, uint width, uint height, uint depth, int border, GLEnum format, GLEnum type,
            ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TexImage3D(target, level, internalformat, width, height, depth, border, format, type, p);
    }

    public void TexSubImage3D(
        TextureTarget target, int level, int xoffset, int yoffset, int zoffset, uint width, uint height, uint depth, PixelFormat format,
            PixelType type, void* pixels) =>
        ((delegate* unmanaged<int, int, int, int, int, uint, uint, uint, int, int, void*, void>)Entry(Slot.TexSubImage3D,
            "glTexSubImage3D"))(
            (int)target, level, xoffset, yoffset, zoffset, width, height, depth, (int)format, (int)type, pixels);

    public void TexSubImage3D<T0>(
        TextureTarget target, int level, int xoffset, int yoffset, int zoffset, uint width, uint height, uint depth, PixelFormat format,
            PixelType type, ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TexSubImage3D(target, level, xoffset, yoffset, zoffset, width, height, depth, format, type, p);
    }

    public void TexSubImage3D(
        GLEnum target, int level, int xoffset, int yoffset, int zoffset, uint width, uint height, uint depth, GLEnum format, GLEnum type,
            void* pixels) =>
        TexSubImage3D((TextureTarget)target, level, xoffset, yoffset, zoffset, width, height, depth, (PixelFormat)format,
            (PixelType)type, pixels);

    public void TexSubImage3D<T0>(
        GLEnum target, int level, int xoffset, int yoffset, int zoffset, uint width, uint height, uint depth, GLEnum format, GLEnum type,
            ref readonly T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) TexSubImage3D(target, level, xoffset, yoffset, zoffset, width, height, depth, format, type, p);
    }

    public void TexStorage2D(TextureTarget target, uint levels, SizedInternalFormat internalformat, uint width, uint height) =>
        ((delegate* unmanaged<int, uint, int, uint, uint, void>)Entry(Slot.TexStorage2D, "glTexStorage2D"))(
            (int)target, levels, (int)internalformat, width, height);

    public void TexStorage2D(TextureTarget target, uint levels, GLEnum internalformat, uint width, uint height) =>
        TexStorage2D(target, levels, (SizedInternalFormat)internalformat, width, height);

    public void TexStorage2D(GLEnum target, uint levels, SizedInternalFormat internalformat, uint width, uint height) =>
        TexStorage2D((TextureTarget)target, levels, internalformat, width, height);

    public void TexStorage2D(GLEnum target, uint levels, GLEnum internalformat, uint width, uint height) =>
        TexStorage2D((TextureTarget)target, levels, (SizedInternalFormat)internalformat, width, height);

    public void TexParameter(TextureTarget target, TextureParameterName pname, int param) =>
        ((delegate* unmanaged<int, int, int, void>)Entry(Slot.TexParameteri, "glTexParameteri"))((int)target, (int)pname, param);

    public void TexParameter(TextureTarget target, GLEnum pname, int param) => TexParameter(target, (TextureParameterName)pname, param);

    public void TexParameter(GLEnum target, TextureParameterName pname, int param) => TexParameter((TextureTarget)target, pname, param);

    public void TexParameter(GLEnum target, GLEnum pname, int param) =>
        TexParameter((TextureTarget)target, (TextureParameterName)pname, param);

    public void TexParameter(TextureTarget target, TextureParameterName pname, float param) =>
        ((delegate* unmanaged<int, int, float, void>)Entry(Slot.TexParameterf, "glTexParameterf"))((int)target, (int)pname, param);

    public void TexParameter(TextureTarget target, GLEnum pname, float param) => TexParameter(target, (TextureParameterName)pname, param);

    public void TexParameter(GLEnum target, TextureParameterName pname, float param) => TexParameter((TextureTarget)target, pname, param);

    public void TexParameter(GLEnum target, GLEnum pname, float param) =>
        TexParameter((TextureTarget)target, (TextureParameterName)pname, param);

    public void PixelStore(PixelStoreParameter pname, int param) =>
        ((delegate* unmanaged<int, int, void>)Entry(Slot.PixelStorei, "glPixelStorei"))((int)pname, param);

    public void PixelStore(GLEnum pname, int param) => PixelStore((PixelStoreParameter)pname, param);

    public void PixelStore(PixelStoreParameter pname, float param) =>
        ((delegate* unmanaged<int, float, void>)Entry(Slot.PixelStoref, "glPixelStoref"))((int)pname, param);

    public void PixelStore(GLEnum pname, float param) => PixelStore((PixelStoreParameter)pname, param);

    public void GetTexImage(TextureTarget target, int level, PixelFormat format, PixelType type, void* pixels) =>
        ((delegate* unmanaged<int, int, int, int, void*, void>)Entry(Slot.GetTexImage, "glGetTexImage"))(
            (int)target, level, (int)format, (int)type, pixels);

    public void GetTexImage<T0>(TextureTarget target, int level, PixelFormat format, PixelType type, out T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) GetTexImage(target, level, format, type, p);
    }

    public void GetTexImage(GLEnum target, int level, GLEnum format, GLEnum type, void* pixels) =>
        GetTexImage((TextureTarget)target, level, (PixelFormat)format, (PixelType)type, pixels);

    public void GetTexImage<T0>(GLEnum target, int level, GLEnum format, GLEnum type, out T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) GetTexImage(target, level, format, type, p);
    }

    public void GenerateMipmap(TextureTarget target) =>
        ((delegate* unmanaged<int, void>)Entry(Slot.GenerateMipmap, "glGenerateMipmap"))((int)target);

    public void GenerateMipmap(GLEnum target) => GenerateMipmap((TextureTarget)target);

    public bool IsTexture(uint texture) => ((delegate* unmanaged<uint, byte>)Entry(Slot.IsTexture, "glIsTexture"))(texture) != Zero;
}
