using System.Reflection;
using System.Runtime.InteropServices;
using Silk.NET.Core.Contexts;
using Silk.NET.Core.Loader;
using Silk.NET.OpenGL;
using Silk.NET.Windowing.Glfw;

namespace ConfEngine.StandIns.Silk.Tests;

/// <summary>How entry points are found; none of this needs a context.</summary>
public sealed unsafe class EntryPointTests
{
    [Fact]
    public void MissingSymbolFailsAtItsFirstCallAndSaysWhich()
    {
        var gl = GL.GetApi(_ => 0);

        var error = Assert.Throws<SymbolLoadingException>(() => gl.Clear(ClearBufferMask.ColorBufferBit));
        Assert.Contains("glClear", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SymbolIsLookedUpOnceAndAgainAfterAPurge()
    {
        var asked = new List<string>();
        var address = (nint)(delegate* unmanaged<int>)&InvalidOperation;
        var gl = GL.GetApi(name =>
        {
            asked.Add(name);
            return address;
        });
        Assert.Empty(asked);

        Assert.Equal(GLEnum.InvalidOperation, gl.GetError());
        Assert.Equal(GLEnum.InvalidOperation, gl.GetError());
        Assert.Equal(["glGetError"], asked);

        gl.PurgeEntryPoints();
        gl.GetError();
        Assert.Equal(["glGetError", "glGetError"], asked);
    }

    [Fact]
    public void LambdaContextThrowsOrTellsByTheCall()
    {
        INativeContext context = new LamdaNativeContext((string name) => name == "glFlush" ? 42 : 0);

        Assert.Equal(42, context.GetProcAddress("glFlush"));
        Assert.True(context.TryGetProcAddress("glFlush", out var address));
        Assert.Equal(42, address);
        Assert.False(context.TryGetProcAddress("glNope", out _));
        Assert.Throws<SymbolLoadingException>(() => context.GetProcAddress("glNope"));
    }

    [Fact]
    public void SourceWithoutAContextIsRefused() =>
        Assert.Throws<InvalidOperationException>(() => GL.GetApi(new NoContext()));

    [Fact]
    public void EverySlotNamesAFunctionOfTheInstalledOpenGL()
    {
        var library = NativeLibrary.Load("libGL.so.1");
        var slots = typeof(GL).GetNestedType("Slot", BindingFlags.NonPublic)!.GetEnumNames().Where(name => name != "Count");

        Assert.All(slots, name => Assert.True(NativeLibrary.TryGetExport(library, "gl" + name, out _), name));
    }

    [Fact]
    public void EveryGlfwDeclarationNamesAFunctionOfTheInstalledLibrary()
    {
        var library = NativeLibrary.Load(Glfw3.Library);
        var names = typeof(Glfw3).GetMethods()
            .Select(method => method.GetCustomAttribute<LibraryImportAttribute>()?.EntryPoint)
            .OfType<string>()
            .ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(NativeLibrary.TryGetExport(library, name, out _), name));
    }

    [UnmanagedCallersOnly]
    private static int InvalidOperation() => (int)GLEnum.InvalidOperation;

    private sealed class NoContext : IGLContextSource
    {
        public IGLContext? GLContext => null;
    }
}
