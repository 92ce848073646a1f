using ConfEngine.Audio.Devices;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Runtime.Recording;

/// <summary>Writes the mix to a WAV file, on the thread that mixes: for offline use.</summary>
/// <param name="path">The file; an older one is replaced.</param>
/// <exception cref="MediaException">It cannot be made.</exception>
public sealed class WavTap(string path) : IAudioTap, IDisposable
{
    private readonly WavWriter _writer = new(path);

    /// <summary>The line that says why writing stopped; null while it works.</summary>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    public void WriteAudio(ReadOnlySpan<float> block, MediaTime at) => Guard(block, static (writer, samples) => writer.Write(samples));

    /// <summary>Writes out what is pending and closes the file; nothing may be written after.</summary>
    public void Finish() => Guard([], static (writer, _) => writer.Dispose());

    /// <summary>Finishes the file.</summary>
    public void Dispose() => Finish();

    private void Guard(ReadOnlySpan<float> samples, Action<WavWriter, ReadOnlySpan<float>> action)
    {
        if (Fault is not null) return;
        try
        {
            action(_writer, samples);
        }
        catch (MediaException exception)
        {
            Fault = exception.Message;
        }
    }
}
