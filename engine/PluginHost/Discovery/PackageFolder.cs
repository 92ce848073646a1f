using ConfEngine.Contract.Manifest;

namespace ConfEngine.PluginHost.Discovery;

/// <summary>What one folder held when it was looked at.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Id">The plugin's id, or what stands for it.</param>
/// <param name="Manifest">The manifest of the copy; null with a problem.</param>
/// <param name="Digest">The copy's digest; empty with a problem.</param>
/// <param name="Problem">Why it cannot be taken, in one line; empty when it can.</param>
/// <param name="Files">What the folder held, to see whether it has changed.</param>
internal sealed record Look(string Folder, string Id, PluginManifest? Manifest, string Digest, string Problem, IReadOnlyList<FolderFile> Files);

/// <summary>Looks at one folder: reads its manifest and makes a copy.</summary>
/// <param name="store">Where copies go.</param>
internal sealed class PackageFolder(CopyStore store)
{
    private const int MostTries = 3;

    /// <summary>Looks at a folder.</summary>
    /// <param name="folder">The folder; it has a manifest.</param>
    /// <param name="before">What it held last time; null for the first.</param>
    /// <returns>What it holds; null when it does not hold still.</returns>
    public Look? Look(string folder, Look? before)
    {
        for (var i = 0; i < MostTries; i++)
        {
            try
            {
                var files = FolderFiles.List(folder);
                if (before is not null && files.SequenceEqual(before.Files) && (before.Digest.Length == 0 || store.IsSound(before.Id, before.Digest))) return before;
                var look = Take(folder, before, files);
                // Whoever was still copying has moved on: what was taken may be half of the old and half of the new.
                if (FolderFiles.List(folder).SequenceEqual(files)) return look;
            }
            catch (FolderFault fault)
            {
                return Refused(folder, before, $"{folder}: {fault.Message}", []);
            }
            catch (UnauthorizedAccessException fault)
            {
                return Refused(folder, before, $"{folder} cannot be read ({OneLine.Of(fault.Message)}): give the engine's user the right to", []);
            }
            catch (IOException fault) when (i == MostTries - 1 && fault is not (FileNotFoundException or DirectoryNotFoundException))
            {
                return Refused(folder, before, $"{folder} cannot be copied ({OneLine.Of(fault.Message)}): check the disk and its space", []);
            }
            catch (IOException)
            {
                // A file has gone since it was listed: look again.
                continue;
            }
        }

        return null;
    }

    private static Look Refused(string folder, Look? before, string problem, IReadOnlyList<FolderFile> files) =>
        new(folder, before?.Id ?? Path.GetFileName(folder), null, "", problem, files);

    private Look Take(string folder, Look? before, List<FolderFile> files)
    {
        // First where it lies: nothing is copied that nobody can run.
        if (!TryReadManifest(folder, out var manifest, out var error)) return Refused(folder, before, $"{folder}/{error}", files);
        var digest = store.Take(manifest!.Id, files);
        // The copy's is the one that counts.
        return TryReadManifest(store.PathOf(manifest.Id, digest), out var copied, out error) && copied!.Id == manifest.Id
            ? new Look(folder, manifest.Id, copied, digest, "", files)
            : throw new FileNotFoundException($"the manifest in {folder} changes while it is copied");
    }

    private static bool TryReadManifest(string folder, out PluginManifest? manifest, out string? error)
    {
        using var file = new FileStream(Path.Combine(folder, PluginManifest.FileName), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        // One byte more than allowed is enough to refuse it.
        var bytes = new byte[ManifestReader.MaxBytes + 1];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return ManifestReader.TryRead(bytes.AsMemory(0, length), out manifest, out error);
    }
}
