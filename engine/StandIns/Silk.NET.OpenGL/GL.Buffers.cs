namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    public uint GenBuffer()
    {
        uint name;
        GenBuffers(1, &name);
        return name;
    }

    public void GenBuffers(uint n, uint* buffers) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(Slot.GenBuffers, "glGenBuffers"))(n, buffers);

    public void GenBuffers(uint n, out uint buffers)
    {
        fixed (uint* p = &buffers) GenBuffers(n, p);
    }

    public void GenBuffers(Span<uint> buffers)
    {
        fixed (uint* p = buffers) GenBuffers((uint)buffers.Length, p);
    }

    public void DeleteBuffer(uint buffer) => DeleteBuffers(1, &buffer);

    public void DeleteBuffers(uint n, uint* buffers) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(Slot.DeleteBuffers, "glDeleteBuffers"))(n, buffers);

    public void DeleteBuffers(uint n, ref readonly uint buffers)
    {
        fixed (uint* p = &buffers) DeleteBuffers(n, p);
    }

    public void DeleteBuffers(ReadOnlySpan<uint> buffers)
    {
        fixed (uint* p = buffers) DeleteBuffers((uint)buffers.Length, p);
    }

    public void BindBuffer(BufferTargetARB target, uint buffer) =>
        ((delegate* unmanaged<int, uint, void>)Entry(Slot.BindBuffer, "glBindBuffer"))((int)target, buffer);

    public void BindBuffer(GLEnum target, uint buffer) => BindBuffer((BufferTargetARB)target, buffer);

    public void BindBufferBase(BufferTargetARB target, uint index, uint buffer) =>
        ((delegate* unmanaged<int, uint, uint, void>)Entry(Slot.BindBufferBase, "glBindBufferBase"))((int)target, index, buffer);

    public void BindBufferBase(GLEnum target, uint index, uint buffer) => BindBufferBase((BufferTargetARB)target, index, buffer);

    public void BindBufferRange(BufferTargetARB target, uint index, uint buffer, nint offset, nuint size) =>
        ((delegate* unmanaged<int, uint, uint, nint, nuint, void>)Entry(Slot.BindBufferRange, "glBindBufferRange"))(
            (int)target, index, buffer, offset, size);

    public void BindBufferRange(GLEnum target, uint index, uint buffer, nint offset, nuint size) =>
        BindBufferRange((BufferTargetARB)target, index, buffer, offset, size);

    public void BufferData(BufferTargetARB target, nuint size, void* data, BufferUsageARB usage) =>
        ((delegate* unmanaged<int, nuint, void*, int, void>)Entry(Slot.BufferData, "glBufferData"))((int)target, size, data, (int)usage);

    public void BufferData<T0>(BufferTargetARB target, nuint size, ref readonly T0 data, BufferUsageARB usage)
        where T0 : unmanaged
    {
        fixed (T0* p = &data) BufferData(target, size, p, usage);
    }

    public void BufferData(BufferTargetARB target, nuint size, void* data, GLEnum usage) =>
        BufferData(target, size, data, (BufferUsageARB)usage);

    public void BufferData<T0>(BufferTargetARB target, nuint size, ref readonly T0 data, GLEnum usage)
        where T0 : unmanaged
    {
        fixed (T0* p = &data) BufferData(target, size, p, usage);
    }

    public void BufferData(GLEnum target, nuint size, void* data, BufferUsageARB usage) =>
        BufferData((BufferTargetARB)target, size, data, usage);

    public void BufferData<T0>(GLEnum target, nuint size, ref readonly T0 data, BufferUsageARB usage)
        where T0 : unmanaged
    {
        fixed (T0* p = &data) BufferData(target, size, p, usage);
    }

    public void BufferData(GLEnum target, nuint size, void* data, GLEnum usage) =>
        BufferData((BufferTargetARB)target, size, data, (BufferUsageARB)usage);

    public void BufferData<T0>(GLEnum target, nuint size, ref readonly T0 data, GLEnum usage)
        where T0 : unmanaged
    {
        fixed (T0* p = &data) BufferData(target, size, p, usage);
    }

    public void BufferSubData(BufferTargetARB target, nint offset, nuint size, void* data) =>
        ((delegate* unmanaged<int, nint, nuint, void*, void>)Entry(Slot.BufferSubData, "glBufferSubData"))(
            (int)target, offset, size, data);

    public void BufferSubData<T0>(BufferTargetARB target, nint offset, nuint size, ref readonly T0 data)
        where T0 : unmanaged
    {
        fixed (T0* p = &data) BufferSubData(target, offset, size, p);
    }

    public void BufferSubData(GLEnum target, nint offset, nuint size, void* data) =>
        BufferSubData((BufferTargetARB)target, offset, size, data);

    public void BufferSubData<T0>(GLEnum target, nint offset, nuint size, ref readonly T0 data)
        where T0 : unmanaged
    {
        fixed (T0* p = &data) BufferSubData(target, offset, size, p);
    }

    public void BufferStorage(BufferStorageTarget target, nuint size, void* data, BufferStorageMask flags) =>
        ((delegate* unmanaged<int, nuint, void*, int, void>)Entry(Slot.BufferStorage, "glBufferStorage"))(
            (int)target, size, data, (int)flags);

    public void BufferStorage<T0>(BufferStorageTarget target, nuint size, ref readonly T0 data, BufferStorageMask flags)
        where T0 : unmanaged
    {
        fixed (T0* p = &data) BufferStorage(target, size, p, flags);
    }

    public void BufferStorage(BufferStorageTarget target, nuint size, void* data, uint flags) =>
        BufferStorage(target, size, data, (BufferStorageMask)flags);

    public void BufferStorage<T0>(BufferStorageTarget target, nuint size, ref readonly T0 data, uint flags)
        where T0 : unmanaged
    {
        fixed (T0* p = &data) BufferStorage(target, size, p, flags);
    }

    public void BufferStorage(GLEnum target, nuint size, void* data, BufferStorageMask flags) =>
        BufferStorage((BufferStorageTarget)target, size, data, flags);

    public void BufferStorage<T0>(GLEnum target, nuint size, ref readonly T0 data, BufferStorageMask flags)
        where T0 : unmanaged
    {
        fixed (T0* p = &data) BufferStorage(target, size, p, flags);
    }

    public void BufferStorage(GLEnum target, nuint size, void* data, uint flags) =>
        BufferStorage((BufferStorageTarget)target, size, data, (BufferStorageMask)flags);

    public void BufferStorage<T0>(GLEnum target, nuint size, ref readonly T0 data, uint flags)
        where T0 : unmanaged
    {
        fixed (T0* p = &data) BufferStorage(target, size, p, flags);
    }

    public void* MapBufferRange(BufferTargetARB target, nint offset, nuint length, MapBufferAccessMask access) =>
        ((delegate* unmanaged<int, nint, nuint, int, void*>)Entry(Slot.MapBufferRange, "glMapBufferRange"))(
            (int)target, offset, length, (int)access);

    public void* MapBufferRange(BufferTargetARB target, nint offset, nuint length, uint access) =>
        MapBufferRange(target, offset, length, (MapBufferAccessMask)access);

    public void* MapBufferRange(GLEnum target, nint offset, nuint length, MapBufferAccessMask access) =>
        MapBufferRange((BufferTargetARB)target, offset, length, access);

    public void* MapBufferRange(GLEnum target, nint offset, nuint length, uint access) =>
        MapBufferRange((BufferTargetARB)target, offset, length, (MapBufferAccessMask)access);

    public void* MapBuffer(BufferTargetARB target, BufferAccessARB access) =>
        ((delegate* unmanaged<int, int, void*>)Entry(Slot.MapBuffer, "glMapBuffer"))((int)target, (int)access);

    public void* MapBuffer(BufferTargetARB target, GLEnum access) => MapBuffer(target, (BufferAccessARB)access);

    public void* MapBuffer(GLEnum target, BufferAccessARB access) => MapBuffer((BufferTargetARB)target, access);

    public void* MapBuffer(GLEnum target, GLEnum access) => MapBuffer((BufferTargetARB)target, (BufferAccessARB)access);

    public void FlushMappedBufferRange(BufferTargetARB target, nint offset, nuint length) =>
        ((delegate* unmanaged<int, nint, nuint, void>)Entry(Slot.FlushMappedBufferRange, "glFlushMappedBufferRange"))(
            (int)target, offset, length);

    public void FlushMappedBufferRange(GLEnum target, nint offset, nuint length) =>
        FlushMappedBufferRange((BufferTargetARB)target, offset, length);

    public bool UnmapBuffer(BufferTargetARB target) =>
        ((delegate* unmanaged<int, byte>)Entry(Slot.UnmapBuffer, "glUnmapBuffer"))((int)target) != Zero;

    public bool UnmapBuffer(GLEnum target) => UnmapBuffer((BufferTargetARB)target);

    public void GetBufferSubData(BufferTargetARB target, nint offset, nuint size, void* data) =>
        ((delegate* unmanaged<int, nint, nuint, void*, void>)Entry(Slot.GetBufferSubData, "glGetBufferSubData"))(
            (int)target, offset, size, data);

    public void GetBufferSubData<T0>(BufferTargetARB target, nint offset, nuint size, out T0 data)
        where T0 : unmanaged
    {
        fixed (T0* p = &data) GetBufferSubData(target, offset, size, p);
    }

    public void GetBufferSubData(GLEnum target, nint offset, nuint size, void* data) =>
        GetBufferSubData((BufferTargetARB)target, offset, size, data);

    public void GetBufferSubData<T0>(GLEnum target, nint offset, nuint size, out T0 data)
        where T0 : unmanaged
    {
        fixed (T0* p = &data) GetBufferSubData(target, offset, size, p);
    }

    public bool IsBuffer(uint buffer) => ((delegate* unmanaged<uint, byte>)Entry(Slot.IsBuffer, "glIsBuffer"))(buffer) != Zero;
}
