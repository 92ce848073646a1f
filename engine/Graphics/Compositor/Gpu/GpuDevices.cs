namespace ConfEngine.Graphics.Compositor.Gpu;

/// <summary>A look at the device files, which costs nothing, before OpenGL is loaded, which does.</summary>
internal static class GpuDevices
{
    private static readonly string[] s_files = ["/dev/nvidiactl", "/dev/dxg", "/dev/mali0", "/dev/kgsl-3d0"];

    /// <summary>False when this machine has no GPU that a process could use.</summary>
    public static bool Exist() =>
        !OperatingSystem.IsLinux()
        || (Directory.Exists("/dev/dri") && Directory.EnumerateFiles("/dev/dri", "render*").Any())
        || s_files.Any(File.Exists);
}
