using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;
using ConfEngine.Transport.Peers;

namespace ConfEngine.TestKit.Media;

/// <summary>Counts and remembers what a node hands to this program.</summary>
public sealed class CollectingSink : IStreamSink
{
    private bool _wish;

    /// <inheritdoc/>
    public int WantedHeight { get; set; } = 720;

    /// <summary>Every frame, in order.</summary>
    public List<SunkFrame> Frames { get; } = [];

    /// <summary>Every sound packet, in order of arrival.</summary>
    public List<(byte[] Bytes, MediaTime Pts)> Sound { get; } = [];

    /// <summary>The last clock of each track.</summary>
    public Dictionary<TrackKind, MediaTime> Clocks { get; } = [];

    /// <summary>Asks for a key frame.</summary>
    public void WishKeyFrame() => _wish = true;

    /// <inheritdoc/>
    public void OnVideo(EncodedFrame frame, VideoCodec codec, int quarterTurns) =>
        Frames.Add(new SunkFrame(frame.Data.Span.ToArray(), frame.IsKeyFrame, frame.Pts, codec, quarterTurns, frame.LastArrival));

    /// <inheritdoc/>
    public void OnAudio(ReadOnlySpan<byte> packet, MediaTime pts, Instant arrival) => Sound.Add((packet.ToArray(), pts));

    /// <inheritdoc/>
    public void OnClock(TrackKind kind, MediaTime captureAtZero) => Clocks[kind] = captureAtZero;

    /// <inheritdoc/>
    public bool TakeKeyFrameWish()
    {
        var wish = _wish;
        _wish = false;
        return wish;
    }
}

/// <summary>A frame that a <see cref="CollectingSink"/> got.</summary>
/// <param name="Bytes">The frame.</param>
/// <param name="IsKeyFrame">A decoder can start with it.</param>
/// <param name="Pts">Its position.</param>
/// <param name="Codec">Its codec.</param>
/// <param name="QuarterTurns">How it is to be turned.</param>
/// <param name="LastArrival">When its last packet came.</param>
public sealed record SunkFrame(byte[] Bytes, bool IsKeyFrame, MediaTime Pts, VideoCodec Codec, int QuarterTurns, Instant LastArrival);
