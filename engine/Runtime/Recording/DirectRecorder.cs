using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Video.Record;

namespace ConfEngine.Runtime.Recording;

/// <summary>Encodes on the caller's thread, as offline composing wants it. Keeps picture and sound in line by their media times: the first
/// picture is zero of the file, so that no picture's time is rounded by more than the loop is uneven, and silence fills what sound is missing.</summary>
public sealed class DirectRecorder : IRecorder
{
    private const int SampleRate = 48000;
    private const int Channels = 2;

    // Sound that comes before the first picture waits for it: more than a second of it would be a wall that does not start.
    private const int MostEarlyBlocks = 100;

    // A block may come up to this much late before silence is put in its place.
    private static readonly MediaTime Tolerance = MediaTime.FromMilliseconds(5);

    private readonly MediaFileWriter _writer;
    private readonly IClock _meter;
    private readonly RecordingOptions _options;
    private readonly Queue<(float[] Samples, MediaTime At)> _early = new();
    private readonly float[] _silence = new float[SampleRate / 100 * Channels];
    private MediaTime? _start;
    private long _nextFrame;
    private long _samples;

    /// <summary>Opens the file.</summary>
    /// <param name="path">Ends in .mp4 or .mkv.</param>
    /// <param name="options">Size, rate and whether there is sound.</param>
    /// <param name="meter">Measures the encoder.</param>
    /// <exception cref="MediaException">The file cannot be made.</exception>
    public DirectRecorder(string path, RecordingOptions options, IClock meter)
    {
        _writer = MediaFileWriter.Create(path, options);
        _options = options;
        _meter = meter;
    }

    /// <inheritdoc/>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    public long Dropped => 0;

    /// <inheritdoc/>
    public long EncodeNanoseconds { get; private set; }

    /// <inheritdoc/>
    public void WriteVideo(VideoFrame canvas, MediaTime at)
    {
        if (_start is not { } start) start = Begin(at);
        var index = ((at - start).Nanoseconds * _options.FrameRate + 500_000_000) / 1_000_000_000;
        if (index < _nextFrame) return;
        _nextFrame = index + 1;
        Guard(() => _writer.WriteVideo(canvas, index));
    }

    /// <inheritdoc/>
    public void WriteAudio(ReadOnlySpan<float> block, MediaTime at)
    {
        if (!_options.HasAudio || Fault is not null) return;
        if (_start is not { } start)
        {
            if (_early.Count == MostEarlyBlocks) _early.Dequeue();
            _early.Enqueue((block.ToArray(), at));
            return;
        }

        var target = (at - start).ToUnits(SampleRate);
        if (target < 0) block = block[(int)Math.Min(block.Length, -target * Channels)..];
        target = Math.Max(0, target);
        // The beginning is exact; later, a block that is a little late does not tear a hole.
        var late = _samples == 0 ? 0 : Tolerance.ToUnits(SampleRate);
        if (block.IsEmpty || target + late < _samples) return;
        var began = _meter.Now;
        try
        {
            while (_samples + late < target)
            {
                var missing = (int)Math.Min(target - _samples, _silence.Length / Channels);
                _writer.WriteAudio(_silence.AsSpan(0, missing * Channels));
                _samples += missing;
            }

            _writer.WriteAudio(block);
            _samples += block.Length / Channels;
        }
        catch (MediaException exception)
        {
            Fault = exception.Message;
        }

        EncodeNanoseconds += (_meter.Now - began).Nanoseconds;
    }

    /// <inheritdoc/>
    public void Finish() => Guard(_writer.Finish);

    /// <inheritdoc/>
    public void Dispose()
    {
        Finish();
        _writer.Dispose();
    }

    private MediaTime Begin(MediaTime at)
    {
        _start = at;
        while (_early.TryDequeue(out var block)) WriteAudio(block.Samples, block.At);
        return at;
    }

    private void Guard(Action write)
    {
        if (Fault is not null) return;
        var began = _meter.Now;
        try
        {
            write();
        }
        catch (MediaException exception)
        {
            Fault = exception.Message;
        }

        EncodeNanoseconds += (_meter.Now - began).Nanoseconds;
    }
}
