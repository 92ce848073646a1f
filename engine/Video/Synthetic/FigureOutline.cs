namespace ConfEngine.Video.Synthetic;

/// <summary>The shapes a figure is made of: which colour is where, and how much of the pixel it covers.</summary>
internal sealed class FigureOutline
{
    private static readonly (double Hue, double Saturation, double Value)[] s_skins =
        [(24, 0.42, 0.90), (22, 0.55, 0.62), (26, 0.33, 0.96), (20, 0.60, 0.42), (25, 0.48, 0.78)];

    private static readonly (double Hue, double Saturation, double Value)[] s_hairs =
        [(25, 0.60, 0.22), (30, 0.30, 0.10), (38, 0.55, 0.62), (15, 0.70, 0.36), (0, 0.02, 0.55)];

    private readonly double _unit;
    private readonly PaintColor _skin;
    private readonly PaintColor _neck;
    private readonly PaintColor _hair;
    private readonly PaintColor _clothes;
    private readonly PaintColor _fold;

    public FigureOutline(int height, double hue)
    {
        _unit = height;
        Height = height + height / 16 & ~1;
        Width = (int)(height * 0.96) & ~1;
        var pick = (int)Math.Abs(hue) / 7;
        var skin = s_skins[pick % s_skins.Length];
        var hair = s_hairs[pick / 2 % s_hairs.Length];
        _skin = PaintColor.FromHsv(skin.Hue, skin.Saturation, skin.Value);
        _neck = PaintColor.FromHsv(skin.Hue, skin.Saturation, skin.Value * 0.82);
        _hair = PaintColor.FromHsv(hair.Hue, hair.Saturation, hair.Value);
        _clothes = PaintColor.FromHsv(hue + 165, 0.50, 0.62);
        _fold = PaintColor.FromHsv(hue + 165, 0.55, 0.40);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Middle of the face in units of the picture's height, from the sprite's top left corner.</summary>
    public static (double X, double Y) Face => (0.48, 0.44);

    /// <summary>Colour and coverage (0..255) of the pixel around a point.</summary>
    public (PaintColor Color, byte Cover) At(double x, double y)
    {
        var (u, v) = (x / _unit - Face.X, y / _unit - Face.Y);
        var shoulders = Inside(u, v - 0.62, 0.44, 0.34);
        var neck = Inside(u, v - 0.17, 0.068, 0.135);
        var face = Inside(u, v, 0.135, 0.175);
        var hair = Inside(u, v + 0.045, 0.155, 0.175) * Above(v, -0.055 - 0.35 * u * u);
        var fringe = Math.Max(hair, face) * Above(v, -0.085 + 0.25 * u);
        var color = _clothes.Towards(_fold, Math.Clamp(Math.Abs(u) * 1.6 + (v - 0.3) * 0.6, 0, 1));
        color = color.Towards(_neck, neck);
        color = color.Towards(_skin, face);
        color = color.Towards(_hair, Math.Max(hair * (1 - face), fringe));
        return (color, (byte)Math.Round(255 * Math.Max(Math.Max(shoulders, neck), Math.Max(face, hair))));
    }

    // 1 above a line, 0 below, with a ramp of a pixel between.
    private double Above(double v, double line) => Math.Clamp((line - v) * _unit + 0.5, 0, 1);

    // 1 inside an ellipse, 0 outside, with a ramp of about a pixel between.
    private double Inside(double u, double v, double radiusX, double radiusY)
    {
        var distance = (1 - Math.Sqrt(u * u / (radiusX * radiusX) + v * v / (radiusY * radiusY))) * Math.Min(radiusX, radiusY) * _unit;
        return Math.Clamp(distance + 0.5, 0, 1);
    }
}
