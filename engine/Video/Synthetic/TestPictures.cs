using ConfEngine.Core.Media;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Video.Decode;

namespace ConfEngine.Video.Synthetic;

/// <summary>The endless pictures behind <c>test:</c>.</summary>
internal sealed class TestPictures : IPictureReader
{
    private readonly TestPicture _options;
    private readonly bool _dropWhenLate;
    private readonly StreamStatistics _statistics;
    private readonly ParticipantPainter _painter;
    private readonly CodecRoundTrip? _codec;
    private readonly DecodedFrame _drawn = new();
    private long _next;

    /// <summary>Prepares the parts that stay the same.</summary>
    /// <exception cref="MediaException">The options are out of range, or FFmpeg lacks the encoder.</exception>
    public TestPictures(TestPicture options, bool dropWhenLate, StreamStatistics statistics)
    {
        Check(options);
        _options = options;
        _dropWhenLate = dropWhenLate;
        _statistics = statistics;
        _painter = new ParticipantPainter(options);
        if (options.Codec != TestCodec.None) _codec = new CodecRoundTrip(options);
    }

    /// <inheritdoc/>
    public string Codec => _codec?.Codec ?? "raw";

    /// <inheritdoc/>
    public MediaTime? Duration => null;

    /// <inheritdoc/>
    public MediaTime LastsUntil => MediaTime.FromUnits(_next, _options.FrameRate);

    /// <inheritdoc/>
    public PictureResult Read(DecodedFrame frame, MediaTime due)
    {
        SkipWhenLate(due);
        if (_codec is null)
        {
            Draw(frame, _next++);
            return PictureResult.Picture;
        }

        Draw(_drawn, _next);
        var hasPicture = _codec.Pass(_drawn, _next++, frame);
        return hasPicture ? PictureResult.Picture : PictureResult.Nothing;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _codec?.Dispose();
        _drawn.Dispose();
    }

    private static void Check(TestPicture options)
    {
        if (options.Width is < 16 or > 4096 || options.Height is < 16 or > 4096 || ((options.Width | options.Height) & 1) != 0)
            throw new MediaException($"test: cannot draw {options.Width}x{options.Height}: use even sizes from 16x16 to 4096x4096");
        if (options.FrameRate is < 1 or > 240) throw new MediaException($"test: cannot draw {options.FrameRate} pictures a second: use 1 to 240");
        if (options.Digits is { Length: not 10 }) throw new ArgumentException("ten digits are needed", nameof(options));
    }

    // As a camera does: what could not be taken in time is never taken. A quarter of a second passes for jitter.
    private void SkipWhenLate(MediaTime due)
    {
        var behind = due.ToUnits(_options.FrameRate) - _next;
        if (!_dropWhenLate || behind <= _options.FrameRate / 4) return;
        _statistics.CountDropped(behind);
        _next += behind;
    }

    private void Draw(DecodedFrame frame, long number)
    {
        frame.Allocate(PixelLayout.I420, _options.Width, _options.Height);
        frame.Color = ColorDescription.Canvas;
        frame.PixelAspect = 1;
        frame.Pts = MediaTime.FromUnits(number, _options.FrameRate);
        _painter.Paint(frame, number);
    }
}
