namespace ConfEngine.Conference.Quality;

/// <summary>What was measured on a participant's connection since the report before.</summary>
/// <param name="RoundTripMilliseconds">There and back, 0 and up.</param>
/// <param name="Loss">Part of the packets lost, 0 to 1, of the worse direction.</param>
public readonly record struct LinkFigures(double RoundTripMilliseconds, double Loss)
{
    /// <summary>True for numbers that can be: finite and in range.</summary>
    public bool IsPlausible => double.IsFinite(RoundTripMilliseconds) && RoundTripMilliseconds >= 0 && Loss is >= 0 and <= 1;

    /// <summary>The level of these figures. The vendor publishes no thresholds; ours follow what a conversation bears: ITU-T G.114 wants a
    /// one-way delay under 150 ms, and Opus with concealment hides up to about 5 % loss.</summary>
    public QualityLevel Level => (RoundTripMilliseconds, Loss) switch
    {
        (_, >= 0.99) => QualityLevel.Die,
        ( < 100, < 0.01) => QualityLevel.Excellent,
        ( < 200, < 0.03) => QualityLevel.Good,
        ( < 300, < 0.08) => QualityLevel.Medium,
        _ => QualityLevel.Bad,
    };
}
