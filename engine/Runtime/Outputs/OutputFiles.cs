using ConfEngine.Core.Media;

namespace ConfEngine.Runtime.Outputs;

/// <summary>Opens files for writing, with errors that a person can act on.</summary>
public static class OutputFiles
{
    /// <summary>Checks that a file can be made where <paramref name="path"/> says, without leaving one behind.</summary>
    /// <param name="path">The file to come.</param>
    /// <param name="option">The option it was named with, for the message.</param>
    /// <exception cref="MediaException">The folder is missing or may not be written to, or the path is a folder.</exception>
    public static void CheckWritable(string path, string option)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full)) throw new MediaException($"{option} {path}: is a folder; name a file in it");
        var folder = Path.GetDirectoryName(full) ?? "/";
        if (!Directory.Exists(folder)) throw new MediaException($"{option} {path}: the folder {folder} does not exist; make it first");
        var existed = File.Exists(full);
        try
        {
            using (File.Open(full, FileMode.OpenOrCreate, FileAccess.Write))
            {
            }

            if (!existed) File.Delete(full);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"{option} {path}: cannot be written ({exception.Message}); choose another place or change its permissions", exception);
        }
    }

    /// <summary>Makes a text file.</summary>
    /// <exception cref="MediaException">It cannot be made.</exception>
    public static StreamWriter CreateText(string path, string option)
    {
        CheckWritable(path, option);
        return new StreamWriter(path);
    }
}
