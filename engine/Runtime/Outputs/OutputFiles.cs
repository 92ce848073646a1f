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

    /// <summary>Makes a text file, in UTF-8; an older one is replaced.</summary>
    /// <exception cref="MediaException">It cannot be made or written.</exception>
    public static void WriteText(string path, string option, string text)
    {
        CheckWritable(path, option);
        try
        {
            File.WriteAllText(path, text);
        }
        catch (IOException exception)
        {
            throw Failed(path, option, exception);
        }
    }

    /// <summary>Makes a file that is written without a buffer, so that closing it cannot fail.</summary>
    /// <exception cref="MediaException">It cannot be made.</exception>
    public static FileStream Create(string path, string option)
    {
        CheckWritable(path, option);
        return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    /// <summary>What to say when writing has failed half-way.</summary>
    public static MediaException Failed(string path, string option, IOException exception) =>
        new($"{option} {path}: writing failed ({exception.Message.ReplaceLineEndings(" ")}); make room on the disk or choose another place", exception);
}
