namespace Silk.NET.OpenGL;

/// <summary>The forms that take an array's length from a span, and those that take an offset as a number.</summary>
public unsafe partial class GL
{
    public void BufferData<T0>(BufferTargetARB target, ReadOnlySpan<T0> data, BufferUsageARB usage)
        where T0 : unmanaged
    {
        fixed (T0* p = data) BufferData(target, (nuint)(data.Length * sizeof(T0)), p, usage);
    }

    public void BufferData<T0>(GLEnum target, ReadOnlySpan<T0> data, GLEnum usage)
        where T0 : unmanaged => BufferData((BufferTargetARB)target, data, (BufferUsageARB)usage);

    public void BufferSubData<T0>(BufferTargetARB target, nint offset, ReadOnlySpan<T0> data)
        where T0 : unmanaged
    {
        fixed (T0* p = data) BufferSubData(target, offset, (nuint)(data.Length * sizeof(T0)), p);
    }

    public void BufferSubData<T0>(GLEnum target, nint offset, ReadOnlySpan<T0> data)
        where T0 : unmanaged => BufferSubData((BufferTargetARB)target, offset, data);

    public void DrawBuffers(uint n, DrawBufferMode* bufs) =>
        ((delegate* unmanaged<uint, int*, void>)Entry(Slot.DrawBuffers, "glDrawBuffers"))(n, (int*)bufs);

    public void DrawBuffers(uint n, GLEnum* bufs) => DrawBuffers(n, (DrawBufferMode*)bufs);

    public void DrawBuffers(uint n, ref readonly DrawBufferMode bufs)
    {
        fixed (DrawBufferMode* p = &bufs) DrawBuffers(n, p);
    }

    public void DrawBuffers(uint n, ref readonly GLEnum bufs)
    {
        fixed (GLEnum* p = &bufs) DrawBuffers(n, p);
    }

    public void DrawBuffers(ReadOnlySpan<DrawBufferMode> bufs)
    {
        fixed (DrawBufferMode* p = bufs) DrawBuffers((uint)bufs.Length, p);
    }

    public void DrawBuffers(ReadOnlySpan<GLEnum> bufs)
    {
        fixed (GLEnum* p = bufs) DrawBuffers((uint)bufs.Length, p);
    }

    public void VertexAttribPointer(uint index, int size, VertexAttribPointerType type, bool normalized, uint stride, nint pointer) =>
        VertexAttribPointer(index, size, type, normalized, stride, (void*)pointer);

    public void VertexAttribPointer(uint index, int size, GLEnum type, bool normalized, uint stride, nint pointer) =>
        VertexAttribPointer(index, size, type, normalized, stride, (void*)pointer);

    public void VertexAttribIPointer(uint index, int size, VertexAttribIType type, uint stride, nint pointer) =>
        VertexAttribIPointer(index, size, type, stride, (void*)pointer);

    public void VertexAttribIPointer(uint index, int size, GLEnum type, uint stride, nint pointer) =>
        VertexAttribIPointer(index, size, type, stride, (void*)pointer);

    public uint CreateTexture(TextureTarget target)
    {
        uint name;
        CreateTextures(target, 1, &name);
        return name;
    }

    public uint CreateTexture(GLEnum target) => CreateTexture((TextureTarget)target);

    public void CreateTextures(TextureTarget target, uint n, uint* textures) =>
        ((delegate* unmanaged<int, uint, uint*, void>)Entry(Slot.CreateTextures, "glCreateTextures"))((int)target, n, textures);

    public void CreateTextures(GLEnum target, uint n, uint* textures) => CreateTextures((TextureTarget)target, n, textures);

    public uint CreateBuffer()
    {
        uint name;
        CreateBuffers(1, &name);
        return name;
    }

    public void CreateBuffers(uint n, uint* buffers) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(Slot.CreateBuffers, "glCreateBuffers"))(n, buffers);
}
