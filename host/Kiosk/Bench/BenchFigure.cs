using System.Text.Json.Serialization;

namespace ConfEngine.Kiosk.Bench;

/// <summary>The figures of one case. All in CPU-seconds for each second of output; "steady" is without the start-up: the long run less the short one.</summary>
internal sealed record BenchFigure(string Suite, string Case, int Sources, double Total, double Steady, double RealTimeFactor, double? PeerTotal, double? PeerSteady, double? PeerRealTimeFactor)
{
    /// <summary>How many times the peer's steady cost is ours; null without a peer.</summary>
    public double? Ratio => PeerSteady / Steady;

    /// <summary>Streams that one CPU-second serves for a second.</summary>
    public double StreamSecondsPerCpuSecond => Sources / Steady;
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<BenchFigure>))]
internal sealed partial class BenchJson : JsonSerializerContext;
