using FsCheck;
using FsCheck.Fluent;

namespace ConfEngine.Conference.Tests.Properties;

/// <summary>Makes histories up, and smaller ones out of those that went wrong.</summary>
internal static class Steps
{
    public static Arbitrary<Step[]> Histories { get; } = Arb.From(OneStep().ArrayOf(60), Shrink);

    private static Gen<Step> OneStep() =>
        from kind in Gen.Choose(0, Enum.GetValues<StepKind>().Length - 1)
        from who in Gen.Choose(0, 11)
        from what in Gen.Choose(0, 11)
        from delay in Gen.Frequency((10, Gen.Choose(0, 600)), (4, Gen.Choose(1000, 60_000)), (2, Gen.Choose(90_000, 110_000)), (1, Gen.Constant(1_500_000)))
        from silent in Gen.Choose(0, 5)
        select new Step(Weighted(kind, what), who, what, delay, silent == 0);

    // People come in and publish more often than anything else happens, or most histories would be about empty rooms.
    private static StepKind Weighted(int kind, int what) => what switch
    {
        0 or 1 or 2 => StepKind.Login,
        3 => StepKind.Publish,
        4 => StepKind.StreamStarted,
        5 when kind % 3 == 0 => StepKind.Remove,
        5 when kind % 3 == 1 => StepKind.Unblock,
        6 when kind % 3 == 0 => StepKind.WaitingRoom,
        6 when kind % 3 == 1 => StepKind.Admit,
        7 when kind % 2 == 0 => StepKind.Play,
        8 => kind % 2 == 0 ? StepKind.Publish : StepKind.StreamStarted,
        9 => kind % 2 == 0 ? StepKind.Drop : StepKind.Reconnect,
        _ => (StepKind)kind,
    };

    private static IEnumerable<Step[]> Shrink(Step[] steps)
    {
        for (var size = steps.Length / 2; size > 0; size /= 2)
            for (var at = 0; at + size <= steps.Length; at += size)
                yield return [.. steps[..at], .. steps[(at + size)..]];
        for (var i = 0; i < steps.Length; i++)
            if (steps[i].DelayMilliseconds > 0)
                yield return [.. steps[..i], steps[i] with { DelayMilliseconds = 0 }, .. steps[(i + 1)..]];
    }
}
