using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConfEngine.Core.Time;
using ConfEngine.Runtime;
using ConfEngine.Runtime.Outputs;
using ConfEngine.Runtime.Recording;
using ConfEngine.Kiosk.Rooms;

namespace ConfEngine.Kiosk.Commands;

/// <summary>The numbers of one live run.</summary>
internal sealed record KioskStatistics(
    long Frames,
    long Lagged,
    long Unchanged,
    double P50Milliseconds,
    double P95Milliseconds,
    double P99Milliseconds,
    long FramesShown,
    long FramesDropped,
    long RecordingDropped,
    double CpuSeconds,
    double FirstFrameSeconds,
    long RssBytes,
    long PeakRssBytes,
    string Compositor,
    RoomStatistics? Room)
{
    public static KioskStatistics Measure(Engine engine, IRecorder? recorder, KioskRoom? room, IClock clock)
    {
        var (p50, p95, p99) = engine.FrameStatistics.WorkPercentiles();
        return new KioskStatistics(
            engine.ComposedFrames,
            engine.FrameStatistics.Lagged,
            engine.FrameStatistics.Unchanged,
            p50 * 1e-6,
            p95 * 1e-6,
            p99 * 1e-6,
            engine.Sources.Sum(source => source.Statistics.Shown),
            engine.Sources.Sum(source => source.Statistics.Dropped),
            recorder?.Dropped ?? 0,
            Environment.CpuUsage.TotalTime.TotalSeconds,
            engine.FirstFrameAt is { } at ? ProcessAge.Seconds(clock) - (clock.Now - at).Seconds : 0,
            ProcessMemory.RssBytes(),
            ProcessMemory.PeakRssBytes(),
            engine.Compositor.Name,
            room?.Measure());
    }

    public void Write(string path) => OutputFiles.WriteText(path, "--stats", JsonSerializer.Serialize(this, KioskStatisticsJson.Default.KioskStatistics) + "\n");

    public string Summary() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Frames} frames, {Lagged} lagged, {Unchanged} unchanged; work per frame {P50Milliseconds:0.0} ms (p95 {P95Milliseconds:0.0}, p99 {P99Milliseconds:0.0}); {CpuSeconds:0.0} CPU-seconds, {PeakRssBytes / 1048576} MB at most.");
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KioskStatistics))]
internal sealed partial class KioskStatisticsJson : JsonSerializerContext;
