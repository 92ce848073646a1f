using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Runtime.Outputs;
using ConfEngine.Runtime.Recording;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Runtime.Publishing;

/// <summary>Sends what the wall shows and what is heard in the room as a stream: encoded once, on a thread of its own, and only while somebody
/// plays it. Neither the render thread nor the audio thread ever waits for it: when the encoder falls behind, frames are dropped and counted.</summary>
public sealed class ProgrammePublisher : ICanvasSink, IAudioTap
{
    // An unchanged wall is sent again so often, that a key frame does not have to wait for long and the line's measure does not run dry.
    private static readonly MediaTime s_still = MediaTime.FromMilliseconds(100);

    private readonly ILocalStream _stream;
    private readonly ProgrammeEncoder _encoder;
    private readonly RecordingThread _thread;
    private readonly MediaTime _interval;
    private MediaTime _next = MediaTime.MinValue;
    private MediaTime _last = MediaTime.MinValue;

    /// <summary>Starts the thread.</summary>
    /// <param name="stream">Where the programme goes.</param>
    /// <param name="options">Codec, size and rates.</param>
    /// <param name="clock">Measures the encoder.</param>
    /// <exception cref="MediaException">FFmpeg is missing.</exception>
    public ProgrammePublisher(ILocalStream stream, ProgrammeOptions options, IClock clock)
    {
        _stream = stream;
        _interval = MediaTime.FromUnits(1, options.FrameRate);
        _encoder = new ProgrammeEncoder(stream, options, clock);
        _thread = new RecordingThread(_encoder, "Programme");
    }

    /// <summary>The line that says why no pictures and no sound are sent any more; null while it works.</summary>
    public string? Fault => _thread.Fault;

    /// <summary>Pictures that were not sent: the encoder fell behind, or the network did.</summary>
    public long Dropped => _thread.Dropped + _encoder.Dropped;

    /// <summary>Time spent encoding pictures.</summary>
    public long EncodeNanoseconds => _thread.EncodeNanoseconds;

    /// <summary>The rate that the pictures are held to now, in bits a second.</summary>
    public long BitsPerSecond => _encoder.BitsPerSecond;

    /// <inheritdoc/>
    public void Take(ICompositor compositor, in FrameTime frame, bool changed)
    {
        if (!_stream.IsWatched || Fault is not null) return;
        if (!IsTime(frame.Media, changed)) return;
        _last = frame.Media;
        _thread.WriteVideo(compositor.Read(PixelLayout.I420), frame.Media);
    }

    /// <inheritdoc/>
    public void WriteAudio(ReadOnlySpan<float> block, MediaTime at)
    {
        if (_stream.IsWatched) _thread.WriteAudio(block, at);
    }

    /// <summary>Ends the thread. Nothing may be taken any more.</summary>
    public void Dispose() => _thread.Dispose();

    // A wall that draws more often than is sent is thinned out evenly; a quarter of an interval passes for unevenness of the loop.
    private bool IsTime(MediaTime at, bool changed)
    {
        if (at <= _last) return false;
        if (!changed && at - _last < s_still) return false;
        if (at + new MediaTime(_interval.Nanoseconds / 4) < _next) return false;
        _next = at - _next > _interval ? at + _interval : _next + _interval;
        return true;
    }
}
