using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConfEngine.PluginHost.Conformance;

namespace ConfEngine.Kiosk.Plugins;

/// <summary>What the commands print for programs to read.</summary>
internal static class PluginJson
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Plugins in the form of <c>plugin.list</c>, as far as they are known without a kiosk.</summary>
    public static void Write(TextWriter output, IReadOnlyList<PluginRow> rows) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            plugins = rows.Select(static row => new { row.Id, row.Version, row.Capabilities, row.State, row.Cause, row.Run, row.Pinned, row.BuiltIn }),
        }, s_options));

    /// <summary>A test's result.</summary>
    public static void Write(TextWriter output, ConformanceReport report) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            report.Id,
            report.Version,
            report.Capabilities,
            tier = Name(report.Tier.ToString()),
            report.Passed,
            rules = report.Outcomes.Select(static outcome => new
            {
                outcome.Id,
                tier = Name(outcome.Tier.ToString()),
                verdict = Name(outcome.Verdict.ToString()),
                outcome.Demand,
                outcome.Seen,
                outcome.Remedy,
            }),
        }, s_options));

    /// <summary>"NotApplicable" as "not-applicable".</summary>
    public static string Name(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
