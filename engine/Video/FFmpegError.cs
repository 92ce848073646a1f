using System.Runtime.InteropServices;
using ConfEngine.Core.Media;
using FFmpeg.AutoGen;

namespace ConfEngine.Video;

/// <summary>FFmpeg's return codes in words.</summary>
internal static unsafe class FFmpegError
{
    /// <summary>Passes a good code through.</summary>
    /// <exception cref="MediaException"><paramref name="code"/> is negative; the message is "<paramref name="what"/>: reason".</exception>
    public static int Check(int code, string what) => code >= 0 ? code : throw new MediaException($"{what}: {Text(code)}");

    /// <summary>Passes a good pointer through.</summary>
    /// <exception cref="MediaException">It is null.</exception>
    public static T* Check<T>(T* pointer, string what) where T : unmanaged =>
        pointer is not null ? pointer : throw new MediaException($"{what}: out of memory");

    /// <summary>FFmpeg's words for a code.</summary>
    public static string Text(int code)
    {
        var text = stackalloc byte[256];
        return ffmpeg.av_strerror(code, text, 256) >= 0 ? Marshal.PtrToStringUTF8((nint)text)! : $"error {code}";
    }
}
