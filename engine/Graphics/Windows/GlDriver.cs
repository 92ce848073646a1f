using Silk.NET.OpenGL;

namespace ConfEngine.Graphics.Windows;

/// <summary>Who draws behind an OpenGL context.</summary>
/// <param name="Vendor">GL_VENDOR.</param>
/// <param name="Renderer">GL_RENDERER: the GPU, or the software that takes its place.</param>
/// <param name="Version">GL_VERSION.</param>
public sealed record GlDriver(string Vendor, string Renderer, string Version)
{
    private static readonly string[] s_software = ["llvmpipe", "softpipe", "swrast", "software rasterizer", "swiftshader"];

    /// <summary>True when the CPU does the drawing.</summary>
    public bool IsSoftware => Array.Exists(s_software, name => Renderer.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The driver behind a current context.</summary>
    public static GlDriver Of(GL gl) => new(gl.GetStringS(StringName.Vendor), gl.GetStringS(StringName.Renderer), gl.GetStringS(StringName.Version));
}
