using ConfEngine.Core.Media;
using ConfEngine.Video.Capture;

namespace ConfEngine.Video.Demux;

/// <summary>What kind of source a URI names.</summary>
internal enum SourceKind
{
    /// <summary>A regular file.</summary>
    File,

    /// <summary>A filter graph of libavfilter.</summary>
    FilterGraph,

    /// <summary>A camera or a screen.</summary>
    Capture,

    /// <summary>The built-in picture.</summary>
    Test,
}

/// <summary>A URI taken apart and, for files, looked at.</summary>
/// <param name="Kind">The kind of source.</param>
/// <param name="Target">File path, graph, or the URI of a device.</param>
/// <param name="Display">How messages name it.</param>
internal sealed record SourceAddress(SourceKind Kind, string Target, string Display)
{
    private const int NoEntry = 2;
    private const int NoAccess = 13;

    /// <summary>Reads a URI. Opens nothing.</summary>
    /// <exception cref="MediaException">Unknown scheme, or not a file that can be played; one line that names it.</exception>
    public static SourceAddress Parse(string uri)
    {
        if (uri.Length == 0) throw new MediaException("the source is empty: use a file path, v4l2:CAMERA, x11grab:DISPLAY, lavfi:GRAPH or test:");
        if (uri.Contains('\0')) throw new MediaException("the source contains a NUL character: use a file path, v4l2:CAMERA, x11grab:DISPLAY, lavfi:GRAPH or test:");
        if (uri.StartsWith("test:", StringComparison.Ordinal)) return new(SourceKind.Test, uri[5..], uri);
        if (CaptureAddress.Is(uri)) return new(SourceKind.Capture, uri, uri);
        if (uri.StartsWith("lavfi:", StringComparison.Ordinal))
        {
            if (uri.Length == 6) throw new MediaException("lavfi: names no graph: write for example lavfi:testsrc2");
            return new(SourceKind.FilterGraph, uri[6..], uri);
        }

        // A file whose name looks like a scheme is still a file.
        var path = FilePath(uri);
        if (path is null) throw new MediaException($"unknown scheme '{uri[..uri.IndexOf(':')]}': use a file path, v4l2:CAMERA, x11grab:DISPLAY, lavfi:GRAPH or test:");
        CheckFile(path);
        return new(SourceKind.File, path, path);
    }

    private static string? FilePath(string uri)
    {
        if (uri.StartsWith("file://", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(uri, UriKind.Absolute, out var parsed))
            return parsed.LocalPath;
        if (uri.StartsWith("file:", StringComparison.OrdinalIgnoreCase)) return uri[5..];
        return HasScheme(uri) && !File.Exists(uri) ? null : uri;
    }

    // RFC 3986 section 3.1: a letter, then letters, digits, '+', '-', '.'.
    private static bool HasScheme(string uri)
    {
        var colon = uri.IndexOf(':');
        if (colon < 1 || !char.IsAsciiLetter(uri[0])) return false;
        foreach (var c in uri.AsSpan(0, colon))
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return false;
        return true;
    }

    private static void CheckFile(string path)
    {
        var error = LibC.Status(path, out var kind, out var size);
        var complaint = (error, kind, size) switch
        {
            (NoEntry, _, _) => "no such file",
            (NoAccess, _, _) => "permission denied",
            ( > 0, _, _) => $"cannot be read (error {error})",
            (_, LibC.Directory, _) => "is a directory: name a file in it",
            (_, not LibC.Regular, _) => "is not a regular file",
            (_, _, 0) => "is empty",
            _ => null,
        };
        if (complaint is not null) throw new MediaException($"{path}: {complaint}");
    }
}
