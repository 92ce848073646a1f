using ConfEngine.Core.Media;
using ConfEngine.Core.Stats;
using ConfEngine.Graphics.Overlays;

namespace ConfEngine.Golden.Walls;

/// <summary>Figures for the overlay that are the same in every run: those of a quiet two-core machine, made up once.</summary>
internal static class FixedStatistics
{
    // Microseconds from Begin to Record.
    private static readonly int[] s_phases = [4, 6, 420, 90, 160, 3600, 1150, 0];

    /// <summary>Ten seconds of a wall at 30 frames a second with two slow frames.</summary>
    public static FrameStatistics Frames()
    {
        var frames = new FrameStatistics();
        for (var i = 0; i < 310; i++)
        {
            frames.BeginFrame();
            for (var phase = FramePhase.Begin; phase < FramePhase.Wait; phase++) frames.Add(phase, Microseconds(i, phase) * 1000L);
        }

        for (var i = 0; i < 41; i++) frames.CountUnchanged();
        return frames;
    }

    /// <summary>Streams of the demo wall's kind.</summary>
    public static List<StreamRow> Rows(IReadOnlyList<string> names)
    {
        var rows = new List<StreamRow>();
        for (var i = 0; i < names.Count; i++)
        {
            var statistics = new StreamStatistics
            {
                Codec = "h264", Width = 640, Height = 360, State = StreamState.Running, Queued = 2 + i % 2, AudioOffsetMilliseconds = i * 5 % 9 - 3,
            };
            if (i == 3) statistics.CountDropped(2);
            rows.Add(new StreamRow(names[i], statistics));
        }

        return rows;
    }

    /// <summary>Makes a stream one that failed before it had a picture.</summary>
    public static void Fail(StreamRow row, string cause)
    {
        var statistics = row.Statistics;
        (statistics.State, statistics.Cause, statistics.Codec) = (StreamState.Faulted, cause, "");
        (statistics.Width, statistics.Height, statistics.Queued, statistics.AudioOffsetMilliseconds) = (0, 0, 0, double.NaN);
    }

    /// <summary>Counts what a second brings.</summary>
    public static void PassSecond(IReadOnlyList<StreamRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var statistics = rows[i].Statistics;
            if (statistics.State != StreamState.Running) continue;
            statistics.CountDecoded(30, 30 * (880_000L + i * 7 % 5 * 60_000));
            for (var frame = 0; frame < 30; frame++) statistics.CountShown();
        }
    }

    private static int Microseconds(int frame, FramePhase phase)
    {
        // A different height for every frame without chance: 97 and 61 share no factor with each other or with the scale.
        var part = (frame * 97 + (int)phase * 61) % 100;
        var wave = 1 + 0.18 * Math.Sin(frame * 0.11) + (part - 50) * 0.003;
        var slow = phase == FramePhase.Compose && frame % 137 == 90 ? 3.6 : 1;
        return (int)(s_phases[(int)phase] * wave * slow);
    }
}
