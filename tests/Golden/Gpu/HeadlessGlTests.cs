using ConfEngine.Graphics.Windows;
using Silk.NET.OpenGL;

namespace ConfEngine.Golden.Gpu;

public sealed class HeadlessGlTests
{
    [Fact]
    public void A_context_is_OpenGL_3_3_core_or_later_and_says_who_draws()
    {
        Assert.True(HeadlessGl.TryCreate(out var headless, out var whyNot), whyNot);
        using (headless)
        {
            Assert.True(headless.IsCurrent);
            var version = headless.Gl.GetInteger(GetPName.MajorVersion) * 10 + headless.Gl.GetInteger(GetPName.MinorVersion);
            Assert.True(version >= 33, headless.Driver.Version);
            Assert.NotEmpty(headless.Driver.Renderer);
            Assert.Equal(GLEnum.NoError, headless.Gl.GetError());
        }
    }

    [Fact]
    public void Two_contexts_live_side_by_side_and_one_outlives_the_other()
    {
        Assert.True(HeadlessGl.TryCreate(out var first, out var whyNot), whyNot);
        Assert.True(HeadlessGl.TryCreate(out var second, out whyNot), whyNot);
        Assert.False(first.IsCurrent);
        second.Dispose();
        first.MakeCurrent();
        Assert.NotEqual(0u, first.Gl.GenTexture());
        first.Dispose();
    }

    [Fact]
    public void Another_thread_takes_a_context_that_was_released()
    {
        Assert.True(HeadlessGl.TryCreate(out var headless, out var whyNot), whyNot);
        headless.Release();
        Assert.False(headless.IsCurrent);
        var texture = 0u;
        var thread = new Thread(() =>
        {
            headless.MakeCurrent();
            texture = headless.Gl.GenTexture();
            headless.Dispose();
        });
        thread.Start();
        thread.Join();
        Assert.NotEqual(0u, texture);
    }
}
