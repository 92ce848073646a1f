using System.Runtime.InteropServices;
using ConfEngine.Core.Media;
using FFmpeg.AutoGen;

namespace ConfEngine.Video;

/// <summary>The FFmpeg libraries of the system: found, loaded and silenced once for the process.</summary>
public static unsafe class FFmpegLibrary
{
    private const string Remedy = "FFmpeg 5.1 libraries not found: apt-get install libavcodec59 libavformat59 libavfilter8 libavdevice59 libswscale6 libswresample4";
    private static readonly Lazy<string> s_versions = new(Load);

    /// <summary>Version of each library ("libavcodec 59.37.100, …").</summary>
    /// <exception cref="MediaException">A library is missing.</exception>
    public static string Versions
    {
        get
        {
            Initialise();
            return s_versions.Value;
        }
    }

    /// <summary>Loads the libraries. Everything in this project does so by itself; call it early to learn early.</summary>
    /// <exception cref="MediaException">A library is missing; the message says what to install.</exception>
    public static void Initialise() => _ = s_versions.Value;

    /// <summary>True when a decoder exists for FFmpeg's codec or decoder <paramref name="name"/> ("h264", "libdav1d").</summary>
    public static bool HasDecoder(string name)
    {
        Initialise();
        if (ffmpeg.avcodec_find_decoder_by_name(name) is not null) return true;
        var descriptor = ffmpeg.avcodec_descriptor_get_by_name(name);
        return descriptor is not null && ffmpeg.avcodec_find_decoder(descriptor->id) is not null;
    }

    /// <summary>True when FFmpeg has the encoder <paramref name="name"/> ("libx264", "aac").</summary>
    public static bool HasEncoder(string name)
    {
        Initialise();
        return ffmpeg.avcodec_find_encoder_by_name(name) is not null;
    }

    private static string Load()
    {
        try
        {
            if (LibraryFolder() is { } folder) ffmpeg.RootPath = folder;
            // Damaged input makes FFmpeg talk a lot; what matters is counted and reported by us, and stdout belongs to the program.
            ffmpeg.av_log_set_level(ffmpeg.AV_LOG_QUIET);
            ffmpeg.avdevice_register_all();
            return $"libavcodec {Version(ffmpeg.avcodec_version())}, libavformat {Version(ffmpeg.avformat_version())}, " +
                $"libavutil {Version(ffmpeg.avutil_version())}, libswscale {Version(ffmpeg.swscale_version())}, " +
                $"libswresample {Version(ffmpeg.swresample_version())}";
        }
        catch (Exception error) when (error is NotSupportedException or DllNotFoundException or EntryPointNotFoundException or TypeInitializationException)
        {
            throw new MediaException(Remedy, error);
        }
    }

    private static string Version(uint version) => $"{version >> 16}.{(version >> 8) & 0xFF}.{version & 0xFF}";

    // Debian keeps libraries in a folder per architecture, Fedora in lib64, the rest in lib.
    private static string? LibraryFolder()
    {
        var triplet = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
        string[] folders = [$"/usr/lib/{triplet}", "/usr/lib64", "/usr/local/lib", "/usr/lib"];
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "libavcodec.so.59")));
    }
}
