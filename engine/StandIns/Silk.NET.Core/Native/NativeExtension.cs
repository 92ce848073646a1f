using Silk.NET.Core.Contexts;

namespace Silk.NET.Core.Native;

/// <summary>An extension of the API <typeparamref name="T"/>, named by its <see cref="Attributes.ExtensionAttribute"/>.</summary>
public abstract class NativeExtension<T>(INativeContext ctx, int slots) : NativeApiContainer(ctx, slots)
    where T : NativeAPI;
