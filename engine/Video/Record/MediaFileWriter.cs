using ConfEngine.Core.Media;
using ConfEngine.Video.Encode;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Record;

/// <summary>Records pictures and sound into an MP4 or Matroska file (H.264, AAC). An MP4 is written in fragments of at most a second, each
/// complete in itself, so that the file plays up to the last of them even if the process dies. Memory does not grow with the length.</summary>
public sealed unsafe class MediaFileWriter : IDisposable
{
    private readonly RecordingOptions _options;
    private readonly VideoEncoder _video;
    private readonly AudioEncoder? _audio;
    private readonly OutputFile _file;
    private AVPacket* _packet;
    private long _lastIndex = -1;
    private bool _isFinished;

    private MediaFileWriter(string path, RecordingOptions options)
    {
        _options = options;
        _file = new OutputFile(path);
        try
        {
            _packet = FFmpegError.Check(ffmpeg.av_packet_alloc(), path);
            _video = new VideoEncoder(VideoSettings(options, _file.WantsGlobalHeader));
            if (options.HasAudio) _audio = new AudioEncoder(_file.WantsGlobalHeader);
            _file.AddStream(_video.Context);
            if (_audio is not null) _file.AddStream(_audio.Context);
            _file.Start();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Opens the file and the encoders.</summary>
    /// <param name="path">Ends with .mp4 or .mkv; an existing file is overwritten.</param>
    /// <param name="options">What is recorded.</param>
    /// <exception cref="MediaException">The file cannot be written or the options cannot be encoded; names the file and the remedy.</exception>
    public static MediaFileWriter Create(string path, RecordingOptions options)
    {
        if (options.Width < 2 || options.Height < 2 || ((options.Width | options.Height) & 1) != 0)
            throw new MediaException($"{path}: cannot record {options.Width}x{options.Height}: H.264 needs an even width and height");
        if (options.FrameRate is < 1 or > 240)
            throw new MediaException($"{path}: cannot record {options.FrameRate} pictures a second: use 1 to 240");
        return new MediaFileWriter(path, options);
    }

    /// <summary>Encodes and writes a picture; its pixels are only read during the call.</summary>
    /// <param name="frame">I420, taken as it is, or Bgra32, converted; of the recording's size.</param>
    /// <param name="index">Position in pictures since the start; rises, gaps are allowed and hold the picture before.</param>
    /// <exception cref="MediaException">The file cannot be written on: disk full, above all.</exception>
    public void WriteVideo(VideoFrame frame, long index)
    {
        if (frame.Width != _options.Width || frame.Height != _options.Height)
            throw new ArgumentException($"{frame.Width}x{frame.Height} does not fit a recording of {_options.Width}x{_options.Height}", nameof(frame));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(index, _lastIndex);
        _lastIndex = index;
        _video.Send(frame, index);
        WriteVideoPackets();
    }

    /// <summary>Encodes and writes sound that follows what was written before, from position 0 on.</summary>
    /// <param name="stereo48k">Interleaved stereo at 48 kHz, full scale ±1.</param>
    /// <exception cref="MediaException">The file cannot be written on.</exception>
    public void WriteAudio(ReadOnlySpan<float> stereo48k)
    {
        if (_audio is null) throw new InvalidOperationException("the recording has no sound track");
        while (stereo48k.Length >= 2)
        {
            stereo48k = stereo48k[_audio.Send(stereo48k, out var isFull)..];
            if (isFull) WriteAudioPackets();
        }
    }

    /// <summary>Writes what the encoders still hold and closes the file.</summary>
    /// <exception cref="MediaException">The file cannot be written on.</exception>
    public void Finish()
    {
        if (_isFinished) return;
        _isFinished = true;
        _video.SendEnd();
        WriteVideoPackets();
        if (_audio is not null)
        {
            _audio.SendEnd();
            WriteAudioPackets();
        }

        _file.Finish();
    }

    /// <summary>Closes the file without finishing it, unless <see cref="Finish"/> has. What was written by then plays.</summary>
    public void Dispose()
    {
        _isFinished = true;
        var packet = _packet;
        ffmpeg.av_packet_free(&packet);
        _packet = null;
        // Null only when the constructor has failed half-way.
        _video?.Dispose();
        _audio?.Dispose();
        _file.Dispose();
    }

    private static VideoEncoderSettings VideoSettings(RecordingOptions options, bool hasGlobalHeader) =>
        new("libx264", options.Width, options.Height, options.FrameRate)
        {
            // A key frame every two seconds at the latest: what a player must decode to seek, and what a crash can cost at most.
            KeyInterval = options.FrameRate * 2,
            Threads = options.Threads,
            HasGlobalHeader = hasGlobalHeader,
            Options = [("preset", options.Preset), ("crf", options.Quality.ToString())],
        };

    private void WriteVideoPackets()
    {
        while (_video.Receive(_packet)) _file.Write(_packet, 0, _video.Context->time_base);
    }

    private void WriteAudioPackets()
    {
        while (_audio!.Receive(_packet)) _file.Write(_packet, 1, _audio.Context->time_base);
    }
}
