using System.Globalization;
using ConfEngine.Core.Time;

namespace ConfEngine.Kiosk.Bots;

/// <summary>How all bots do at one moment. Counts run from the start.</summary>
internal sealed record BotSample(
    MediaTime At, int In, int Joining, int Away, int Failed, long SentBitsPerSecond, long ReceivedBitsPerSecond,
    long Frames, long Lost, long Recovered, long Gaps, double RoundTripMilliseconds)
{
    /// <summary>The columns of the live table.</summary>
    public static readonly string[] Headings = ["time", "in", "joining", "away", "failed", "kbit/s up", "kbit/s down", "frames/s", "gaps", "lost", "recovered", "RTT ms"];

    /// <summary>A row of it.</summary>
    /// <param name="before">The sample before, for what is counted by the second.</param>
    public string[] Cells(BotSample? before)
    {
        var seconds = before is null ? 0 : (At - before.At).Seconds;
        var rate = seconds > 0 ? (Frames - before!.Frames) / seconds : 0;
        return
        [
            Text($"{At.Seconds:0} s"), Text($"{In}"), Text($"{Joining}"), Text($"{Away}"), Text($"{Failed}"), Text($"{SentBitsPerSecond / 1000}"),
            Text($"{ReceivedBitsPerSecond / 1000}"), Text($"{rate:0}"), Text($"{Gaps}"), Text($"{Lost}"), Text($"{Recovered}"), Text($"{RoundTripMilliseconds:0.0}"),
        ];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
