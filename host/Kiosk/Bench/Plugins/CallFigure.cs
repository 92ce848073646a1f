using System.Text.Json.Serialization;

namespace ConfEngine.Kiosk.Bench.Plugins;

/// <summary>Round trips of one way to reach a plugin.</summary>
/// <param name="Way">What was called, and how it runs.</param>
/// <param name="Method">The method.</param>
/// <param name="P50Us">Half of the calls took no longer, in microseconds; one call at a time.</param>
/// <param name="P99Us">All but one in a hundred took no longer.</param>
/// <param name="CallsPerSecond">With 32 callers at once.</param>
/// <param name="BytesPerCall">Bytes allocated in this process for a call, one at a time.</param>
/// <param name="Note">Why there are no figures; empty when there are.</param>
internal sealed record CallFigure(string Way, string Method, double P50Us, double P99Us, double CallsPerSecond, double BytesPerCall, string Note = "");

/// <summary>Writing and reading one message, with MessagePack and with System.Text.Json.</summary>
/// <param name="Message">Which.</param>
/// <param name="Format">In which format.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="WriteMegabytes">Megabytes written a second.</param>
/// <param name="ReadMegabytes">Megabytes read a second.</param>
/// <param name="WriteNs">Nanoseconds to write one.</param>
/// <param name="ReadNs">Nanoseconds to read one.</param>
/// <param name="WriteAllocated">Bytes allocated to write one into a buffer that is there.</param>
/// <param name="ReadAllocated">Bytes allocated to read one.</param>
internal sealed record CodecFigure(
    string Message, string Format, int Bytes, double WriteMegabytes, double ReadMegabytes, double WriteNs, double ReadNs, double WriteAllocated, double ReadAllocated);

/// <summary>The wall without and with a plugin that misbehaves beside it.</summary>
/// <param name="Beside">What ran beside it.</param>
/// <param name="Frames">Frames shown.</param>
/// <param name="Lagged">Frames that came too late.</param>
/// <param name="P99Ms">Work of a frame: all but one in a hundred took no longer.</param>
internal sealed record WallFigure(string Beside, long Frames, long Lagged, double P99Ms);

/// <summary>All figures of <c>bench plugins</c>.</summary>
internal sealed record PluginFigureSet(IReadOnlyList<CallFigure> Calls, IReadOnlyList<CodecFigure> Codecs, IReadOnlyList<WallFigure> Wall);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PluginFigureSet))]
internal sealed partial class PluginFigureJson : JsonSerializerContext;
