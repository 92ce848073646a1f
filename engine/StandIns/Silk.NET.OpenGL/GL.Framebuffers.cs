namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    public uint GenRenderbuffer()
    {
        uint name;
        GenRenderbuffers(1, &name);
        return name;
    }

    public void GenRenderbuffers(uint n, uint* renderbuffers) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(Slot.GenRenderbuffers, "glGenRenderbuffers"))(n, renderbuffers);

    public void GenRenderbuffers(uint n, out uint renderbuffers)
    {
        fixed (uint* p = &renderbuffers) GenRenderbuffers(n, p);
    }

    public void GenRenderbuffers(Span<uint> renderbuffers)
    {
        fixed (uint* p = renderbuffers) GenRenderbuffers((uint)renderbuffers.Length, p);
    }

    public void DeleteRenderbuffer(uint renderbuffer) => DeleteRenderbuffers(1, &renderbuffer);

    public void DeleteRenderbuffers(uint n, uint* renderbuffers) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(Slot.DeleteRenderbuffers, "glDeleteRenderbuffers"))(n, renderbuffers);

    public void DeleteRenderbuffers(uint n, ref readonly uint renderbuffers)
    {
        fixed (uint* p = &renderbuffers) DeleteRenderbuffers(n, p);
    }

    public void DeleteRenderbuffers(ReadOnlySpan<uint> renderbuffers)
    {
        fixed (uint* p = renderbuffers) DeleteRenderbuffers((uint)renderbuffers.Length, p);
    }

    public uint GenFramebuffer()
    {
        uint name;
        GenFramebuffers(1, &name);
        return name;
    }

    public void GenFramebuffers(uint n, uint* framebuffers) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(Slot.GenFramebuffers, "glGenFramebuffers"))(n, framebuffers);

    public void GenFramebuffers(uint n, out uint framebuffers)
    {
        fixed (uint* p = &framebuffers) GenFramebuffers(n, p);
    }

    public void GenFramebuffers(Span<uint> framebuffers)
    {
        fixed (uint* p = framebuffers) GenFramebuffers((uint)framebuffers.Length, p);
    }

    public void DeleteFramebuffer(uint framebuffer) => DeleteFramebuffers(1, &framebuffer);

    public void DeleteFramebuffers(uint n, uint* framebuffers) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(Slot.DeleteFramebuffers, "glDeleteFramebuffers"))(n, framebuffers);

    public void DeleteFramebuffers(uint n, ref readonly uint framebuffers)
    {
        fixed (uint* p = &framebuffers) DeleteFramebuffers(n, p);
    }

    public void DeleteFramebuffers(ReadOnlySpan<uint> framebuffers)
    {
        fixed (uint* p = framebuffers) DeleteFramebuffers((uint)framebuffers.Length, p);
    }

    public void BindFramebuffer(FramebufferTarget target, uint framebuffer) =>
        ((delegate* unmanaged<int, uint, void>)Entry(Slot.BindFramebuffer, "glBindFramebuffer"))((int)target, framebuffer);

    public void BindFramebuffer(GLEnum target, uint framebuffer) => BindFramebuffer((FramebufferTarget)target, framebuffer);

    public void FramebufferTexture2D(
        FramebufferTarget target, FramebufferAttachment attachment, TextureTarget textarget, uint texture, int level) =>
        ((delegate* unmanaged<int, int, int, uint, int, void>)Entry(Slot.FramebufferTexture2D, "glFramebufferTexture2D"))(
            (int)target, (int)attachment, (int)textarget, texture, level);

    public void FramebufferTexture2D(GLEnum target, GLEnum attachment, GLEnum textarget, uint texture, int level) =>
        FramebufferTexture2D((FramebufferTarget)target, (FramebufferAttachment)attachment, (TextureTarget)textarget, texture, level);

    public void FramebufferRenderbuffer(
        FramebufferTarget target, FramebufferAttachment attachment, RenderbufferTarget renderbuffertarget, uint renderbuffer) =>
        ((delegate* unmanaged<int, int, int, uint, void>)Entry(Slot.FramebufferRenderbuffer, "glFramebufferRenderbuffer"))(
            (int)target, (int)attachment, (int)renderbuffertarget, renderbuffer);

    public void FramebufferRenderbuffer(
        GLEnum target, GLEnum attachment, GLEnum renderbuffertarget, uint renderbuffer) =>
        FramebufferRenderbuffer((FramebufferTarget)target, (FramebufferAttachment)attachment, (RenderbufferTarget)renderbuffertarget,
            renderbuffer);

    public GLEnum CheckFramebufferStatus(FramebufferTarget target) =>
        (GLEnum)((delegate* unmanaged<int, int>)Entry(Slot.CheckFramebufferStatus, "glCheckFramebufferStatus"))((int)target);

    public GLEnum CheckFramebufferStatus(GLEnum target) => CheckFramebufferStatus((FramebufferTarget)target);

    public void BlitFramebuffer(
        int srcX0, int srcY0, int srcX1, int srcY1, int dstX0, int dstY0, int dstX1, int dstY1, ClearBufferMask mask,
        BlitFramebufferFilter filter) =>
        ((delegate* unmanaged<int, int, int, int, int, int, int, int, int, int, void>)Entry(Slot.BlitFramebuffer, "glBlitFramebuffer"))(
            srcX0, srcY0, srcX1, srcY1, dstX0, dstY0, dstX1, dstY1, (int)mask, (int)filter);

    public void BlitFramebuffer(
        int srcX0, int srcY0, int srcX1, int srcY1, int dstX0, int dstY0, int dstX1, int dstY1, uint mask, BlitFramebufferFilter filter) =>
        BlitFramebuffer(srcX0, srcY0, srcX1, srcY1, dstX0, dstY0, dstX1, dstY1, (ClearBufferMask)mask, filter);

    public void BlitFramebuffer(
        int srcX0, int srcY0, int srcX1, int srcY1, int dstX0, int dstY0, int dstX1, int dstY1, ClearBufferMask mask, GLEnum filter) =>
        BlitFramebuffer(srcX0, srcY0, srcX1, srcY1, dstX0, dstY0, dstX1, dstY1, mask, (BlitFramebufferFilter)filter);

    public void BlitFramebuffer(
        int srcX0, int srcY0, int srcX1, int srcY1, int dstX0, int dstY0, int dstX1, int dstY1, uint mask, GLEnum filter) =>
        BlitFramebuffer(srcX0, srcY0, srcX1, srcY1, dstX0, dstY0, dstX1, dstY1, (ClearBufferMask)mask, (BlitFramebufferFilter)filter);

    public void ReadPixels(int x, int y, uint width, uint height, PixelFormat format, PixelType type, void* pixels) =>
        ((delegate* unmanaged<int, int, uint, uint, int, int, void*, void>)Entry(Slot.ReadPixels, "glReadPixels"))(
            x, y, width, height, (int)format, (int)type, pixels);

    public void ReadPixels<T0>(int x, int y, uint width, uint height, PixelFormat format, PixelType type, out T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) ReadPixels(x, y, width, height, format, type, p);
    }

    public void ReadPixels(int x, int y, uint width, uint height, PixelFormat format, GLEnum type, void* pixels) =>
        ReadPixels(x, y, width, height, format, (PixelType)type, pixels);

    public void ReadPixels<T0>(int x, int y, uint width, uint height, PixelFormat format, GLEnum type, out T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) ReadPixels(x, y, width, height, format, type, p);
    }

    public void ReadPixels(int x, int y, uint width, uint height, GLEnum format, PixelType type, void* pixels) =>
        ReadPixels(x, y, width, height, (PixelFormat)format, type, pixels);

    public void ReadPixels<T0>(int x, int y, uint width, uint height, GLEnum format, PixelType type, out T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) ReadPixels(x, y, width, height, format, type, p);
    }

    public void ReadPixels(int x, int y, uint width, uint height, GLEnum format, GLEnum type, void* pixels) =>
        ReadPixels(x, y, width, height, (PixelFormat)format, (PixelType)type, pixels);

    public void ReadPixels<T0>(int x, int y, uint width, uint height, GLEnum format, GLEnum type, out T0 pixels)
        where T0 : unmanaged
    {
        fixed (T0* p = &pixels) ReadPixels(x, y, width, height, format, type, p);
    }

    public void ReadBuffer(ReadBufferMode src) => ((delegate* unmanaged<int, void>)Entry(Slot.ReadBuffer, "glReadBuffer"))((int)src);

    public void ReadBuffer(GLEnum src) => ReadBuffer((ReadBufferMode)src);

    public void DrawBuffer(DrawBufferMode buf) => ((delegate* unmanaged<int, void>)Entry(Slot.DrawBuffer, "glDrawBuffer"))((int)buf);

    public void DrawBuffer(GLEnum buf) => DrawBuffer((DrawBufferMode)buf);

    public void BindRenderbuffer(RenderbufferTarget target, uint renderbuffer) =>
        ((delegate* unmanaged<int, uint, void>)Entry(Slot.BindRenderbuffer, "glBindRenderbuffer"))((int)target, renderbuffer);

    public void BindRenderbuffer(GLEnum target, uint renderbuffer) => BindRenderbuffer((RenderbufferTarget)target, renderbuffer);

    public void RenderbufferStorage(RenderbufferTarget target, InternalFormat internalformat, uint width, uint height) =>
        ((delegate* unmanaged<int, int, uint, uint, void>)Entry(Slot.RenderbufferStorage, "glRenderbufferStorage"))(
            (int)target, (int)internalformat, width, height);

    public void RenderbufferStorage(RenderbufferTarget target, GLEnum internalformat, uint width, uint height) =>
        RenderbufferStorage(target, (InternalFormat)internalformat, width, height);

    public void RenderbufferStorage(GLEnum target, InternalFormat internalformat, uint width, uint height) =>
        RenderbufferStorage((RenderbufferTarget)target, internalformat, width, height);

    public void RenderbufferStorage(GLEnum target, GLEnum internalformat, uint width, uint height) =>
        RenderbufferStorage((RenderbufferTarget)target, (InternalFormat)internalformat, width, height);

    public void RenderbufferStorageMultisample(
        RenderbufferTarget target, uint samples, InternalFormat internalformat, uint width, uint height) =>
        ((delegate* unmanaged<int, uint, int, uint, uint, void>)Entry(Slot.RenderbufferStorageMultisample,
            "glRenderbufferStorageMultisample"))(
            (int)target, samples, (int)internalformat, width, height);

    public void RenderbufferStorageMultisample(RenderbufferTarget target, uint samples, GLEnum internalformat, uint width, uint height) =>
        RenderbufferStorageMultisample(target, samples, (InternalFormat)internalformat, width, height);

    public void RenderbufferStorageMultisample(GLEnum target, uint samples, InternalFormat internalformat, uint width, uint height) =>
        RenderbufferStorageMultisample((RenderbufferTarget)target, samples, internalformat, width, height);

    public void RenderbufferStorageMultisample(GLEnum target, uint samples, GLEnum internalformat, uint width, uint height) =>
        RenderbufferStorageMultisample((RenderbufferTarget)target, samples, (InternalFormat)internalformat, width, height);
}
