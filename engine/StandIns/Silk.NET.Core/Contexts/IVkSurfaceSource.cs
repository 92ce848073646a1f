namespace Silk.NET.Core.Contexts;

public interface IVkSurfaceSource
{
    IVkSurface? VkSurface { get; }
}
