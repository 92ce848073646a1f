namespace ConfEngine.TestKit.Media;

/// <summary>Code values of eight bits.</summary>
public static class SampleCode
{
    /// <summary>The one next to a computed value.</summary>
    public static byte Nearest(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
