using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ConfEngine.PluginHost.Discovery;

/// <summary>One checksum of a whole folder: SHA-256 over path, NUL, size in decimal, NUL, SHA-256 of the file in lower-case hexadecimal, line feed, for each of its files
/// in ordinal order of path.</summary>
internal sealed class FolderDigest : IDisposable
{
    private const int BufferBytes = 128 * 1024;
    private readonly IncrementalHash _whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _file = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[BufferBytes];
    private long _total;

    /// <summary>The digest of a folder as it is.</summary>
    /// <exception cref="FolderFault">It is too large, or holds what is no file of its own.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string Of(string folder)
    {
        using var digest = new FolderDigest();
        foreach (var file in FolderFiles.List(folder)) digest.Add(file.Name, file.Source, null);
        return digest.End();
    }

    /// <summary>Adds the next file, and copies what it reads.</summary>
    /// <param name="name">Its path in the folder.</param>
    /// <param name="path">Where it is read.</param>
    /// <param name="copy">Gets the very bytes that count; null for no copy.</param>
    public void Add(string name, string path, Stream? copy)
    {
        using var input = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        long size = 0;
        for (int got; (got = input.Read(_buffer)) > 0;)
        {
            _file.AppendData(_buffer, 0, got);
            copy?.Write(_buffer, 0, got);
            size += got;
            _total += got;
            // A file may grow after it was listed.
            if (_total > FolderFiles.MaxBytes) throw new FolderFault($"its files take more than {FolderFiles.MaxBytes >> 20} MiB: leave out what the plugin does not need");
        }

        _whole.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}\0{size}\0{Convert.ToHexStringLower(_file.GetHashAndReset())}\n")));
    }

    /// <summary>The digest in lower-case hexadecimal.</summary>
    public string End() => Convert.ToHexStringLower(_whole.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose()
    {
        _whole.Dispose();
        _file.Dispose();
    }
}
