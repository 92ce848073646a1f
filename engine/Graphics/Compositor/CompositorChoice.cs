using System.Globalization;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Compositor.Gpu;
using ConfEngine.Graphics.Compositor.Software;
using ConfEngine.Graphics.Windows;

namespace ConfEngine.Graphics.Compositor;

/// <summary>The compositor for this machine, and why it is that one.</summary>
/// <param name="Compositor">The compositor; the caller disposes of it, before the window.</param>
/// <param name="Reason">One sentence for the log and `doctor`, with the measured times where there are any.</param>
/// <param name="Driver">Who draws behind OpenGL; null when that was not looked at or is not there.</param>
/// <param name="GpuMilliseconds">A 1080p frame with nine new tiles on the GPU; null when not measured.</param>
/// <param name="SoftwareMilliseconds">The same on the CPU.</param>
public sealed record CompositorChoice(
    ICompositor Compositor, string Reason, GlDriver? Driver = null, double? GpuMilliseconds = null, double? SoftwareMilliseconds = null)
{
    /// <summary>Makes the compositor that was asked for, or measures both (well under 300 ms) and makes the faster one.</summary>
    /// <exception cref="MediaException">The GPU was asked for and there is none to be had.</exception>
    public static CompositorChoice Make(CompositorRequest request) => request.Preference switch
    {
        CompositorPreference.Software => Software(request, "as asked"),
        CompositorPreference.Gpu => Gpu(request),
        _ => Auto(request),
    };

    private static CompositorChoice Software(CompositorRequest request, string reason, GlDriver? driver = null) =>
        new(new SoftwareCompositor(request.Layout), $"Compositor: software ({reason}).", driver);

    private static CompositorChoice Gpu(CompositorRequest request)
    {
        if (!TryOpenGpu(request.Window, out var gpu, out var driver, out var whyNot))
            throw new MediaException($"--compositor gpu: {whyNot} Or use --compositor software.");
        return new(gpu!, $"Compositor: gpu on {driver!.Renderer} (as asked).", driver);
    }

    private static CompositorChoice Auto(CompositorRequest request)
    {
        // Loading a software OpenGL costs a tenth of a second and more, only to be turned down.
        if (request.Window is null && !GpuDevices.Exist()) return Software(request, "there is no GPU device in /dev");
        if (request.Window is { Driver.IsSoftware: true } window) return SoftwareInsteadOf(request, window.Driver);
        if (!TryOpenGpu(request.Window, out var gpu, out var driver, out var whyNot)) return Software(request, whyNot!.TrimEnd('.'));
        if (!driver!.IsSoftware) return Measure(request, gpu!, driver);
        gpu!.Dispose();
        return SoftwareInsteadOf(request, driver);
    }

    // No need to measure: a YUV shader run by the CPU takes ten times as long as the software compositor, and more.
    private static CompositorChoice SoftwareInsteadOf(CompositorRequest request, GlDriver driver) =>
        Software(request, $"OpenGL is {driver.Renderer}, which draws on the CPU", driver);

    /// <summary>Measures the GPU compositor against the CPU and keeps the faster one; the other is disposed of.</summary>
    internal static CompositorChoice Measure(CompositorRequest request, GpuCompositor gpu, GlDriver driver)
    {
        using var trial = new CompositorTrial(request.Clock, request.ReadsBack ? request.Layout : PixelLayout.None);
        var software = new SoftwareCompositor(request.Layout);
        var softwareTime = trial.Run(software);
        var gpuTime = trial.Run(gpu);
        var gpuWins = gpuTime <= softwareTime;
        ICompositor chosen = gpuWins ? gpu : software;
        ((IDisposable)(gpuWins ? software : gpu)).Dispose();
        var reason = string.Create(
            CultureInfo.InvariantCulture,
            $"Compositor: {chosen.Name} (a 1080p frame with 9 tiles took {gpuTime.Milliseconds:0.0} ms on {driver.Renderer} and "
            + $"{softwareTime.Milliseconds:0.0} ms on the CPU).");
        return new(chosen, reason, driver, gpuTime.Milliseconds, softwareTime.Milliseconds);
    }

    private static bool TryOpenGpu(WallWindow? window, out GpuCompositor? gpu, out GlDriver? driver, out string? whyNot)
    {
        gpu = null;
        driver = window?.Driver;
        HeadlessGl? headless = null;
        if (window is null && !HeadlessGl.TryCreate(out headless, out whyNot)) return false;
        driver ??= headless!.Driver;
        try
        {
            gpu = new GpuCompositor(window?.Gl ?? headless!.Gl, headless);
            whyNot = null;
            return true;
        }
        catch (InvalidOperationException e)
        {
            headless?.Dispose();
            whyNot = $"{driver.Renderer} cannot draw the wall: {e.Message.ReplaceLineEndings(" ").Trim()} Update the GPU's driver.";
            return false;
        }
    }
}
