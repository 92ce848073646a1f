using ConfEngine.Core.Media;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Decode;

/// <summary>Makes a <see cref="DecodedFrame"/> of what the decoder hands out: by reference where the engine can draw it as it is,
/// else converted, and turned upright.</summary>
/// <param name="display">How messages name the source.</param>
internal sealed unsafe class FrameShaper(string display) : IDisposable
{
    private readonly FrameConverter _converter = new();
    private readonly DecodedFrame _unturned = new();
    private FrameShape _shape;

    /// <summary>How the stream's pictures have to be turned.</summary>
    public Orientation Orientation
    {
        get;
        set
        {
            field = value;
            _shape = default;
        }
    }

    /// <summary>The shape of a pixel as the container has it; the picture's own word counts first.</summary>
    public AVRational PixelAspect { get; set; }

    /// <summary>Fills <paramref name="frame"/>; <paramref name="picture"/> is empty or reusable afterwards.</summary>
    /// <exception cref="MediaException">The picture is too large or of a format that cannot be shown.</exception>
    public void Shape(AVFrame* picture, DecodedFrame frame)
    {
        PictureLimits.Check(picture->width, picture->height, display);
        var shape = ShapeOf((AVPixelFormat)picture->format);
        var color = FrameColor.Read(picture, shape);
        var aspect = Ratio(picture->sample_aspect_ratio) ?? Ratio(PixelAspect) ?? 1;
        if (Orientation.IsUpright)
        {
            Straight(picture, shape, color, frame);
        }
        else
        {
            Straight(picture, shape, color, _unturned);
            Turn(frame);
            _unturned.Recycle();
            color = color with { Siting = TurnedSiting(color.Siting) };
        }

        frame.Color = color;
        frame.PixelAspect = Orientation.IsTransposed ? 1 / aspect : aspect;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _converter.Dispose();
        _unturned.Dispose();
    }

    private static double? Ratio(AVRational ratio) => ratio is { num: > 0, den: > 0 } ? Math.Clamp((double)ratio.num / ratio.den, 0.05, 20) : null;

    private FrameShape ShapeOf(AVPixelFormat format)
    {
        if (_shape.Layout != PixelLayout.None && _shape.Format == format) return _shape;
        _shape = FrameShape.Of(format);
        // Turned 4:2:2 would be halved down instead of across, which no layout is.
        if (Orientation.IsTransposed && _shape.Layout == PixelLayout.I422) _shape = _shape with { Layout = PixelLayout.I420, IsDirect = false };
        return _shape;
    }

    private void Straight(AVFrame* picture, FrameShape shape, ColorDescription color, DecodedFrame frame)
    {
        if (shape.IsDirect)
        {
            frame.TakeReference(picture, shape.Layout);
            return;
        }

        frame.Allocate(shape.Layout, picture->width, picture->height);
        frame.Color = color;
        _converter.Convert(picture, color, shape.Target, frame);
    }

    private void Turn(DecodedFrame frame)
    {
        var (width, height) = Orientation.IsTransposed ? (_unturned.Height, _unturned.Width) : (_unturned.Width, _unturned.Height);
        frame.Allocate(_unturned.Layout, width, height);
        PlaneTurn.Turn(_unturned, frame, Orientation);
    }

    // Chroma that sat on the left or the top is elsewhere after a turn; the middle is the nearest place that has a name.
    private ChromaSiting TurnedSiting(ChromaSiting siting)
    {
        var stays = siting == ChromaSiting.Center || (siting == ChromaSiting.Left && this is { Orientation: { IsTransposed: false, FlipsX: false } });
        return stays ? siting : ChromaSiting.Center;
    }
}
