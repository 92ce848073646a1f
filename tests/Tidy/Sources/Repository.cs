using System.Text;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Tidy.Sources;

/// <summary>The repository that these tests were built from, as it lies on the disk.</summary>
public static class Repository
{
    private static readonly string[] s_madeByTools =
        [".git", ".artifacts", "bin", "obj", "out", "node_modules", "TestResults", ".vs", ".idea", ".vscode", "__pycache__"];

    private static readonly string[] s_binary = [".png", ".jpg", ".ico", ".mp4", ".mkv", ".webm", ".wav", ".opus", ".ogg", ".h264", ".ivf", ".bin", ".ttf", ".otf"];

    /// <summary>Every text file.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } = [.. TextFiles(Checkout.Root)];

    /// <summary>The names at the top level, files and folders, without what tools make.</summary>
    public static IEnumerable<string> TopLevel =>
        Directory.EnumerateFileSystemEntries(Checkout.Root).Select(path => Path.GetFileName(path)).Where(name => !s_madeByTools.Contains(name));

    private static IEnumerable<SourceFile> TextFiles(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (s_madeByTools.Contains(Path.GetFileName(file)) || s_binary.Contains(Path.GetExtension(file).ToLowerInvariant())) continue;
            var bytes = File.ReadAllBytes(file);
            if (bytes.AsSpan(0, Math.Min(bytes.Length, 8000)).Contains((byte)0)) continue;
            yield return new SourceFile(Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'), Encoding.UTF8.GetString(bytes).Replace("\r\n", "\n"));
        }

        foreach (var child in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
            if (!s_madeByTools.Contains(Path.GetFileName(child)))
                foreach (var file in TextFiles(child))
                    yield return file;
    }
}
