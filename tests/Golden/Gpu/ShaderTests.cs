using ConfEngine.Graphics.Compositor.Gpu;
using ConfEngine.Graphics.Windows;

namespace ConfEngine.Golden.Gpu;

public sealed class ShaderTests
{
    public static TheoryData<string> FragmentStages() => [.. ShaderLibrary.Names.Where(name => name.EndsWith(".frag", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(FragmentStages))]
    public void Every_fragment_stage_compiles_and_links_with_its_vertex_stage(string fragment)
    {
        Assert.True(HeadlessGl.TryCreate(out var headless, out var whyNot), whyNot);
        using (headless)
        using (new ShaderProgram(headless.Gl, fragment.StartsWith("present", StringComparison.Ordinal) ? "present.vert" : "quad.vert", fragment))
        {
        }
    }

    [Fact]
    public void Every_file_is_a_stage_that_is_tested_or_a_part_that_a_stage_includes()
    {
        var stages = ShaderLibrary.Names.Where(name => name.EndsWith(".frag", StringComparison.Ordinal)).ToArray();
        Assert.Equal(8, stages.Length);
        foreach (var part in ShaderLibrary.Names.Where(name => name.EndsWith(".glsl", StringComparison.Ordinal)))
        {
            var code = ShaderLibrary.Source(part).Split('\n').SkipWhile(line => line.StartsWith("//", StringComparison.Ordinal));
            var function = code.First().Split('(')[0];
            Assert.Contains(stages, stage => ShaderLibrary.Source(stage).Contains(function, StringComparison.Ordinal));
        }

        Assert.Equal(["present.vert", "quad.vert"], ShaderLibrary.Names.Where(name => name.EndsWith(".vert", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void A_shader_that_the_driver_refuses_is_named_with_the_drivers_words()
    {
        Assert.True(HeadlessGl.TryCreate(out var headless, out var whyNot), whyNot);
        using (headless)
        {
            var error = Assert.Throws<InvalidOperationException>(() => new ShaderProgram(headless.Gl, "quad.vert", "triangle.glsl"));
            Assert.Contains("triangle.glsl does not compile", error.Message, StringComparison.Ordinal);
        }
    }
}
