using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Silk.NET.Core.Attributes;
using Silk.NET.Core.Contexts;
using Silk.NET.Core.Native;

namespace Silk.NET.OpenGL;

/// <summary>The OpenGL functions of one context. A function is looked up at its first call, not when this is made.</summary>
public unsafe partial class GL : NativeAPI
{
    private const byte Zero = 0;
    private const byte One = 1;

    private HashSet<string>? _extensions;

    public GL(INativeContext ctx)
        : base(ctx, (int)Slot.Count)
    {
    }

    public static GL GetApi(IGLContextSource contextSource) =>
        GetApi(contextSource.GLContext ?? throw new InvalidOperationException("The given IGLContextSource has no OpenGL context."));

    public static GL GetApi(IGLContext ctx) => GetApi((INativeContext)ctx);

    public static GL GetApi(Func<string, nint> getProcAddress) => GetApi(new LamdaNativeContext(getProcAddress));

    public static GL GetApi(INativeContext ctx) => new(ctx);

    public bool TryGetExtension<T>([NotNullWhen(true)] out T? ext)
        where T : NativeExtension<GL>
    {
        var present = IsExtensionPresent(ExtensionAttribute.GetExtensionAttribute(typeof(T)).Name);
        ext = present ? (T?)Activator.CreateInstance(typeof(T), Context) : null;
        return ext is not null;
    }

    public override bool IsExtensionPresent(string extension)
    {
        _extensions ??= ReadExtensions();
        return _extensions.Contains(extension.StartsWith("GL_", StringComparison.Ordinal) ? extension : "GL_" + extension);
    }

    public string GetStringS(StringName name) => Marshal.PtrToStringUTF8((nint)GetString(name)) ?? "";

    public string GetStringS(GLEnum name) => GetStringS((StringName)name);

    public string GetStringS(StringName name, uint index) => Marshal.PtrToStringUTF8((nint)GetString(name, index)) ?? "";

    public string GetStringS(GLEnum name, uint index) => GetStringS((StringName)name, index);

    private HashSet<string> ReadExtensions()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var count = GetInteger(GetPName.NumExtensions);
        for (uint i = 0; i < count; i++) found.Add(GetStringS(StringName.Extensions, i));
        return found;
    }

    private nint Entry(Slot slot, string symbol) => Load((int)slot, symbol);
}
