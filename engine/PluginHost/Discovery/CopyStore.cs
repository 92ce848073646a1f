namespace ConfEngine.PluginHost.Discovery;

/// <summary>The copies that really run, <c>store/ID/DIGEST</c>: what the operator does to a plugin's folder never reaches a plugin at work.</summary>
/// <remarks>One thread at a time.</remarks>
/// <param name="folder">The store; made when missing, readable by its owner alone.</param>
internal sealed class CopyStore(string folder)
{
    private const string Unfinished = ".new-";

    // Those that were made or checked by this run of the program.
    private readonly HashSet<string> _sound = [];

    /// <summary>Where a copy lies, or would lie.</summary>
    public string PathOf(string id, string digest) => Path.Combine(folder, id, digest);

    /// <summary>Copies a folder, unless there is a copy of the same content.</summary>
    /// <param name="id">The plugin's id.</param>
    /// <param name="files">What to copy.</param>
    /// <returns>The digest of what is in the copy, whatever the files hold by now.</returns>
    public string Take(string id, IReadOnlyList<FolderFile> files)
    {
        var present = DigestOf(files);
        if (IsSound(id, present))
        {
            // Rights are no part of the digest: a program that may be run only now.
            foreach (var file in files) SetRights(Path.Combine(PathOf(id, present), file.Name), file.IsProgram);
            return present;
        }

        PrivateFiles.MakeFolder(folder);
        var unfinished = Path.Combine(folder, Unfinished + Guid.NewGuid().ToString("N"));
        try
        {
            var digest = Copy(files, unfinished);
            if (IsSound(id, digest)) return digest;
            PrivateFiles.MakeFolder(Path.Combine(folder, id));
            // A damaged one gives way.
            if (Directory.Exists(PathOf(id, digest))) Directory.Delete(PathOf(id, digest), recursive: true);
            Directory.Move(unfinished, PathOf(id, digest));
            _sound.Add($"{id}/{digest}");
            return digest;
        }
        finally
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        }
    }

    /// <summary>Whether there is a copy, and it is what its name says. Checked once in a run of the program.</summary>
    public bool IsSound(string id, string digest)
    {
        var path = PathOf(id, digest);
        if (!Directory.Exists(path)) return false;
        if (_sound.Contains($"{id}/{digest}")) return true;
        try
        {
            if (FolderDigest.Of(path) != digest) return false;
        }
        catch (Exception e) when (e is FolderFault or IOException or UnauthorizedAccessException)
        {
            return false;
        }

        return _sound.Add($"{id}/{digest}");
    }

    /// <summary>Removes all copies but those to be kept, and what an interrupted run left.</summary>
    /// <param name="isKept">Told the id and the digest.</param>
    public void Prune(Func<string, string, bool> isKept)
    {
        foreach (var plugin in FoldersOf(folder))
        {
            var id = Path.GetFileName(plugin);
            if (id.StartsWith(Unfinished, StringComparison.Ordinal))
            {
                Remove(plugin);
                continue;
            }

            var kept = 0;
            foreach (var copy in FoldersOf(plugin))
            {
                if (isKept(id, Path.GetFileName(copy)))
                {
                    kept++;
                    continue;
                }

                _sound.Remove($"{id}/{Path.GetFileName(copy)}");
                Remove(copy);
            }

            if (kept == 0) Remove(plugin);
        }
    }

    private static string[] FoldersOf(string path)
    {
        try
        {
            return Directory.Exists(path) ? Directory.GetDirectories(path) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // What cannot be removed now is tried again after the next scan; it only takes space.
    private static bool Remove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string DigestOf(IReadOnlyList<FolderFile> files)
    {
        using var digest = new FolderDigest();
        foreach (var file in files) digest.Add(file.Name, file.Source, null);
        return digest.End();
    }

    private static string Copy(IReadOnlyList<FolderFile> files, string target)
    {
        using var digest = new FolderDigest();
        PrivateFiles.MakeFolder(target);
        foreach (var file in files)
        {
            var path = Path.Combine(target, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0)) digest.Add(file.Name, file.Source, copy);
            // A program stays one that can be started.
            SetRights(path, file.IsProgram);
        }

        return digest.End();
    }

    private static void SetRights(string path, bool isProgram)
    {
        if (OperatingSystem.IsWindows()) return;
        var rights = UnixFileMode.UserRead | UnixFileMode.UserWrite | (isProgram ? UnixFileMode.UserExecute : 0);
        if (File.GetUnixFileMode(path) != rights) File.SetUnixFileMode(path, rights);
    }
}
