using ConfEngine.PluginHost.Processes;

namespace ConfEngine.PluginHost.Discovery;

/// <summary>A file of a plugin's folder.</summary>
/// <param name="Name">Its path in the folder, with forward slashes.</param>
/// <param name="Source">Where its bytes are; another place than the name says where it is a link.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="ChangedAt">When it was written last, in ticks.</param>
/// <param name="IsProgram">Whether somebody may run it.</param>
internal readonly record struct FolderFile(string Name, string Source, long Size, long ChangedAt, bool IsProgram);

/// <summary>Lists what a plugin's folder holds, within bounds: somebody may point at the root of the disk.</summary>
internal static class FolderFiles
{
    /// <summary>The most bytes of all files together: 256 MiB.</summary>
    public const long MaxBytes = 256L << 20;

    /// <summary>The most files.</summary>
    public const int MaxFiles = 20_000;

    private const int MaxDepth = 64;

    /// <summary>All files in ordinal order of their names.</summary>
    /// <exception cref="FolderFault">It is too large, or holds what is no file of its own.</exception>
    /// <exception cref="IOException">It changes or vanishes while it is read, or may not be read.</exception>
    public static List<FolderFile> List(string folder)
    {
        // The folder itself may be a link: to where a developer builds.
        var root = Path.TrimEndingDirectorySeparator(new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(folder));
        var files = new List<FolderFile>();
        long bytes = 0;
        Add(new DirectoryInfo(root), root, files, ref bytes, 0);
        files.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return files;
    }

    private static void Add(DirectoryInfo directory, string root, List<FolderFile> files, ref long bytes, int depth)
    {
        if (depth > MaxDepth) throw new FolderFault($"its folders lie deeper than {MaxDepth} in each other: flatten them");
        foreach (var entry in directory.EnumerateFileSystemInfos())
        {
            var name = Path.GetRelativePath(root, entry.FullName);
            var isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
            if (!isLink && entry is DirectoryInfo child)
            {
                Add(child, root, files, ref bytes, depth + 1);
                continue;
            }

            var file = isLink ? Follow(entry, root, name) : (FileInfo)entry;
            if (!LibC.IsRegularFile(file.FullName))
            {
                // Gone since it was listed: the caller looks again.
                if (!file.Exists) throw new FileNotFoundException($"{name} has gone", file.FullName);
                throw new FolderFault($"{OneLine.Of(name)} is no ordinary file: remove it from the folder");
            }

            bytes += file.Length;
            if (bytes > MaxBytes) throw new FolderFault($"its files take more than {MaxBytes >> 20} MiB: leave out what the plugin does not need");
            if (files.Count == MaxFiles) throw new FolderFault($"it holds more than {MaxFiles} files: leave out what the plugin does not need");
            files.Add(new FolderFile(name, file.FullName, file.Length, file.LastWriteTimeUtc.Ticks, IsProgram(file)));
        }
    }

    private static bool IsProgram(FileInfo file) =>
        (file.UnixFileMode & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;

    // A link within the folder is copied as the file it leads to; npm makes such.
    private static FileInfo Follow(FileSystemInfo link, string root, string name)
    {
        var target = link.ResolveLinkTarget(returnFinalTarget: true);
        if (target is not { Exists: true }) throw new FolderFault($"{OneLine.Of(name)} is a link that leads nowhere: remove it");
        if (target is not FileInfo file) throw new FolderFault($"{OneLine.Of(name)} is a link to a folder: copy the folder instead");
        return file.FullName.StartsWith(root + "/", StringComparison.Ordinal) ? file : throw new FolderFault($"{OneLine.Of(name)} is a link out of the plugin's folder: copy the file instead");
    }
}
