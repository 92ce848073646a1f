using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Devices;

/// <summary>Writes the mix to a WAV file, in time. When the disk fills up it says so in <see cref="Fault"/> and goes on as a silent
/// device.</summary>
public sealed class WavFileDevice : IAudioDevice, IBlockWriter
{
    private readonly PacedLoop _loop;
    private readonly WavWriter _writer;
    private readonly string _path;
    private volatile string? _fault;

    /// <summary>Makes the file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="clock">Sets the pace.</param>
    /// <param name="format">Sample format.</param>
    /// <exception cref="MediaException">The file cannot be made.</exception>
    public WavFileDevice(string path, IClock clock, WavFormat format = WavFormat.Pcm16) : this(path, clock, new WavWriter(path, format))
    {
    }

    internal WavFileDevice(string path, IClock clock, WavWriter writer)
    {
        _path = path;
        _writer = writer;
        _loop = new PacedLoop(clock, this);
    }

    /// <inheritdoc/>
    public string Description => _fault is null ? $"file {_path}" : $"null (file {_path} failed)";

    /// <inheritdoc/>
    public string? Fault => _fault;

    /// <inheritdoc/>
    public MediaTime PlayedPosition => _loop.Position;

    /// <inheritdoc/>
    public long SkippedBlocks => _loop.Skipped;

    /// <summary>The loop, for tests that set its pace by hand.</summary>
    internal PacedLoop Loop => _loop;

    /// <inheritdoc/>
    public void Start(IBlockSource source, MediaTime first) => _loop.Start(source, first);

    /// <summary>Stops and finishes the file.</summary>
    public void Dispose()
    {
        _loop.Stop();
        Attempt(static writer => writer.Dispose());
    }

    void IBlockWriter.Write(ReadOnlySpan<float> stereoBlock)
    {
        if (_fault is not null) return;
        try
        {
            _writer.Write(stereoBlock);
        }
        catch (MediaException failure)
        {
            _fault = failure.Message;
        }
    }

    private void Attempt(Action<WavWriter> action)
    {
        try
        {
            action(_writer);
        }
        catch (MediaException failure)
        {
            _fault = failure.Message;
        }
    }
}
