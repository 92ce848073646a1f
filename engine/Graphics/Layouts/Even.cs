namespace ConfEngine.Graphics.Layouts;

/// <summary>Even numbers. A canvas in I420 has one chroma sample for 2 × 2 pixels: tiles on even coordinates never share one.</summary>
internal static class Even
{
    /// <summary>The next even number at or below a number that is not negative.</summary>
    public static int Down(int value) => value & ~1;

    /// <summary>The next even number at or below, for fractions.</summary>
    public static int Down(double value) => (int)(value / 2) * 2;

    /// <summary>The nearest even number.</summary>
    public static int Nearest(double value) => (int)Math.Round(value / 2, MidpointRounding.AwayFromZero) * 2;
}
