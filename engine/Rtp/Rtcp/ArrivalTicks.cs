using ConfEngine.Core.Time;

namespace ConfEngine.Rtp.Rtcp;

/// <summary>Arrival times in the unit of transport-wide feedback, 250 µs (draft-holmer-rmcat-transport-wide-cc-extensions-01,
/// 3.1.5).</summary>
public static class ArrivalTicks
{
    /// <summary>In a list of arrivals: the packet has not come.</summary>
    public const long Missing = long.MinValue;

    /// <summary>Ticks in the unit of the reference time, 64 ms.</summary>
    internal const int PerReference = 256;

    private const long Nanoseconds = 250_000;

    /// <summary>The tick that <paramref name="at"/> falls into.</summary>
    public static long From(Instant at) => Math.DivRem(at.Nanoseconds, Nanoseconds) is var (ticks, rest) && rest < 0 ? ticks - 1 : ticks;

    /// <summary>The time from tick 0.</summary>
    public static MediaTime ToTime(long ticks) => new(ticks * Nanoseconds);
}
