using ConfEngine.Core.Media;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Video.Decode;
using ConfEngine.Video.Demux;
using ConfEngine.Video.Live;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Capture;

/// <summary>The pictures of a camera or a screen, decoded as they come. Positions count from the first one.</summary>
internal sealed unsafe class CapturePictures : ILivePictures
{
    private readonly string _display;
    private readonly StreamStatistics _statistics;
    private readonly CaptureThread _thread;
    private readonly IClock _clock;
    private readonly CodecBuffers _buffers;
    private readonly FrameShaper _shaper;
    private readonly TimeStampRepair _stamps = new();
    private readonly MediaTime _step;
    private VideoDecoder? _decoder;
    private AVRational _timeBase;
    private MediaTime? _origin;
    private Instant _arrival;
    private long _countedDrops;

    /// <summary>Starts to open the device, on a thread of its own.</summary>
    public CapturePictures(CaptureAddress address, IClock clock, Action? captured, StreamStatistics statistics)
    {
        _display = address.Display;
        _clock = clock;
        _statistics = statistics;
        _step = MediaTime.FromUnits(1, address.Rate);
        _buffers = new CodecBuffers(_display);
        _shaper = new FrameShaper(_display);
        _thread = new CaptureThread(address, clock, captured);
    }

    /// <inheritdoc/>
    public string Codec => _decoder?.Codec ?? "";

    /// <inheritdoc/>
    public MediaTime? Duration => null;

    /// <inheritdoc/>
    public MediaTime LastsUntil { get; private set; }

    /// <inheritdoc/>
    public bool IsPressed => _thread.Count > 1;

    /// <inheritdoc/>
    public MediaTime? OldestAge(Instant now) => _thread.OldestAge(now);

    /// <inheritdoc/>
    public PictureResult Read(DecodedFrame frame, MediaTime due)
    {
        CountDrops();
        while (true)
        {
            switch (_decoder?.Receive(_buffers.Frame) ?? DecodeResult.NeedsInput)
            {
                case DecodeResult.Done:
                    Deliver(frame);
                    return PictureResult.Picture;
                case DecodeResult.NeedsInput:
                    if (!Feed()) return PictureResult.Nothing;
                    break;
                default:
                    _statistics.CountError();
                    return PictureResult.Nothing;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _thread.Dispose();
        _decoder?.Dispose();
        _shaper.Dispose();
        _buffers.Dispose();
    }

    private void CountDrops()
    {
        var dropped = _thread.Dropped;
        if (dropped == _countedDrops) return;
        _statistics.CountDropped(dropped - _countedDrops);
        _countedDrops = dropped;
    }

    private bool Feed()
    {
        if (!_thread.TryTake(_buffers.Packet, out _arrival))
            return _thread.Fault is { } fault ? throw new MediaException(fault) : false;
        if (_decoder is null)
        {
            var parameters = _thread.Parameters(out _timeBase);
            _decoder = new VideoDecoder(parameters, _timeBase, _display);
        }

        if (_decoder.Send(_buffers.Packet) == DecodeResult.Damaged) _statistics.CountError();
        ffmpeg.av_packet_unref(_buffers.Packet);
        return true;
    }

    private void Deliver(DecodedFrame frame)
    {
        var stamp = _buffers.Frame->best_effort_timestamp;
        MediaTime? at = stamp == ffmpeg.AV_NOPTS_VALUE ? null : MediaDemuxer.ToTime(stamp, _timeBase);
        _origin ??= at;
        _shaper.Shape(_buffers.Frame, frame);
        frame.Pts = LastsUntil = _stamps.Next(at - _origin, _step, null);
        frame.Arrival = _arrival;
        _statistics.CountHandled((_clock.Now - _arrival).Nanoseconds);
    }
}
