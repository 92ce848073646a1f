namespace ConfEngine.Conference.Quality;

/// <summary>What was measured on one stream, where it is published or where it is played.</summary>
/// <param name="SourceFramesPerSecond">Captured, or received.</param>
/// <param name="CodecFramesPerSecond">Encoded, or decoded.</param>
/// <param name="SinkFramesPerSecond">Sent, or drawn.</param>
/// <param name="KilobitsPerSecond">Audio and video together.</param>
/// <param name="Link">Round trip and loss.</param>
public readonly record struct StreamFigures(
    double SourceFramesPerSecond, double CodecFramesPerSecond, double SinkFramesPerSecond, double KilobitsPerSecond, LinkFigures Link)
{
    /// <summary>True for numbers that can be: finite and in range.</summary>
    public bool IsPlausible => Link.IsPlausible
        && IsRate(SourceFramesPerSecond) && IsRate(CodecFramesPerSecond) && IsRate(SinkFramesPerSecond) && IsRate(KilobitsPerSecond);

    private static bool IsRate(double value) => double.IsFinite(value) && value >= 0;
}
