using System.Runtime.InteropServices;

namespace ConfEngine.Graphics.Windows;

/// <summary>The functions and constants of EGL 1.5 that a context without a window needs (Khronos EGL 1.5; EGL_MESA_platform_surfaceless,
/// EGL_EXT_platform_device, EGL_EXT_device_enumeration, EGL_MESA_device_software).</summary>
internal static unsafe partial class Egl
{
    /// <summary>The library's name.</summary>
    public const string Library = "libEGL.so.1";

    public const int None = 0x3038;
    public const int Extensions = 0x3055;
    public const int SurfaceType = 0x3033;
    public const int RenderableType = 0x3040;
    public const int OpenGlBit = 0x0008;
    public const uint OpenGlApi = 0x30A2;
    public const int ContextMajorVersion = 0x3098;
    public const int ContextMinorVersion = 0x30FB;
    public const int ContextProfileMask = 0x30FD;
    public const int ContextCoreProfile = 0x00000001;
    public const uint PlatformSurfaceless = 0x31DD;
    public const uint PlatformDevice = 0x313F;

    [LibraryImport(Library, EntryPoint = "eglGetPlatformDisplay")]
    public static partial nint GetPlatformDisplay(uint platform, nint nativeDisplay, nint* attributes);

    [LibraryImport(Library, EntryPoint = "eglGetDisplay")]
    public static partial nint GetDisplay(nint nativeDisplay);

    [LibraryImport(Library, EntryPoint = "eglInitialize")]
    public static partial uint Initialize(nint display, int* major, int* minor);

    [LibraryImport(Library, EntryPoint = "eglBindAPI")]
    public static partial uint BindApi(uint api);

    [LibraryImport(Library, EntryPoint = "eglChooseConfig")]
    public static partial uint ChooseConfig(nint display, int* attributes, nint* configs, int size, int* count);

    [LibraryImport(Library, EntryPoint = "eglCreateContext")]
    public static partial nint CreateContext(nint display, nint config, nint shared, int* attributes);

    [LibraryImport(Library, EntryPoint = "eglDestroyContext")]
    public static partial uint DestroyContext(nint display, nint context);

    [LibraryImport(Library, EntryPoint = "eglMakeCurrent")]
    public static partial uint MakeCurrent(nint display, nint draw, nint read, nint context);

    [LibraryImport(Library, EntryPoint = "eglGetCurrentContext")]
    public static partial nint GetCurrentContext();

    [LibraryImport(Library, EntryPoint = "eglGetError")]
    public static partial int GetError();

    [LibraryImport(Library, EntryPoint = "eglGetProcAddress", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint GetProcAddress(string name);

    /// <summary>The devices that the installed drivers offer, real GPUs only. Empty when the extension is missing.</summary>
    public static nint[] FindHardwareDevices()
    {
        var query = (delegate* unmanaged<int, nint*, int*, uint>)GetProcAddress("eglQueryDevicesEXT");
        var describe = (delegate* unmanaged<nint, int, byte*>)GetProcAddress("eglQueryDeviceStringEXT");
        if (query is null || describe is null) return [];
        const int capacity = 16;
        var devices = stackalloc nint[capacity];
        var count = 0;
        if (query(capacity, devices, &count) == 0) return [];
        var found = new List<nint>(count);
        for (var i = 0; i < count; i++)
        {
            var extensions = Marshal.PtrToStringUTF8((nint)describe(devices[i], Extensions)) ?? "";
            if (!extensions.Contains("EGL_MESA_device_software", StringComparison.Ordinal)) found.Add(devices[i]);
        }

        return [.. found];
    }
}
