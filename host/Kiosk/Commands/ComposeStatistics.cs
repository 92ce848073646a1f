using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Runtime;
using ConfEngine.Runtime.Outputs;
using ConfEngine.Runtime.Recording;

namespace ConfEngine.Kiosk.Commands;

/// <summary>The numbers of one offline run. Seconds are of this process; decode, compose and encode are time inside those parts, which run side by
/// side, so they do not add up to the wall time.</summary>
internal sealed record ComposeStatistics(
    long Frames,
    double WallSeconds,
    double CpuSeconds,
    double CpuSecondsPerOutputSecond,
    double DecodeSeconds,
    double ComposeSeconds,
    double EncodeSeconds,
    long FramesDecoded,
    long FramesDropped,
    long PeakRssBytes,
    string Compositor,
    int Width,
    int Height,
    int FrameRate)
{
    public static ComposeStatistics Measure(Engine engine, IRecorder? recorder, MediaTime wall)
    {
        var options = engine.Options;
        var frames = engine.ComposedFrames;
        var cpu = Environment.CpuUsage.TotalTime.TotalSeconds;
        return new ComposeStatistics(
            frames,
            wall.Seconds,
            cpu,
            cpu / Math.Max(1e-9, (double)frames / options.FrameRate),
            engine.Sources.Sum(source => source.Statistics.DecodeNanoseconds) * 1e-9,
            engine.FrameStatistics.Total(FramePhase.Compose) * 1e-9,
            (recorder?.EncodeNanoseconds ?? 0) * 1e-9,
            engine.Sources.Sum(source => source.Statistics.Decoded),
            engine.Sources.Sum(source => source.Statistics.Dropped),
            ProcessMemory.PeakRssBytes(),
            engine.Compositor.Name,
            options.Width,
            options.Height,
            options.FrameRate);
    }

    public void Write(string path) => OutputFiles.WriteText(path, "--stats", JsonSerializer.Serialize(this, StatisticsJson.Default.ComposeStatistics) + "\n");

    public string Summary(string output) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Frames} frames to {output} in {WallSeconds:0.00} s ({(double)Frames / FrameRate / Math.Max(1e-9, WallSeconds):0.0}x real time), {CpuSeconds:0.00} CPU-seconds, {PeakRssBytes / 1048576} MB");
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ComposeStatistics))]
internal sealed partial class StatisticsJson : JsonSerializerContext;
