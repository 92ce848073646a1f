using System.Runtime.InteropServices;

namespace Silk.NET.Windowing.Glfw;

/// <summary>GLFWvidmode.</summary>
internal readonly struct GlfwVideoMode
{
    public readonly int Width;
    public readonly int Height;
    public readonly int RedBits;
    public readonly int GreenBits;
    public readonly int BlueBits;
    public readonly int RefreshRate;
}

/// <summary>GLFWgammaramp: one table for each colour, <see cref="Size"/> entries long.</summary>
internal readonly unsafe struct GlfwGammaRamp
{
    public readonly ushort* Red;
    public readonly ushort* Green;
    public readonly ushort* Blue;
    public readonly uint Size;
}

internal static unsafe partial class Glfw3
{
    [LibraryImport(Library, EntryPoint = "glfwGetMonitors")]
    public static partial nint* GetMonitors(out int count);

    [LibraryImport(Library, EntryPoint = "glfwGetPrimaryMonitor")]
    public static partial nint GetPrimaryMonitor();

    [LibraryImport(Library, EntryPoint = "glfwGetMonitorPos")]
    public static partial void GetMonitorPos(nint monitor, out int x, out int y);

    [LibraryImport(Library, EntryPoint = "glfwGetMonitorName")]
    public static partial nint GetMonitorName(nint monitor);

    [LibraryImport(Library, EntryPoint = "glfwGetVideoModes")]
    public static partial GlfwVideoMode* GetVideoModes(nint monitor, out int count);

    [LibraryImport(Library, EntryPoint = "glfwGetVideoMode")]
    public static partial GlfwVideoMode* GetVideoMode(nint monitor);

    [LibraryImport(Library, EntryPoint = "glfwSetGamma")]
    public static partial void SetGamma(nint monitor, float gamma);

    [LibraryImport(Library, EntryPoint = "glfwGetGammaRamp")]
    public static partial GlfwGammaRamp* GetGammaRamp(nint monitor);
}
