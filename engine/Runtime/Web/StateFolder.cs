using ConfEngine.Core.Media;

namespace ConfEngine.Runtime.Web;

/// <summary>Where the program keeps what must outlive it: certificates, codes, tokens. Nobody but its user can look inside.</summary>
public sealed class StateFolder
{
    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private StateFolder(string path) => Path = path;

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Opens the folder, and makes it when it is not there.</summary>
    /// <param name="path">Which; null for <c>$XDG_STATE_HOME/confengine</c> or <c>~/.local/state/confengine</c> (XDG Base Directory Specification).</param>
    /// <exception cref="MediaException">It cannot be made or written.</exception>
    public static StateFolder Open(string? path)
    {
        var full = System.IO.Path.GetFullPath(path ?? Default());
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(full);
            else Directory.CreateDirectory(full, OnlyOwner | UnixFileMode.UserExecute);
            var probe = System.IO.Path.Combine(full, $".probe-{Guid.NewGuid():N}");
            using (new FileStream(probe, Private(FileOptions.DeleteOnClose)))
            {
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"cannot keep anything in {full}: {e.Message}; name another folder with --state DIR", e);
        }

        return new StateFolder(full);
    }

    /// <summary>A file's content; null when there is none of this name, or over 64 KiB.</summary>
    /// <exception cref="MediaException">It is there and cannot be read.</exception>
    public string? TryRead(string name)
    {
        var file = System.IO.Path.Combine(Path, name);
        try
        {
            return File.Exists(file) && new FileInfo(file).Length <= 64 * 1024 ? File.ReadAllText(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"cannot read {file}: {e.Message}; give it to the user this program runs as, or delete it", e);
        }
    }

    /// <summary>Writes a file that only the program's user can read; whoever reads meanwhile sees the old or the new one, never half of it.</summary>
    /// <exception cref="MediaException">It cannot be written.</exception>
    public void Write(string name, string content)
    {
        var file = System.IO.Path.Combine(Path, name);
        var fresh = $"{file}.{Environment.ProcessId}.new";
        try
        {
            File.Delete(fresh);
            using (var stream = new FileStream(fresh, Private(FileOptions.None)))
            using (var writer = new StreamWriter(stream))
                writer.Write(content);
            File.Move(fresh, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"cannot write {file}: {e.Message}; make room, or name another folder with --state DIR", e);
        }
    }

    private static FileStreamOptions Private(FileOptions behaviour)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = behaviour };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OnlyOwner;
        return options;
    }

    /// <summary>Where the state is kept when nobody names a folder; it may not be there yet.</summary>
    /// <exception cref="MediaException">The environment does not say where the user's things are.</exception>
    public static string Default()
    {
        // The specification says that a relative path is to be ignored.
        var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
        var home = Environment.GetEnvironmentVariable("HOME");
        if (state is { Length: > 0 } && System.IO.Path.IsPathRooted(state)) return System.IO.Path.Combine(state, "confengine");
        return home is { Length: > 0 }
            ? System.IO.Path.Combine(home, ".local", "state", "confengine")
            : throw new MediaException("neither XDG_STATE_HOME nor HOME says where to keep certificates and codes: name a folder with --state DIR");
    }
}
