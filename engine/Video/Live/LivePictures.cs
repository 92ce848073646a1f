using ConfEngine.Core.Media;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Video.Decode;
using ConfEngine.Video.Demux;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Live;

/// <summary>The pictures of a feed: decoded as they come, one in, one out. Whatever is damaged is counted, and everything up to the next key
/// frame left out: a picture with errors in it is worse than the last good one.</summary>
/// <param name="feed">Where the frames come from.</param>
/// <param name="display">How messages name the source.</param>
/// <param name="clock">Measures how long frames take from feed to picture.</param>
/// <param name="statistics">Gets damage, losses and times.</param>
internal sealed unsafe class LivePictures(EncodedVideoFeed feed, string display, IClock clock, StreamStatistics statistics) : ILivePictures
{
    private readonly CodecBuffers _buffers = new(display);
    private readonly FrameShaper _shaper = new(display);
    private readonly FrameTags _tags = new();
    private LiveFrame _next = new();
    private VideoDecoder? _decoder;
    private LiveCodec _codec;
    private int _quarterTurns;
    private bool _isDraining;
    private long _countedDrops;

    /// <inheritdoc/>
    public string Codec => _decoder?.Codec ?? "";

    /// <inheritdoc/>
    public MediaTime? Duration => null;

    /// <inheritdoc/>
    public MediaTime LastsUntil { get; private set; }

    /// <inheritdoc/>
    public bool IsPressed => feed.Count >= EncodedVideoFeed.Capacity - 2 || feed.HasEnded;

    /// <inheritdoc/>
    public MediaTime? OldestAge(Instant now) => feed.OldestAge(now);

    /// <inheritdoc/>
    public PictureResult Read(DecodedFrame frame, MediaTime due)
    {
        CountDrops();
        // Ends with an empty decoder: what stayed inside would wait for the next frame.
        var fed = 0;
        while (true)
        {
            switch (_decoder?.Receive(_buffers.Frame) ?? DecodeResult.NeedsInput)
            {
                case DecodeResult.Done:
                    if (Deliver(frame)) return PictureResult.Picture;
                    break;
                case DecodeResult.NeedsInput:
                    if (fed++ == EncodedVideoFeed.Capacity) return PictureResult.Nothing;
                    if (!Feed()) return _isDraining ? PictureResult.End : PictureResult.Nothing;
                    break;
                case DecodeResult.End:
                    return PictureResult.End;
                default:
                    Lose();
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _decoder?.Dispose();
        _shaper.Dispose();
        _buffers.Dispose();
    }

    private static AVCodecID IdOf(LiveCodec codec) => codec switch
    {
        LiveCodec.Vp8 => AVCodecID.AV_CODEC_ID_VP8,
        LiveCodec.H264 => AVCodecID.AV_CODEC_ID_H264,
        LiveCodec.Vp9 => AVCodecID.AV_CODEC_ID_VP9,
        LiveCodec.Av1 => AVCodecID.AV_CODEC_ID_AV1,
        _ => throw new ArgumentOutOfRangeException(nameof(codec), codec, "not a codec"),
    };

    private static Orientation Turned(int quarterTurns) => quarterTurns switch
    {
        1 => new(true, true, false),
        2 => new(false, true, true),
        3 => new(true, false, true),
        _ => default,
    };

    private void CountDrops()
    {
        var dropped = feed.Dropped;
        if (dropped == _countedDrops) return;
        statistics.CountDropped(dropped - _countedDrops);
        _countedDrops = dropped;
    }

    // False when there is nothing to go on with.
    private bool Feed()
    {
        if (_isDraining) return false;
        switch (feed.Read(ref _next))
        {
            case DemuxResult.Packet:
                Send();
                return true;
            case DemuxResult.End:
                _isDraining = true;
                _decoder?.Send(null);
                return _decoder is not null;
            default:
                return false;
        }
    }

    private void Send()
    {
        if (_decoder is null || _next.Codec != _codec)
        {
            if (!_next.IsKeyFrame)
            {
                Lose();
                return;
            }

            Change(_next.Codec);
        }

        var data = _next.Data;
        FFmpegError.Check(ffmpeg.av_new_packet(_buffers.Packet, data.Length), display);
        data.CopyTo(new Span<byte>(_buffers.Packet->data, data.Length));
        _buffers.Packet->pts = _next.Tag.Pts.Nanoseconds;
        if (_next.IsKeyFrame) _buffers.Packet->flags |= ffmpeg.AV_PKT_FLAG_KEY;
        _tags.Add(_next.Tag);
        var result = _decoder!.Send(_buffers.Packet);
        ffmpeg.av_packet_unref(_buffers.Packet);
        if (result == DecodeResult.Damaged) Lose();
    }

    private void Change(LiveCodec codec)
    {
        _decoder?.Dispose();
        _decoder = null; // should the next line throw
        _decoder = new VideoDecoder(IdOf(codec), display);
        _codec = codec;
    }

    private void Lose()
    {
        statistics.CountError();
        ffmpeg.av_frame_unref(_buffers.Frame);
        // Flushing is not enough: FFmpeg's VP9 decoder can keep a damaged size and then refuse good key frames.
        _decoder?.Dispose();
        _decoder = null;
        if (!_isDraining) feed.DropToKeyFrame();
    }

    private bool Deliver(DecodedFrame frame)
    {
        var picture = _buffers.Frame;
        var tag = _tags.Find(picture->pts);
        if (picture->decode_error_flags != 0 || !CanShow(picture))
        {
            Lose();
            return false;
        }

        if (_quarterTurns != tag.QuarterTurns) _shaper.Orientation = Turned(_quarterTurns = tag.QuarterTurns);
        _shaper.Shape(picture, frame);
        frame.Pts = LastsUntil = tag.Pts;
        frame.Arrival = tag.Arrival;
        statistics.CountHandled((clock.Now - tag.Written).Nanoseconds);
        return true;
    }

    // What a sender puts into its stream must not be able to end it: it is damage like any other.
    private static bool CanShow(AVFrame* picture) =>
        PictureLimits.Allows(picture->width, picture->height) && picture->hw_frames_ctx is null;
}
