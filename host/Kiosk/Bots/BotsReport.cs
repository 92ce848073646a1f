using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Outputs;

namespace ConfEngine.Kiosk.Bots;

/// <summary>Bots that were not let in, for one reason.</summary>
internal sealed record BotRefusal(string Reason, int Count);

/// <summary>What a run of the bots came to.</summary>
/// <param name="Count">Bots that were sent.</param>
/// <param name="GotIn">Bots that were in the room at least once.</param>
/// <param name="Refusals">Why the others were not.</param>
/// <param name="ThrownOut">Times that a bot lost its place and had to come back.</param>
/// <param name="JoinMilliseconds">From the start of the login to the first complete picture of another.</param>
/// <param name="JoinToAllMilliseconds">The same to the first complete picture of everybody who was there.</param>
/// <param name="Frames">Complete pictures received, all bots together.</param>
/// <param name="Sounds">Packets of sound received.</param>
/// <param name="Gaps">Waits of more than 300 ms for the next picture of a stream.</param>
/// <param name="LongestGapMilliseconds">The longest of them.</param>
/// <param name="PacketsReceived">RTP packets received, retransmissions included.</param>
/// <param name="PacketsLost">RTP packets that did not come at first.</param>
/// <param name="PacketsRecovered">Those that came when they were asked for again.</param>
/// <param name="DatagramsDropped">Datagrams that the simulated network threw away, both ways.</param>
/// <param name="FilmsDropped">Pictures and sounds of our own that were not sent, for the node was behind.</param>
/// <param name="Seconds">From start to end.</param>
/// <param name="CpuSeconds">Of this process, the films' encoding included.</param>
internal sealed record BotsReport(
    int Count, int GotIn, IReadOnlyList<BotRefusal> Refusals, long ThrownOut, Percentiles JoinMilliseconds, Percentiles JoinToAllMilliseconds,
    long Frames, long Sounds, long Gaps, double LongestGapMilliseconds, long PacketsReceived, long PacketsLost, long PacketsRecovered,
    long DatagramsDropped, long FilmsDropped, double Seconds, double CpuSeconds)
{
    public static BotsReport Make(BotsRequest request, IReadOnlyList<Bot> bots, BotTotals totals, BotNetwork network, MediaTime length) => new(
        request.Count,
        bots.Count(bot => bot.WasIn),
        [.. bots.Where(bot => !bot.WasIn).GroupBy(bot => bot.Failure ?? "the run ended first").Select(group => new BotRefusal(group.Key, group.Count()))],
        totals.ThrownOut,
        Percentiles.Of(totals.Joins.Select(join => join.FirstSeconds * 1000).OfType<double>()),
        Percentiles.Of(totals.Joins.Select(join => join.AllSeconds * 1000).OfType<double>()),
        totals.Frames,
        totals.Sounds,
        totals.Gaps,
        totals.LongestGap.Milliseconds,
        network.PacketsReceived,
        totals.Lost,
        totals.Recovered,
        network.DatagramsDropped,
        network.FilmsDropped,
        length.Seconds,
        Environment.CpuUsage.TotalTime.TotalSeconds);

    public void Write(string path) => OutputFiles.WriteText(path, "--json", JsonSerializer.Serialize(this, BotsReportJson.Default.BotsReport) + "\n");

    /// <summary>For the end of the run.</summary>
    public IEnumerable<string> Lines()
    {
        yield return Text($"{GotIn} of {Count} bots got in{(ThrownOut > 0 ? $", {ThrownOut} times one lost its place" : "")}; {Seconds:0.0} s, {CpuSeconds:0.0} CPU-seconds of this process.");
        if (JoinMilliseconds.Count > 0)
            yield return Text($"Join to first picture: p50 {JoinMilliseconds.P50:0} ms, p95 {JoinMilliseconds.P95:0} ms; to everybody's: p50 {JoinToAllMilliseconds.P50:0} ms, p95 {JoinToAllMilliseconds.P95:0} ms ({JoinMilliseconds.Count} joins with company).");
        yield return Text($"Received {Frames} frames, {Sounds} packets of sound; {Gaps} gaps over 300 ms{(Gaps > 0 ? $", the longest {LongestGapMilliseconds:0} ms" : "")}.");
        yield return Text($"Packets: {PacketsReceived} received, {PacketsLost} lost, {PacketsRecovered} of them recovered; the simulated network dropped {DatagramsDropped} datagrams.");
        if (FilmsDropped > 0) yield return Text($"{FilmsDropped} pictures and sounds of the bots were not sent: this machine, or what was thought of the path, was too slow for them.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BotsReport))]
internal sealed partial class BotsReportJson : JsonSerializerContext;
