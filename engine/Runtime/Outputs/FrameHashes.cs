using System.Security.Cryptography;
using System.Text;
using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor;

namespace ConfEngine.Runtime.Outputs;

/// <summary>Writes one line a frame: the SHA-256 of the canvas' samples, plane by plane and row by row without padding, in lower-case hex.</summary>
public sealed class FrameHashes : ICanvasSink
{
    private const string Option = "--frame-hashes";
    private readonly string _path;
    private readonly FileStream _file;
    private readonly PixelLayout _layout;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _last = [];

    /// <summary>Makes the file.</summary>
    /// <param name="path">Where the lines go; an older file is replaced.</param>
    /// <param name="layout">What is hashed.</param>
    /// <exception cref="MediaException">The file cannot be made.</exception>
    public FrameHashes(string path, PixelLayout layout)
    {
        _path = path;
        _file = OutputFiles.Create(path, Option);
        _layout = layout;
    }

    /// <inheritdoc/>
    /// <exception cref="MediaException">The line cannot be written.</exception>
    public void Take(ICompositor compositor, in FrameTime frame, bool changed)
    {
        if (changed || _last.Length == 0) _last = Hash(compositor.Read(_layout));
        try
        {
            _file.Write(_last);
        }
        catch (IOException exception)
        {
            throw OutputFiles.Failed(_path, Option, exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        _hash.Dispose();
    }

    private byte[] Hash(VideoFrame canvas)
    {
        for (var plane = 0; plane < canvas.Layout.PlaneCount(); plane++)
        {
            for (var y = 0; y < canvas[plane].Height; y++) _hash.AppendData(canvas[plane].Row(y, canvas.Layout.SampleBytes()));
        }

        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(_hash.GetHashAndReset()) + "\n");
    }
}
