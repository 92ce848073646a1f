using System.Runtime.CompilerServices;

namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    public static readonly int EAGAIN = 11;
    public static readonly int ENOMEM = 12;
    public static readonly int EINVAL = 22;
    public static readonly int EPIPE = 32;

    /// <summary>The folder with the shared libraries; a library that is not there comes from the loader's search path.</summary>
    public static string RootPath { get; set; } = AppDomain.CurrentDomain.BaseDirectory;

    /// <summary>The soname version of each library: FFmpeg 5.1.</summary>
    public static Dictionary<string, int> LibraryVersionMap { get; } = new()
    {
        ["avcodec"] = 59,
        ["avdevice"] = 59,
        ["avfilter"] = 8,
        ["avformat"] = 59,
        ["avutil"] = 57,
        ["postproc"] = 56,
        ["swresample"] = 4,
        ["swscale"] = 6,
    };

    // Two threads may bind the same slot at once: both write the same address.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Entry(ref nint slot, string library, string function)
    {
        var address = slot;
        return address != 0 ? address : slot = FunctionLoader.Load(library, function);
    }
}
