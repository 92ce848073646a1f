namespace ConfEngine.Graphics.Wall;

/// <summary>The icons as distances: how far a point of the unit square is outside (positive) or inside (negative) of the shape. Distances give
/// clean edges at every size, without a picture file.</summary>
internal static class IconShapes
{
    public static double Distance(IconKind kind, double x, double y) => kind switch
    {
        IconKind.MicrophoneOff => MicrophoneOff(x, y),
        IconKind.Person => Person(x, y),
        IconKind.Warning => Warning(x, y),
        IconKind.Hand => Hand(x, y),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static double MicrophoneOff(double x, double y)
    {
        var body = Stroke(x, y, 0.5, 0.24, 0.5, 0.46, 0.14);
        var holder = Math.Max(Math.Abs(Disc(x, y, 0.5, 0.46, 0.26)) - 0.04, 0.46 - y);
        var stand = Math.Min(Stroke(x, y, 0.5, 0.74, 0.5, 0.88, 0.04), Stroke(x, y, 0.36, 0.9, 0.64, 0.9, 0.04));
        var microphone = Math.Min(body, Math.Min(holder, stand));
        var slash = Stroke(x, y, 0.16, 0.12, 0.84, 0.88, 0.045);
        // The stroke needs air around it, or both become one blot at small sizes.
        return Math.Min(slash, Math.Max(microphone, 0.06 - slash));
    }

    private static double Person(double x, double y) =>
        Math.Min(Disc(x, y, 0.5, 0.33, 0.19), Math.Max(Disc(x, y, 0.5, 0.96, 0.38), y - 0.86));

    private static double Warning(double x, double y)
    {
        // The lines from (0.5, 0.12) down to (0.1, 0.86) and (0.9, 0.86).
        var slant = (Math.Abs(x - 0.5) * 0.74 - (y - 0.12) * 0.4) / Math.Sqrt(0.74 * 0.74 + 0.4 * 0.4);
        var triangle = Math.Max(slant, y - 0.86);
        var mark = Math.Min(Stroke(x, y, 0.5, 0.4, 0.5, 0.6, 0.045), Disc(x, y, 0.5, 0.75, 0.055));
        return Math.Max(triangle, -mark);
    }

    private static double Hand(double x, double y)
    {
        var fingers = Math.Min(
            Math.Min(Stroke(x, y, 0.36, 0.24, 0.4, 0.6, 0.055), Stroke(x, y, 0.5, 0.14, 0.5, 0.6, 0.055)),
            Math.Min(Stroke(x, y, 0.64, 0.2, 0.61, 0.6, 0.055), Stroke(x, y, 0.77, 0.34, 0.7, 0.62, 0.05)));
        var palm = Math.Min(Stroke(x, y, 0.46, 0.66, 0.6, 0.66, 0.18), Disc(x, y, 0.54, 0.74, 0.19));
        var thumb = Stroke(x, y, 0.2, 0.56, 0.4, 0.76, 0.055);
        return Math.Min(fingers, Math.Min(palm, thumb));
    }

    private static double Disc(double x, double y, double centreX, double centreY, double radius) =>
        Math.Sqrt((x - centreX) * (x - centreX) + (y - centreY) * (y - centreY)) - radius;

    // A line with round ends.
    private static double Stroke(double x, double y, double fromX, double fromY, double toX, double toY, double radius)
    {
        var (alongX, alongY) = (toX - fromX, toY - fromY);
        var part = Math.Clamp(((x - fromX) * alongX + (y - fromY) * alongY) / (alongX * alongX + alongY * alongY), 0, 1);
        return Disc(x, y, fromX + part * alongX, fromY + part * alongY, radius);
    }
}
