namespace Silk.NET.Core.Contexts;

/// <summary>A Vulkan surface. The stand-in never makes one; the type only completes <see cref="IVkSurfaceSource"/>.</summary>
public interface IVkSurface;
