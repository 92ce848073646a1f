using ConfEngine.Graphics.Compositor.Gpu;
using ConfEngine.Graphics.Windows;

namespace ConfEngine.Golden.Gpu;

/// <summary>One headless context for the tests of a class, which run one after the other. xunit may run each on another thread, so each test
/// takes the context first.</summary>
public sealed class GpuFixture : IDisposable
{
    public GpuFixture()
    {
        Assert.True(HeadlessGl.TryCreate(out var headless, out var whyNot), whyNot);
        Headless = headless;
        Compositor = new GpuCompositor(headless.Gl);
    }

    public HeadlessGl Headless { get; }

    internal GpuCompositor Compositor { get; }

    public void Dispose()
    {
        Headless.MakeCurrent();
        Compositor.Dispose();
        Headless.Dispose();
    }
}
