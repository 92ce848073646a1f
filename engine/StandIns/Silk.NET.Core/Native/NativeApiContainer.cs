using Silk.NET.Core.Contexts;
using Silk.NET.Core.Loader;

namespace Silk.NET.Core.Native;

/// <summary>Entry points of a native API, looked up at their first call and kept.</summary>
public abstract class NativeApiContainer : IDisposable
{
    private readonly INativeContext _context;
    private readonly nint[] _entryPoints;

    protected NativeApiContainer(INativeContext ctx, int slots)
    {
        _context = ctx;
        _entryPoints = new nint[slots];
    }

    public void Dispose()
    {
        _context.Dispose();
        GC.SuppressFinalize(this);
    }

    public void PurgeEntryPoints() => Array.Clear(_entryPoints);

    protected nint Load(int slot, string entryPoint)
    {
        var address = _entryPoints[slot];
        return address != 0 ? address : Resolve(slot, entryPoint);
    }

    private nint Resolve(int slot, string entryPoint)
    {
        if (!_context.TryGetProcAddress(entryPoint, out var address) || address == 0) throw new SymbolLoadingException(entryPoint);
        return _entryPoints[slot] = address;
    }
}
