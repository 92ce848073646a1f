using System.Runtime.InteropServices;

namespace ConfEngine.Video;

/// <summary>C strings of FFmpeg's.</summary>
internal static unsafe class NativeText
{
    /// <summary>The UTF-8 text at an address, "" for null.</summary>
    public static string Read(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";
}
