using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Kiosk.Bots;

/// <summary>Counts what comes of one played stream, without decoding it. Written on the network thread, read from anywhere.</summary>
/// <param name="totals">Where the counts of all streams come together.</param>
/// <param name="height">How many lines of picture it asks for; 0 for sound only.</param>
/// <param name="clock">Says when it came.</param>
/// <param name="onFirst">Called once, on the network thread, when the first picture is complete, or the first sound where no pictures are asked for.</param>
internal sealed class StreamCounts(BotTotals totals, int height, IClock clock, Action<Instant> onFirst) : IStreamSink
{
    /// <summary>A longer wait for the next picture is seen as a jerk.</summary>
    public static readonly MediaTime LongestWait = MediaTime.FromMilliseconds(300);

    private Instant? _last;

    /// <inheritdoc/>
    public int WantedHeight => height;

    /// <inheritdoc/>
    public void OnVideo(EncodedFrame frame, VideoCodec codec, int quarterTurns)
    {
        totals.CountFrame(frame.Data.Length, frame.IsKeyFrame);
        Arrived(height > 0);
    }

    /// <inheritdoc/>
    public void OnAudio(ReadOnlySpan<byte> packet, MediaTime pts, Instant arrival)
    {
        totals.CountSound();
        Arrived(height == 0);
    }

    /// <inheritdoc/>
    public void OnClock(TrackKind kind, MediaTime captureAtZero)
    {
    }

    /// <inheritdoc/>
    public bool TakeKeyFrameWish() => false;

    private void Arrived(bool counts)
    {
        if (!counts) return;
        var now = clock.Now;
        if (_last is not { } before) onFirst(now);
        else if (now - before > LongestWait) totals.CountGap(now - before);
        _last = now;
    }
}
