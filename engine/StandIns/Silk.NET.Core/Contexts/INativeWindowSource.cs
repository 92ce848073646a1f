namespace Silk.NET.Core.Contexts;

public interface INativeWindowSource
{
    INativeWindow? Native { get; }
}
