using System.Runtime.InteropServices;

namespace ConfEngine.Kiosk.Doctor;

/// <summary>A shared library that the engine loads, and the Debian package that brings it.</summary>
/// <param name="FileName">As the loader knows it.</param>
/// <param name="Package">What to install.</param>
/// <param name="Purpose">What is gone without it.</param>
/// <param name="IsNeeded">False when the engine carries on without it.</param>
internal sealed record SystemLibrary(string FileName, string Package, string Purpose, bool IsNeeded)
{
    /// <summary>Every one of them.</summary>
    public static IReadOnlyList<SystemLibrary> All { get; } =
    [
        new("libavcodec.so.59", "libavcodec59", "decoding and encoding", true),
        new("libavformat.so.59", "libavformat59", "reading and writing files", true),
        new("libavfilter.so.8", "libavfilter8", "lavfi: sources", true),
        new("libavdevice.so.59", "libavdevice59", "lavfi: sources", true),
        new("libswscale.so.6", "libswscale6", "pixel formats", true),
        new("libswresample.so.4", "libswresample4", "sample formats", true),
        new("libopus.so.0", "libopus0", "Opus sound", true),
        new("libspeexdsp.so.1", "libspeexdsp1", "resampling", false),
        new("libopenal.so.1", "libopenal1", "sound devices", false),
        new("libfreetype.so.6", "libfreetype6", "text", false),
        new("libharfbuzz.so.0", "libharfbuzz0b", "text", false),
        new("libfribidi.so.0", "libfribidi0", "text from right to left", false),
        new("libglfw.so.3", "libglfw3", "windows", false),
        new("libEGL.so.1", "libegl1", "the GPU without a window", false),
        new("libsqlite3.so.0", "libsqlite3-0", "the bookings of this room", false),
        new("libGL.so.1", "libgl1", "OpenGL", false),
    ];

    /// <summary>True when the loader finds it.</summary>
    public bool IsPresent()
    {
        if (!NativeLibrary.TryLoad(FileName, out var handle)) return false;
        NativeLibrary.Free(handle);
        return true;
    }
}
