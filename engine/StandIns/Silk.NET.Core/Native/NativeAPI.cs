using Silk.NET.Core.Contexts;

namespace Silk.NET.Core.Native;

public abstract class NativeAPI : NativeApiContainer
{
    protected NativeAPI(INativeContext ctx, int slots)
        : base(ctx, slots)
    {
        Context = ctx;
    }

    public INativeContext Context { get; }

    public abstract bool IsExtensionPresent(string name);
}
