using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ConfEngine.Core.Time;

/// <summary>The operating system's clocks. The one file of the engine that reads them.</summary>
public sealed partial class SystemClock : IClock
{
    private const int Monotonic = 1;
    private const int AbsoluteTime = 1;
    private const int Interrupted = 4;

    /// <inheritdoc/>
    public Instant Now => new(ElapsedNanoseconds());

    /// <inheritdoc/>
    public DateTimeOffset WallNow => DateTimeOffset.Now;

    /// <summary>Sleeps by clock_nanosleep with an absolute deadline, so a late wake-up does not push the next one.</summary>
    public void WaitUntil(Instant deadline)
    {
        var request = new TimeSpec(deadline.Nanoseconds / 1_000_000_000, deadline.Nanoseconds % 1_000_000_000);
        while (Now < deadline && ClockNanosleep(Monotonic, AbsoluteTime, in request, 0) == Interrupted)
        {
        }
    }

    // Stopwatch is CLOCK_MONOTONIC in nanoseconds on Linux, the very clock that clock_nanosleep waits on.
    private static long ElapsedNanoseconds() =>
        Stopwatch.Frequency == 1_000_000_000
            ? Stopwatch.GetTimestamp()
            : (long)((Int128)Stopwatch.GetTimestamp() * 1_000_000_000 / Stopwatch.Frequency);

    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    private static partial int ClockNanosleep(int clock, int flags, in TimeSpec request, nint remaining);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TimeSpec(long Seconds, long Nanoseconds);
}
