using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Graphics.Compositor.Gpu;
using ConfEngine.Graphics.Windows;

namespace ConfEngine.Golden.Choice;

public sealed class CompositorChoiceTests
{
    [Fact]
    public void Software_is_had_for_the_asking()
    {
        var choice = CompositorChoice.Make(new CompositorRequest { Preference = CompositorPreference.Software, Clock = new SystemClock() });
        using (choice.Compositor)
        {
            Assert.Equal("software", choice.Compositor.Name);
            Assert.Equal("Compositor: software (as asked).", choice.Reason);
        }
    }

    [Fact]
    public void The_gpu_is_had_for_the_asking_even_when_it_is_software()
    {
        var choice = CompositorChoice.Make(new CompositorRequest { Preference = CompositorPreference.Gpu, Clock = new SystemClock() });
        using (choice.Compositor)
        {
            Assert.Equal("gpu", choice.Compositor.Name);
            Assert.Contains(choice.Driver!.Renderer, choice.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Auto_says_what_it_chose_and_why()
    {
        var choice = CompositorChoice.Make(new CompositorRequest { Clock = new SystemClock() });
        using (choice.Compositor)
        {
            Assert.StartsWith($"Compositor: {choice.Compositor.Name} (", choice.Reason, StringComparison.Ordinal);
            Assert.EndsWith(").", choice.Reason, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', choice.Reason);
            if (choice.Driver is null or { IsSoftware: true }) Assert.Equal("software", choice.Compositor.Name);
            else Assert.NotNull(choice.GpuMilliseconds);
        }
    }

    [Fact]
    public void The_faster_one_of_a_measurement_is_kept_and_both_times_are_told()
    {
        Assert.True(HeadlessGl.TryCreate(out var headless, out var whyNot), whyNot);
        var request = new CompositorRequest { Clock = new SystemClock(), ReadsBack = true };
        var choice = CompositorChoice.Measure(request, new GpuCompositor(headless.Gl, headless), headless.Driver);
        using (choice.Compositor)
        {
            Assert.Equal(choice.GpuMilliseconds <= choice.SoftwareMilliseconds ? "gpu" : "software", choice.Compositor.Name);
            Assert.StartsWith($"Compositor: {choice.Compositor.Name} (a 1080p frame with 9 tiles took ", choice.Reason, StringComparison.Ordinal);
            Assert.Contains($"on {headless.Driver.Renderer} and ", choice.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_trial_takes_the_best_of_its_frames()
    {
        using var trial = new CompositorTrial(new SteppingClock(10, 7, 9), PixelLayout.I420);
        var counted = new CountingCompositor();
        Assert.Equal(7, trial.Run(counted).Milliseconds);
        Assert.Equal((4, 4, 9), (counted.Composed, counted.Reads, counted.LayersPerScene));
    }

    [Fact]
    public void A_trial_ends_at_the_first_frame_that_is_far_too_slow()
    {
        using var trial = new CompositorTrial(new SteppingClock(400, 1, 1), PixelLayout.None);
        var counted = new CountingCompositor();
        Assert.Equal(400, trial.Run(counted).Milliseconds);
        Assert.Equal((2, 0), (counted.Composed, counted.Reads));
    }

    [Theory]
    [InlineData("llvmpipe (LLVM 15.0.6, 256 bits)", true)]
    [InlineData("softpipe", true)]
    [InlineData("Software Rasterizer", true)]
    [InlineData("Google SwiftShader", true)]
    [InlineData("Mesa Intel(R) UHD Graphics 620 (KBL GT2)", false)]
    [InlineData("NVIDIA GeForce RTX 3060/PCIe/SSE2", false)]
    [InlineData("AMD Radeon Graphics (radeonsi, renoir, LLVM 15.0.6, DRM 3.49)", false)]
    public void Software_behind_OpenGL_is_recognised_by_its_name(string renderer, bool isSoftware) =>
        Assert.Equal(isSoftware, new GlDriver("", renderer, "").IsSoftware);
}
