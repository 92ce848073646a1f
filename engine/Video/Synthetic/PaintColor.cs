using ConfEngine.Core.Media;

namespace ConfEngine.Video.Synthetic;

/// <summary>A colour in the code values of the synthetic pictures (<see cref="ColorDescription.Canvas"/>).</summary>
internal readonly record struct PaintColor(byte Y, byte U, byte V)
{
    /// <summary>White.</summary>
    public static PaintColor White => new(235, 128, 128);

    /// <summary>From hue in degrees, saturation and value in 0..1.</summary>
    public static PaintColor FromHsv(double hue, double saturation, double value)
    {
        var (y, u, v) = YuvMatrix.For(ColorDescription.Canvas).FromRgb(Channel(5), Channel(3), Channel(1));
        return new(Code(y), Code(u), Code(v));

        double Channel(double n)
        {
            var k = (n + (hue % 360 + 360) / 60) % 6;
            return 255 * (value - value * saturation * Math.Clamp(Math.Min(k, 4 - k), 0, 1));
        }
    }

    /// <summary>The colour <paramref name="part"/> of the way to <paramref name="other"/>.</summary>
    public PaintColor Towards(PaintColor other, double part) =>
        new(Code(Y + (other.Y - Y) * part), Code(U + (other.U - U) * part), Code(V + (other.V - V) * part));

    private static byte Code(double value) => (byte)Math.Clamp(Math.Round(value), 1, 254);
}
