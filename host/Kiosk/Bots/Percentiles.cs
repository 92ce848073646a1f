namespace ConfEngine.Kiosk.Bots;

/// <summary>What a number of measurements come to.</summary>
/// <param name="Count">How many there were; with none the others are 0.</param>
/// <param name="P50">Half of them are not above it.</param>
/// <param name="P95">95 of 100 are not above it.</param>
/// <param name="Most">The largest.</param>
internal sealed record Percentiles(int Count, double P50, double P95, double Most)
{
    /// <summary>By the nearest rank: every figure is one that was measured.</summary>
    public static Percentiles Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? new Percentiles(0, 0, 0, 0) : new Percentiles(sorted.Count, At(0.50), At(0.95), sorted[^1]);

        double At(double part) => sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
