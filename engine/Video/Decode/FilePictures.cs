using ConfEngine.Core.Media;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Video.Demux;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Decode;

/// <summary>The pictures of a container or a filter graph: demuxed, decoded, shaped.</summary>
internal sealed unsafe class FilePictures : IPictureReader
{
    // Longer than any group of pictures: a stream may lose one to damage and come back with the next.
    private const int MostFailures = 1000;
    private const int PacketsPerRead = 64;

    private readonly string _display;
    private readonly bool _loop;
    private readonly LatePolicy? _late;
    private readonly StreamStatistics _statistics;
    private readonly MediaDemuxer _demuxer;
    private readonly TimeStampRepair _stamps = new();
    private readonly FrameShaper _shaper;
    private readonly VideoDecoder _decoder;
    private readonly CodecBuffers _buffers;
    private readonly MediaTime _step;
    private MediaTime _last;
    private bool _isDraining;
    private int _failures;
    private long _roundPictures;
    private long _pending;
    private long _newestStamp = long.MinValue;
    private MediaTime _newestLength;

    /// <summary>Takes over a demuxer that has found a picture stream.</summary>
    /// <exception cref="MediaException">The stream cannot be decoded.</exception>
    public FilePictures(MediaDemuxer demuxer, string display, bool loop, bool dropWhenLate, StreamStatistics statistics)
    {
        _demuxer = demuxer;
        _display = display;
        _loop = loop;
        _late = dropWhenLate ? new LatePolicy() : null;
        _statistics = statistics;
        var stream = demuxer.Stream;
        if (stream->codecpar->width > 0 && stream->codecpar->height > 0)
            PictureLimits.Check(stream->codecpar->width, stream->codecpar->height, display);
        _decoder = new VideoDecoder(stream->codecpar, stream->time_base, display);
        _shaper = new FrameShaper(display) { Orientation = Orientation.Of(stream), PixelAspect = stream->sample_aspect_ratio };
        _step = StepOf(stream);
        _buffers = new CodecBuffers(display);
    }

    /// <inheritdoc/>
    public string Codec => _decoder.Codec;

    /// <inheritdoc/>
    public MediaTime? Duration => _demuxer.Duration;

    /// <inheritdoc/>
    public MediaTime LastsUntil => _last + (_newestLength > MediaTime.Zero ? _newestLength : _step);

    /// <inheritdoc/>
    public PictureResult Read(DecodedFrame frame, MediaTime due)
    {
        for (var i = 0; i < PacketsPerRead; i++)
        {
            switch (_decoder.Receive(_buffers.Frame))
            {
                case DecodeResult.Done:
                    Deliver(frame, due);
                    return PictureResult.Picture;
                case DecodeResult.NeedsInput:
                    Feed(due);
                    break;
                case DecodeResult.End:
                    if (!NextRound()) return PictureResult.End;
                    break;
                default:
                    CountFailure();
                    break;
            }
        }

        return PictureResult.Nothing;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _buffers.Dispose();
        _shaper.Dispose();
        _decoder.Dispose();
        _demuxer.Dispose();
    }

    private static MediaTime StepOf(AVStream* stream)
    {
        var rate = stream->avg_frame_rate is { num: > 0, den: > 0 } ? stream->avg_frame_rate : stream->r_frame_rate;
        var perSecond = rate is { num: > 0, den: > 0 } ? (double)rate.num / rate.den : 25;
        return MediaTime.FromSeconds(1 / Math.Clamp(perSecond, 0.1, 1000));
    }

    // FFmpeg refuses a size beyond its own limits without telling it.
    private string WhyNothingCame() => _demuxer.Stream->codecpar->width > 0
        ? "has no video frames"
        : $"has no video frames of a size that can be shown: at most {PictureLimits.LongestEdge}x{PictureLimits.LongestEdge} and 33 megapixels";

    private void Deliver(DecodedFrame frame, MediaTime due)
    {
        _failures = 0;
        _roundPictures++;
        _pending = Math.Max(0, _pending - 1);
        var pts = _stamps.Next(_demuxer.Position(_buffers.Frame->best_effort_timestamp), _step, _demuxer.RoundEnd);
        _shaper.Shape(_buffers.Frame, frame);
        frame.Pts = _last = pts;
        _late?.Observe(due, pts);
    }

    private void Feed(MediaTime due)
    {
        if (_isDraining) return;
        switch (_demuxer.Read(_buffers.Packet))
        {
            case DemuxResult.Packet:
                FollowPolicy();
                if (_late is { } late && !late.Admits((_buffers.Packet->flags & ffmpeg.AV_PKT_FLAG_KEY) != 0, _demuxer.Position(_buffers.Packet->pts), due))
                    _statistics.CountDropped(1);
                else Send();
                ffmpeg.av_packet_unref(_buffers.Packet);
                break;
            case DemuxResult.End:
                _isDraining = true;
                _decoder.Send(null);
                break;
        }
    }

    private void Send()
    {
        _pending++;
        NoteLength();
        if (_decoder.Send(_buffers.Packet) == DecodeResult.Damaged) CountFailure();
    }

    // Packets come in decoding order; the picture shown last is the one with the latest stamp.
    private void NoteLength()
    {
        if (_buffers.Packet->pts < _newestStamp) return;
        _newestStamp = _buffers.Packet->pts;
        _newestLength = _buffers.Packet->duration > 0 ? MediaDemuxer.ToTime(_buffers.Packet->duration, _demuxer.Stream->time_base) : MediaTime.Zero;
        if (_newestLength > TimeStampRepair.LargestStep) _newestLength = MediaTime.Zero;
    }

    private void FollowPolicy()
    {
        if (_late is null) return;
        if (_decoder.SkipsUnreferenced == _late.SkipsUnreferenced) return;
        // What went in and did not come out by the end of the skipping was skipped.
        if (_late.SkipsUnreferenced) _pending = 0;
        else _statistics.CountDropped(_pending);
        _decoder.SkipsUnreferenced = _late.SkipsUnreferenced;
    }

    private void CountFailure()
    {
        _statistics.CountError();
        _pending = Math.Max(0, _pending - 1);
        if (++_failures > MostFailures) throw new MediaException($"{_display}: the {Codec} data cannot be decoded");
    }

    private bool NextRound()
    {
        // A round without a picture would be followed by endless others.
        if (_roundPictures == 0) throw new MediaException($"{_display}: {WhyNothingCame()}");
        // A still picture is not decoded over and over: the one that is shown stays.
        if (!_loop || _roundPictures == 1) return false;
        _demuxer.Rewind(_last + _step);
        _decoder.Flush();
        _isDraining = false;
        _roundPictures = 0;
        _pending = 0;
        _newestStamp = long.MinValue;
        return true;
    }
}
