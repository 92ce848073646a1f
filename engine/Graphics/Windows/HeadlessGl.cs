using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Silk.NET.OpenGL;

namespace ConfEngine.Graphics.Windows;

/// <summary>OpenGL without a window or a display server, through EGL. One thread at a time has the context; at first it is the one that made it.</summary>
public sealed unsafe class HeadlessGl : IDisposable
{
    private readonly EglContext _context;

    private HeadlessGl(EglContext context)
    {
        _context = context;
        Gl = GL.GetApi(context);
        Driver = GlDriver.Of(Gl);
    }

    /// <summary>The context's functions.</summary>
    public GL Gl { get; }

    /// <summary>Who draws.</summary>
    public GlDriver Driver { get; }

    /// <summary>Makes a context and makes it current on the calling thread. A real GPU is taken before software, whatever platform offers it.</summary>
    /// <param name="gl">The context.</param>
    /// <param name="whyNot">One line: what is missing and the remedy. Having no GL at all is a normal case.</param>
    public static bool TryCreate([NotNullWhen(true)] out HeadlessGl? gl, [NotNullWhen(false)] out string? whyNot)
    {
        gl = null;
        if (!NativeLibrary.TryLoad(Egl.Library, out _))
        {
            whyNot = $"no OpenGL: {Egl.Library} is missing; install libegl1 and libgl1-mesa-dri.";
            return false;
        }

        try
        {
            gl = FindBest();
        }
        catch (EntryPointNotFoundException e)
        {
            whyNot = $"no OpenGL: {Egl.Library} is older than EGL 1.5 ({e.Message}); update the GL driver.";
            return false;
        }

        whyNot = gl is null ? "no OpenGL: EGL offers no OpenGL 3.3 core context; install libgl1-mesa-dri or the GPU's driver." : null;
        return gl is not null;
    }

    /// <summary>Whether the calling thread has the context.</summary>
    public bool IsCurrent => _context.IsCurrent;

    /// <summary>Takes the context for the calling thread. No other thread may have it.</summary>
    public void MakeCurrent() => _context.MakeCurrent();

    /// <summary>Lets another thread take the context.</summary>
    public void Release() => _context.Clear();

    /// <summary>Deletes the context.</summary>
    public void Dispose()
    {
        Gl.Dispose();
        _context.Dispose();
    }

    private static HeadlessGl? FindBest()
    {
        // The surfaceless platform is Mesa's: beside another vendor's driver it may offer only software, so software is no reason to stop looking.
        var best = Create(Egl.GetPlatformDisplay(Egl.PlatformSurfaceless, 0, null));
        if (best is { Driver.IsSoftware: false }) return best;
        foreach (var device in Egl.FindHardwareDevices())
        {
            if (Create(Egl.GetPlatformDisplay(Egl.PlatformDevice, device, null)) is not { } candidate) continue;
            if (best is null || !candidate.Driver.IsSoftware)
            {
                best?.Dispose();
                best = candidate;
            }
            else candidate.Dispose();

            if (!best.Driver.IsSoftware) break;
        }

        best ??= Create(Egl.GetDisplay(0));
        best?.MakeCurrent();
        return best;
    }

    private static HeadlessGl? Create(nint display) => EglContext.Create(display) is { } context ? new HeadlessGl(context) : null;
}
