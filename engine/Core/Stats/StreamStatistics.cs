using ConfEngine.Core.Media;

namespace ConfEngine.Core.Stats;

/// <summary>What a stream counts while it works. The stream's worker writes, the overlay reads; every field is one machine word, so
/// a reader sees a value that is at most one step old.</summary>
public sealed class StreamStatistics
{
    private long _decoded;
    private long _shown;
    private long _dropped;
    private long _decodeNanoseconds;
    private long _errors;
    private long _handled;
    private long _handlingNanoseconds;

    /// <summary>Codec in FFmpeg's short name ("h264"), empty until known.</summary>
    public string Codec { get; set; } = "";

    /// <summary>Width of the newest frame in pixels, 0 until known.</summary>
    public int Width { get; set; }

    /// <summary>Height of the newest frame in pixels, 0 until known.</summary>
    public int Height { get; set; }

    /// <summary>State now.</summary>
    public StreamState State { get; set; }

    /// <summary>Why it is <see cref="StreamState.Faulted"/>, for people; empty otherwise.</summary>
    public string Cause { get; set; } = "";

    /// <summary>Frames that wait to be shown.</summary>
    public int Queued { get; set; }

    /// <summary>How much later the sound is than the picture, in milliseconds; NaN where there is no pair to compare.</summary>
    public double AudioOffsetMilliseconds { get; set; } = double.NaN;

    /// <summary>Frames decoded.</summary>
    public long Decoded => Interlocked.Read(ref _decoded);

    /// <summary>Frames shown.</summary>
    public long Shown => Interlocked.Read(ref _shown);

    /// <summary>Frames decoded or received and never shown.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Damaged packets that the decoder refused.</summary>
    public long Errors => Interlocked.Read(ref _errors);

    /// <summary>Time spent in the decoder.</summary>
    public long DecodeNanoseconds => Interlocked.Read(ref _decodeNanoseconds);

    /// <summary>Frames whose way from arriving whole to being decoded was measured: those of live feeds.</summary>
    public long Handled => Interlocked.Read(ref _handled);

    /// <summary>How long all of them took together, waiting included.</summary>
    public long HandlingNanoseconds => Interlocked.Read(ref _handlingNanoseconds);

    /// <summary>Counts a frame that arrived and was decoded, and the time in between.</summary>
    public void CountHandled(long nanoseconds)
    {
        Interlocked.Increment(ref _handled);
        Interlocked.Add(ref _handlingNanoseconds, nanoseconds);
    }

    /// <summary>Counts decoded frames and the time they took.</summary>
    public void CountDecoded(int frames, long nanoseconds)
    {
        Interlocked.Add(ref _decoded, frames);
        Interlocked.Add(ref _decodeNanoseconds, nanoseconds);
    }

    /// <summary>Counts a frame that reached the wall.</summary>
    public void CountShown() => Interlocked.Increment(ref _shown);

    /// <summary>Counts frames that did not.</summary>
    public void CountDropped(long frames) => Interlocked.Add(ref _dropped, frames);

    /// <summary>Counts a damaged packet.</summary>
    public void CountError() => Interlocked.Increment(ref _errors);
}
