using ConfEngine.Graphics.Compositor.Gpu;
using ConfEngine.Graphics.Windows;

namespace ConfEngine.Golden.Gpu;

/// <summary>One headless context for the tests of a class, which run one after the other, but each perhaps on another thread: a test takes
/// the context and gives it back.</summary>
public sealed class GpuFixture : IDisposable
{
    public GpuFixture()
    {
        Assert.True(HeadlessGl.TryCreate(out var headless, out var whyNot), whyNot);
        Headless = headless;
        Compositor = new GpuCompositor(headless.Gl);
        headless.Release();
    }

    public HeadlessGl Headless { get; }

    internal GpuCompositor Compositor { get; }

    /// <summary>Takes the context for this thread until the result is disposed. May be nested.</summary>
    public Turn TakeContext()
    {
        if (Headless.IsCurrent) return default;
        Headless.MakeCurrent();
        return new Turn(Headless);
    }

    public void Dispose()
    {
        Headless.MakeCurrent();
        Compositor.Dispose();
        Headless.Dispose();
    }

    public readonly struct Turn(HeadlessGl? taken) : IDisposable
    {
        public void Dispose() => taken?.Release();
    }
}
