using ConfEngine.Core.Media;

namespace ConfEngine.Graphics.Scenes;

/// <summary>What a layer draws.</summary>
public enum LayerKind : byte
{
    /// <summary>Nothing; the value of an unused slot.</summary>
    None,

    /// <summary>A decoded picture, scaled.</summary>
    Video,

    /// <summary>A rectangle of one colour, filled or outlined.</summary>
    Fill,

    /// <summary>An <see cref="BitmapFormat.Alpha8"/> bitmap, coloured, pixel for pixel.</summary>
    Mask,

    /// <summary>A <see cref="BitmapFormat.Bgra32"/> bitmap, pixel for pixel.</summary>
    Bitmap,
}

/// <summary>One thing placed on the canvas. Two equal layers give the same pixels: compositors compare them to find what to draw again.</summary>
public readonly record struct Layer
{
    private Layer(LayerKind kind, Rect bounds)
    {
        Kind = kind;
        Bounds = bounds;
    }

    /// <summary>What is drawn.</summary>
    public LayerKind Kind { get; }

    /// <summary>Where, in canvas pixels. May reach over the canvas' edges.</summary>
    public Rect Bounds { get; }

    /// <summary>Video: the part of the picture that fills <see cref="Bounds"/>, in its pixels.</summary>
    public SourceRect Source { get; private init; }

    /// <summary>Video: the picture. Borrowed; valid while the scene is current.</summary>
    public VideoFrame? Frame { get; private init; }

    /// <summary>Mask, Bitmap: the pixels. Borrowed; valid while the scene is current.</summary>
    public Bitmap? Image { get; private init; }

    /// <summary><see cref="VideoFrame.Serial"/> or <see cref="Scenes.Bitmap.Serial"/> when the layer was made.</summary>
    public long Serial { get; private init; }

    /// <summary>Fill, Mask: the colour. Bitmap: only its alpha counts, as opacity.</summary>
    public Rgba Color { get; private init; }

    /// <summary>Video, Fill: radius of the rounded corners in pixels, 0 for square ones.</summary>
    public int CornerRadius { get; private init; }

    /// <summary>Fill: 0 for a filled shape, else the width of the outline, which lies inside <see cref="Bounds"/>.</summary>
    public int StrokeWidth { get; private init; }

    /// <summary>A picture (or part of one) scaled onto a rectangle.</summary>
    public static Layer Video(VideoFrame frame, SourceRect source, Rect bounds, int cornerRadius = 0) =>
        new(LayerKind.Video, bounds) { Frame = frame, Source = source, Serial = frame.Serial, CornerRadius = cornerRadius };

    /// <summary>A filled rectangle.</summary>
    public static Layer Fill(Rect bounds, Rgba color, int cornerRadius = 0) =>
        new(LayerKind.Fill, bounds) { Color = color, CornerRadius = cornerRadius };

    /// <summary>An outline just inside a rectangle.</summary>
    public static Layer Outline(Rect bounds, Rgba color, int strokeWidth, int cornerRadius = 0) =>
        new(LayerKind.Fill, bounds) { Color = color, StrokeWidth = strokeWidth, CornerRadius = cornerRadius };

    /// <summary>A text or icon at its own size, in one colour.</summary>
    public static Layer Mask(Bitmap mask, int x, int y, Rgba color) =>
        new(LayerKind.Mask, new Rect(x, y, mask.Width, mask.Height)) { Image = mask, Serial = mask.Serial, Color = color };

    /// <summary>A colour bitmap at its own size.</summary>
    public static Layer Picture(Bitmap image, int x, int y, byte opacity = 255) =>
        new(LayerKind.Bitmap, new Rect(x, y, image.Width, image.Height)) { Image = image, Serial = image.Serial, Color = Rgba.White.WithAlpha(opacity) };
}
