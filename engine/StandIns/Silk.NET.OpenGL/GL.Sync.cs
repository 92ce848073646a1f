namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    public uint GenQuery()
    {
        uint name;
        GenQueries(1, &name);
        return name;
    }

    public void GenQueries(uint n, uint* ids) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(Slot.GenQueries, "glGenQueries"))(n, ids);

    public void GenQueries(uint n, out uint ids)
    {
        fixed (uint* p = &ids) GenQueries(n, p);
    }

    public void GenQueries(Span<uint> ids)
    {
        fixed (uint* p = ids) GenQueries((uint)ids.Length, p);
    }

    public void DeleteQuery(uint id) => DeleteQueries(1, &id);

    public void DeleteQueries(uint n, uint* ids) =>
        ((delegate* unmanaged<uint, uint*, void>)Entry(Slot.DeleteQueries, "glDeleteQueries"))(n, ids);

    public void DeleteQueries(uint n, ref readonly uint ids)
    {
        fixed (uint* p = &ids) DeleteQueries(n, p);
    }

    public void DeleteQueries(ReadOnlySpan<uint> ids)
    {
        fixed (uint* p = ids) DeleteQueries((uint)ids.Length, p);
    }

    public void BeginQuery(QueryTarget target, uint id) =>
        ((delegate* unmanaged<int, uint, void>)Entry(Slot.BeginQuery, "glBeginQuery"))((int)target, id);

    public void BeginQuery(GLEnum target, uint id) => BeginQuery((QueryTarget)target, id);

    public void EndQuery(QueryTarget target) => ((delegate* unmanaged<int, void>)Entry(Slot.EndQuery, "glEndQuery"))((int)target);

    public void EndQuery(GLEnum target) => EndQuery((QueryTarget)target);

    public void QueryCounter(uint id, QueryCounterTarget target) =>
        ((delegate* unmanaged<uint, int, void>)Entry(Slot.QueryCounter, "glQueryCounter"))(id, (int)target);

    public void QueryCounter(uint id, GLEnum target) => QueryCounter(id, (QueryCounterTarget)target);

    public void GetQueryObject(uint id, QueryObjectParameterName pname, int* @params) =>
        ((delegate* unmanaged<uint, int, int*, void>)Entry(Slot.GetQueryObjectiv, "glGetQueryObjectiv"))(id, (int)pname, @params);

    public void GetQueryObject(uint id, QueryObjectParameterName pname, out int @params)
    {
        fixed (int* value = &@params) GetQueryObject(id, pname, value);
    }

    public void GetQueryObject(uint id, GLEnum pname, int* @params) => GetQueryObject(id, (QueryObjectParameterName)pname, @params);

    public void GetQueryObject(uint id, GLEnum pname, out int @params)
    {
        fixed (int* value = &@params) GetQueryObject(id, pname, value);
    }

    public void GetQueryObject(uint id, QueryObjectParameterName pname, uint* @params) =>
        ((delegate* unmanaged<uint, int, uint*, void>)Entry(Slot.GetQueryObjectuiv, "glGetQueryObjectuiv"))(id, (int)pname, @params);

    public void GetQueryObject(uint id, QueryObjectParameterName pname, out uint @params)
    {
        fixed (uint* value = &@params) GetQueryObject(id, pname, value);
    }

    public void GetQueryObject(uint id, GLEnum pname, uint* @params) => GetQueryObject(id, (QueryObjectParameterName)pname, @params);

    public void GetQueryObject(uint id, GLEnum pname, out uint @params)
    {
        fixed (uint* value = &@params) GetQueryObject(id, pname, value);
    }

    public void GetQueryObject(uint id, QueryObjectParameterName pname, long* @params) =>
        ((delegate* unmanaged<uint, int, long*, void>)Entry(Slot.GetQueryObjecti64v, "glGetQueryObjecti64v"))(id, (int)pname, @params);

    public void GetQueryObject(uint id, QueryObjectParameterName pname, out long @params)
    {
        fixed (long* value = &@params) GetQueryObject(id, pname, value);
    }

    public void GetQueryObject(uint id, GLEnum pname, long* @params) => GetQueryObject(id, (QueryObjectParameterName)pname, @params);

    public void GetQueryObject(uint id, GLEnum pname, out long @params)
    {
        fixed (long* value = &@params) GetQueryObject(id, pname, value);
    }

    public void GetQueryObject(uint id, QueryObjectParameterName pname, ulong* @params) =>
        ((delegate* unmanaged<uint, int, ulong*, void>)Entry(Slot.GetQueryObjectui64v, "glGetQueryObjectui64v"))(id, (int)pname, @params);

    public void GetQueryObject(uint id, QueryObjectParameterName pname, out ulong @params)
    {
        fixed (ulong* value = &@params) GetQueryObject(id, pname, value);
    }

    public void GetQueryObject(uint id, GLEnum pname, ulong* @params) => GetQueryObject(id, (QueryObjectParameterName)pname, @params);

    public void GetQueryObject(uint id, GLEnum pname, out ulong @params)
    {
        fixed (ulong* value = &@params) GetQueryObject(id, pname, value);
    }

    public nint FenceSync(SyncCondition condition, SyncBehaviorFlags flags) =>
        ((delegate* unmanaged<int, int, nint>)Entry(Slot.FenceSync, "glFenceSync"))((int)condition, (int)flags);

    public nint FenceSync(SyncCondition condition, uint flags) => FenceSync(condition, (SyncBehaviorFlags)flags);

    public nint FenceSync(GLEnum condition, SyncBehaviorFlags flags) => FenceSync((SyncCondition)condition, flags);

    public nint FenceSync(GLEnum condition, uint flags) => FenceSync((SyncCondition)condition, (SyncBehaviorFlags)flags);

    public GLEnum ClientWaitSync(nint sync, SyncObjectMask flags, ulong timeout) =>
        (GLEnum)((delegate* unmanaged<nint, int, ulong, int>)Entry(Slot.ClientWaitSync, "glClientWaitSync"))(sync, (int)flags, timeout);

    public GLEnum ClientWaitSync(nint sync, uint flags, ulong timeout) => ClientWaitSync(sync, (SyncObjectMask)flags, timeout);

    public void WaitSync(nint sync, SyncBehaviorFlags flags, ulong timeout) =>
        ((delegate* unmanaged<nint, int, ulong, void>)Entry(Slot.WaitSync, "glWaitSync"))(sync, (int)flags, timeout);

    public void WaitSync(nint sync, uint flags, ulong timeout) => WaitSync(sync, (SyncBehaviorFlags)flags, timeout);

    public void DeleteSync(nint sync) => ((delegate* unmanaged<nint, void>)Entry(Slot.DeleteSync, "glDeleteSync"))(sync);

    public bool IsSync(nint sync) => ((delegate* unmanaged<nint, byte>)Entry(Slot.IsSync, "glIsSync"))(sync) != Zero;
}
