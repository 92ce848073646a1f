namespace Silk.NET.OpenGL;

public static unsafe partial class GLOverloads
{
    public static void BufferData<T0>(this GL thisApi, BufferTargetARB target, nuint size, ReadOnlySpan<T0> data, BufferUsageARB usage)
        where T0 : unmanaged
    {
        fixed (T0* p = data) thisApi.BufferData(target, size, p, usage);
    }

    public static void BufferData<T0>(this GL thisApi, BufferTargetARB target, nuint size, ReadOnlySpan<T0> data, GLEnum usage)
        where T0 : unmanaged
    {
        fixed (T0* p = data) thisApi.BufferData(target, size, p, usage);
    }

    public static void BufferData<T0>(this GL thisApi, GLEnum target, nuint size, ReadOnlySpan<T0> data, BufferUsageARB usage)
        where T0 : unmanaged
    {
        fixed (T0* p = data) thisApi.BufferData(target, size, p, usage);
    }

    public static void BufferData<T0>(this GL thisApi, GLEnum target, nuint size, ReadOnlySpan<T0> data, GLEnum usage)
        where T0 : unmanaged
    {
        fixed (T0* p = data) thisApi.BufferData(target, size, p, usage);
    }

    public static void BufferSubData<T0>(this GL thisApi, BufferTargetARB target, nint offset, nuint size, ReadOnlySpan<T0> data)
        where T0 : unmanaged
    {
        fixed (T0* p = data) thisApi.BufferSubData(target, offset, size, p);
    }

    public static void BufferSubData<T0>(this GL thisApi, GLEnum target, nint offset, nuint size, ReadOnlySpan<T0> data)
        where T0 : unmanaged
    {
        fixed (T0* p = data) thisApi.BufferSubData(target, offset, size, p);
    }

    public static void BufferStorage<T0>(
        this GL thisApi, BufferStorageTarget target, nuint size, ReadOnlySpan<T0> data, BufferStorageMask flags)
        where T0 : unmanaged
    {
        fixed (T0* p = data) thisApi.BufferStorage(target, size, p, flags);
    }

    public static void BufferStorage<T0>(this GL thisApi, BufferStorageTarget target, nuint size, ReadOnlySpan<T0> data, uint flags)
        where T0 : unmanaged
    {
        fixed (T0* p = data) thisApi.BufferStorage(target, size, p, flags);
    }

    public static void BufferStorage<T0>(this GL thisApi, GLEnum target, nuint size, ReadOnlySpan<T0> data, BufferStorageMask flags)
        where T0 : unmanaged
    {
        fixed (T0* p = data) thisApi.BufferStorage(target, size, p, flags);
    }

    public static void BufferStorage<T0>(this GL thisApi, GLEnum target, nuint size, ReadOnlySpan<T0> data, uint flags)
        where T0 : unmanaged
    {
        fixed (T0* p = data) thisApi.BufferStorage(target, size, p, flags);
    }

    public static void GetBufferSubData<T0>(this GL thisApi, BufferTargetARB target, nint offset, nuint size, Span<T0> data)
        where T0 : unmanaged
    {
        fixed (T0* p = data) thisApi.GetBufferSubData(target, offset, size, p);
    }

    public static void GetBufferSubData<T0>(this GL thisApi, GLEnum target, nint offset, nuint size, Span<T0> data)
        where T0 : unmanaged
    {
        fixed (T0* p = data) thisApi.GetBufferSubData(target, offset, size, p);
    }
}
