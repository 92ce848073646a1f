using System.Runtime.InteropServices;

namespace FFmpeg.AutoGen;

/// <summary>A string argument as C sees it, for the length of one call.</summary>
internal readonly unsafe ref struct Utf8Text(string? text)
{
    public readonly byte* Pointer = (byte*)Marshal.StringToCoTaskMemUTF8(text);

    public void Dispose() => Marshal.FreeCoTaskMem((nint)Pointer);

    public static string? Read(byte* text) => Marshal.PtrToStringUTF8((nint)text);
}
