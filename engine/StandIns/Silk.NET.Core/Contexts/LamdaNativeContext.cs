using Silk.NET.Core.Loader;

namespace Silk.NET.Core.Contexts;

/// <summary>Symbols from a function. The spelling is the genuine package's.</summary>
public readonly struct LamdaNativeContext : INativeContext
{
    public delegate bool TryLoader(string proc, out nint pfn);

    private readonly TryLoader _load;

    public LamdaNativeContext(Func<string, nint> getProcAddress) =>
        _load = (string proc, out nint address) => (address = getProcAddress(proc)) != 0;

    public LamdaNativeContext(TryLoader getProcAddress) => _load = getProcAddress;

    public nint GetProcAddress(string proc, int? slot = default) =>
        TryGetProcAddress(proc, out var address, slot) ? address : throw new SymbolLoadingException(proc);

    public bool TryGetProcAddress(string proc, out nint addr, int? slot = default) => _load(proc, out addr) && addr != 0;

    public void Dispose()
    {
    }
}
