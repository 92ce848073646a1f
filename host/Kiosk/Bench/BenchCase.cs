using System.Globalization;

namespace ConfEngine.Kiosk.Bench;

/// <summary>One row of the table: the same work for us and for the peer, in a long and a short run.</summary>
/// <param name="Suite">"compose" or "audio".</param>
/// <param name="Name">As in the peers' tables: "16x360p", or the number of sound sources.</param>
/// <param name="Sources">How many streams.</param>
/// <param name="LongSeconds">Seconds of output of the long run.</param>
/// <param name="ShortSeconds">Seconds of output of the short run.</param>
/// <param name="Ours">Arguments of this program, for a run of so many seconds.</param>
/// <param name="Peer">Arguments of ffmpeg for the same.</param>
internal sealed record BenchCase(
    string Suite, string Name, int Sources, double LongSeconds, double ShortSeconds, Func<double, IEnumerable<string>> Ours, Func<double, IEnumerable<string>> Peer)
{
    private static readonly (int Count, int Lines)[] s_walls = [(1, 720), (4, 720), (9, 360), (16, 360), (25, 180), (49, 180), (16, 720)];
    private static readonly int[] s_mixes = [2, 10, 50, 200];

    /// <summary>Every case of the named suites.</summary>
    public static IEnumerable<BenchCase> All(IReadOnlyList<string> suites, BenchMedia media)
    {
        if (suites.Contains("compose"))
        {
            foreach (var (count, lines) in s_walls) yield return Wall(count, lines, media.Video(lines));
        }

        if (suites.Contains("audio"))
        {
            foreach (var count in s_mixes) yield return Mix(count, media);
        }
    }

    private static BenchCase Wall(int count, int lines, string file) => new(
        "compose",
        $"{count}x{lines}p",
        count,
        10,
        1,
        seconds =>
        [
            "compose", .. Repeated(count, "--source", file), "--size", "1920x1080", "--fps", "30", "--duration", Number(seconds), "--pixel-format", "bgra",
            "--no-decorations", "--no-audio", "--out", "null:",
        ],
        seconds => FFmpegWall(count, file, (int)(seconds * 30)));

    private static BenchCase Mix(int count, BenchMedia media)
    {
        return new BenchCase(
            "audio",
            count.ToString(CultureInfo.InvariantCulture),
            count,
            30,
            1,
            seconds => ["compose", .. Repeated(count, "--source", File(seconds)), "--no-video", "--out", "null:"],
            seconds =>
            [
                .. FFmpegStart, .. Enumerable.Repeat(new[] { "-c:a", "opus", "-i", File(seconds) }, count).SelectMany(part => part),
                "-filter_complex", string.Concat(Enumerable.Range(0, count).Select(i => $"[{i}:a]")) + $"amix=inputs={count}:normalize=0[o]", "-map", "[o]", "-f", "null", "-",
            ]);

        string File(double seconds) => seconds > 1 ? media.LongSound : media.ShortSound;
    }

    private static string[] FFmpegStart => ["-nostdin", "-hide_banner", "-loglevel", "error"];

    // The fastest peer that gives RGB: xstack, one thread a decoder, bilinear, BGRA out.
    private static IEnumerable<string> FFmpegWall(int count, string file, int frames)
    {
        var columns = (int)Math.Ceiling(Math.Sqrt(count));
        var (width, height) = ((1920 / columns) & ~1, (1080 / columns) & ~1);
        var graph = string.Join(';', Enumerable.Range(0, count).Select(i => $"[{i}:v]scale={width}:{height}:flags=bilinear[{(count > 1 ? $"v{i}" : "o")}]"));
        if (count > 1)
        {
            var layout = string.Join('|', Enumerable.Range(0, count).Select(i => $"{i % columns * width}_{i / columns * height}"));
            graph += ";" + string.Concat(Enumerable.Range(0, count).Select(i => $"[v{i}]")) + $"xstack=inputs={count}:layout={layout}:fill=black[o]";
        }

        return
        [
            .. FFmpegStart, .. Repeated(count, "-threads", "1", "-i", file), "-filter_complex", graph + ";[o]format=bgra[p]", "-map", "[p]",
            "-frames:v", frames.ToString(CultureInfo.InvariantCulture), "-f", "null", "-",
        ];
    }

    private static IEnumerable<string> Repeated(int count, params string[] parts) => Enumerable.Repeat(parts, count).SelectMany(part => part);

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
