using System.Runtime.InteropServices;

namespace FFmpeg.AutoGen;

/// <summary>Finds a function in its library, and opens the library on first use. A failure is not remembered: the next call looks again.</summary>
internal static class FunctionLoader
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, nint> Open = [];

    // Opened first, so that the ones in RootPath win over those of the search path when the loader resolves the library itself.
    private static readonly Dictionary<string, string[]> Dependencies = new()
    {
        ["avutil"] = [],
        ["swresample"] = ["avutil"],
        ["swscale"] = ["avutil"],
        ["postproc"] = ["avutil"],
        ["avcodec"] = ["avutil", "swresample"],
        ["avformat"] = ["avutil", "avcodec"],
        ["avfilter"] = ["avutil", "swresample", "swscale", "postproc", "avcodec", "avformat"],
        ["avdevice"] = ["avutil", "avcodec", "avformat", "avfilter"],
    };

    internal static nint Load(string library, string function)
    {
        nint handle;
        lock (Gate) handle = OpenWithDependencies(library);
        if (handle != 0 && NativeLibrary.TryGetExport(handle, function, out var address)) return address;
        if (!DynamicallyLoadedBindings.ThrowErrorIfFunctionNotFound)
            throw new NotSupportedException($"FFmpeg: {function} is not in {FileName(library)}, or the library is missing: install FFmpeg 5.1.");
        if (handle == 0) throw new DllNotFoundException($"FFmpeg: {FileName(library)} is neither in '{ffmpeg.RootPath}' nor on the search path.");
        throw new EntryPointNotFoundException($"FFmpeg: {FileName(library)} has no {function}.");
    }

    private static nint OpenWithDependencies(string library)
    {
        var fileName = FileName(library);
        if (Open.TryGetValue(fileName, out var handle)) return handle;
        // One that is missing may not be needed by this build; if it is, opening the library itself fails and says so.
        foreach (var dependency in Dependencies[library]) OpenWithDependencies(dependency);
        var path = Path.Combine(ffmpeg.RootPath ?? "", fileName);
        if (!(File.Exists(path) && NativeLibrary.TryLoad(path, out handle)) && !NativeLibrary.TryLoad(fileName, out handle)) return 0;
        return Open[fileName] = handle;
    }

    private static string FileName(string library) => $"lib{library}.so.{ffmpeg.LibraryVersionMap[library]}";
}
