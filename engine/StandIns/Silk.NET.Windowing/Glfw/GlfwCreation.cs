using Silk.NET.Core.Contexts;
using Silk.NET.Maths;

namespace Silk.NET.Windowing.Glfw;

/// <summary>Opens the native window that the options describe, hidden; the caller places and shows it.</summary>
internal static class GlfwCreation
{
    public static nint Create(WindowOptions options, GlfwMonitor? monitor)
    {
        if (options.API.API == ContextAPI.Vulkan) throw new PlatformNotSupportedException("This stand-in opens OpenGL windows only.");

        Glfw3.TakeError();
        Glfw3.DefaultWindowHints();
        HintWindow(options);
        HintContext(options.API);
        HintFramebuffer(options);
        var handle = Glfw3.CreateWindow(options.Size.X, options.Size.Y, options.Title, monitor?.Handle ?? 0, Share(options.SharedContext));
        if (handle != 0) return handle;

        var version = options.API.Version;
        throw new InvalidOperationException(
            $"GLFW cannot open a {options.Size.X}x{options.Size.Y} window with "
            + $"{options.API.API} {version.MajorVersion}.{version.MinorVersion}: {Glfw3.TakeError() ?? "no reason given"}");
    }

    private static nint Share(IGLContext? context) => context switch
    {
        null => 0,
        GlfwContext shared => shared.Handle,
        _ => throw new ArgumentException($"A shared context must come from a GLFW window; this is a {context.GetType().Name}."),
    };

    private static void HintWindow(WindowOptions options)
    {
        Hint(GlfwHint.Visible, false);
        Hint(GlfwHint.Decorated, options.WindowBorder != WindowBorder.Hidden);
        Hint(GlfwHint.Resizable, options.WindowBorder == WindowBorder.Resizable);
        Hint(GlfwHint.Floating, options.TopMost);
        Hint(GlfwHint.TransparentFramebuffer, options.TransparentFramebuffer);
        var windowClass = options.WindowClass ?? Window.DefaultWindowClass;
        Glfw3.WindowHintString(GlfwHint.X11ClassName, windowClass);
        Glfw3.WindowHintString(GlfwHint.X11InstanceName, windowClass);
    }

    private static void HintContext(GraphicsAPI api)
    {
        Glfw3.WindowHint(GlfwHint.ClientApi, api.API switch
        {
            ContextAPI.OpenGL => GlfwValue.OpenGLApi,
            ContextAPI.OpenGLES => GlfwValue.OpenGLESApi,
            _ => GlfwValue.NoApi,
        });
        if (api.API == ContextAPI.None) return;

        var (major, minor) = (api.Version.MajorVersion, api.Version.MinorVersion);
        Glfw3.WindowHint(GlfwHint.ContextVersionMajor, major);
        Glfw3.WindowHint(GlfwHint.ContextVersionMinor, minor);
        Hint(GlfwHint.OpenGLDebugContext, api.Flags.HasFlag(ContextFlags.Debug));
        if (api.API != ContextAPI.OpenGL) return;

        Hint(GlfwHint.OpenGLForwardCompat, api.Flags.HasFlag(ContextFlags.ForwardCompatible));

        // Profiles came with OpenGL 3.2; GLFW refuses the hint below it.
        if ((major, minor).CompareTo((3, 2)) < 0) return;
        Glfw3.WindowHint(
            GlfwHint.OpenGLProfile,
            api.Profile == ContextProfile.Core ? GlfwValue.CoreProfile : GlfwValue.CompatibilityProfile);
    }

    private static void HintFramebuffer(WindowOptions options)
    {
        Optional(GlfwHint.RefreshRate, options.VideoMode.RefreshRate);
        Optional(GlfwHint.DepthBits, options.PreferredDepthBufferBits);
        Optional(GlfwHint.StencilBits, options.PreferredStencilBufferBits);
        Optional(GlfwHint.Samples, options.Samples);
        Vector4D<int>? depth = options.PreferredBitDepth;
        Optional(GlfwHint.RedBits, depth?.X);
        Optional(GlfwHint.GreenBits, depth?.Y);
        Optional(GlfwHint.BlueBits, depth?.Z);
        if (options.TransparentFramebuffer && depth is { W: >= 0 } bits) Optional(GlfwHint.AlphaBits, bits.W);
    }

    private static void Hint(int hint, bool value) => Glfw3.WindowHint(hint, value ? GlfwValue.True : GlfwValue.False);

    private static void Optional(int hint, int? value) => Glfw3.WindowHint(hint, value ?? GlfwValue.DontCare);
}
