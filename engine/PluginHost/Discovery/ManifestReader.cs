using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using ConfEngine.Contract;
using ConfEngine.Contract.Manifest;

namespace ConfEngine.PluginHost.Discovery;

/// <summary>Reads <c>plugin.json</c>, strictly: what it does not know is a mistake of the author's, who wants to hear of it.</summary>
internal static partial class ManifestReader
{
    /// <summary>The largest manifest in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    private const int MaxDepth = 8;

    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth };

    private static readonly string[] s_fields =
        ["id", "name", "version", "contract", "capabilities", "run", "assembly", "command", "settings", "limits"];

    /// <summary>Reads a manifest, whatever its bytes are.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="manifest">What it says.</param>
    /// <param name="error">The first mistake: one line that names the field and the remedy.</param>
    public static bool TryRead(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out PluginManifest? manifest, [NotNullWhen(false)] out string? error)
    {
        manifest = null;
        error = null;
        try
        {
            manifest = Read(bytes);
        }
        catch (ManifestFault fault)
        {
            error = $"{PluginManifest.FileName}: {fault.Message}";
        }
        catch (JsonException fault)
        {
            error = $"{PluginManifest.FileName} is not JSON: {OneLine.Of(fault.Message, 300)}";
        }
        catch (InvalidOperationException fault)
        {
            // Half of a surrogate pair in an escape: valid JSON, and no text.
            error = $"{PluginManifest.FileName} holds an escape that is no character: {OneLine.Of(fault.Message, 300)}";
        }

        return error is null;
    }

    private static PluginManifest Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxBytes) throw new ManifestFault($"{bytes.Length} bytes: at most {MaxBytes} are allowed");
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (!Utf8.IsValid(bytes.Span)) throw new ManifestFault("its bytes are not UTF-8: save it as UTF-8");
        using var document = JsonDocument.Parse(bytes, s_strict);
        var fields = new ManifestFields(document.RootElement, "", s_fields);
        var run = ManifestFields.WordOf(fields.NeedText("run", 20, "\"child\""), fields.Name("run"),
            ("in-process", RunMode.InProcess), ("child", RunMode.Child), ("executable", RunMode.Executable));
        return new PluginManifest
        {
            Id = ReadId(fields),
            Name = fields.NeedText("name", 100, "\"Acme bookings\""),
            Version = ReadVersion(fields),
            Contract = ReadContract(fields),
            Capabilities = ReadCapabilities(fields),
            Run = run,
            Assembly = ReadAssembly(fields, run),
            Command = ReadCommand(fields, run),
            Settings = SettingSpecs.Read(fields),
            Limits = ManifestLimits.Read(fields),
        };
    }

    private static string ReadId(ManifestFields fields)
    {
        var id = fields.NeedText("id", 200, "\"acme.booking\"");
        return IdPattern().IsMatch(id) ? id : throw new ManifestFault($"{fields.Name("id")} is \"{OneLine.Of(id, 80)}\": use 2 to 63 of a-z, 0-9, dot and dash, a letter or digit first");
    }

    private static string ReadVersion(ManifestFields fields)
    {
        var version = fields.NeedText("version", 60, "\"1.0.0\"");
        return VersionPattern().IsMatch(version) ? version : throw new ManifestFault($"{fields.Name("version")} is \"{version}\": write three numbers with dots, such as 1.0.0 or 1.2.0-beta");
    }

    private static ContractVersion ReadContract(ManifestFields fields)
    {
        const string Example = """{ "from": 1, "to": 1 }""";
        var contract = new ManifestFields(fields.Need("contract", Example), "contract", "from", "to");
        var from = ManifestFields.IntegerOf(contract.Need("from", "1"), contract.Name("from"), 1, 1000);
        var to = ManifestFields.IntegerOf(contract.Need("to", "1"), contract.Name("to"), 1, 1000);
        return from <= to ? new ContractVersion(from, to) : throw new ManifestFault($"{contract.Name("from")} is {from} and above {contract.Name("to")}, which is {to}: exchange them");
    }

    private static IReadOnlyList<string> ReadCapabilities(ManifestFields fields)
    {
        fields.Need("capabilities", """["booking"]""");
        var capabilities = fields.Texts("capabilities", 16, 60);
        if (capabilities.Count == 0) throw new ManifestFault($"{fields.Name("capabilities")} is empty: name at least one of {string.Join(", ", Capabilities.All)}");
        foreach (var capability in capabilities)
            if (!Capabilities.All.Contains(capability))
                throw new ManifestFault($"{fields.Name("capabilities")}: unknown capability \"{capability}\"{NearestWord.Hint(capability, Capabilities.All)}");
        return capabilities.Distinct().Count() == capabilities.Count ? capabilities : throw new ManifestFault($"{fields.Name("capabilities")} names one twice: once is enough");
    }

    private static string? ReadAssembly(ManifestFields fields, RunMode run)
    {
        if (run == RunMode.Executable)
            return fields.Has("assembly", out _) ? throw new ManifestFault($"{fields.Name("assembly")} is for .NET plugins: remove it, or set \"run\" to \"child\" or \"in-process\"") : null;
        var assembly = fields.NeedText("assembly", 200, "\"Acme.dll\"");
        var isName = assembly.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && assembly.Length > 4 && assembly.AsSpan().IndexOfAny('/', '\\') < 0;
        return isName ? assembly : throw new ManifestFault($"{fields.Name("assembly")} is \"{assembly}\": it must be the name of a .dll file in the plugin's folder, without a path");
    }

    private static IReadOnlyList<string> ReadCommand(ManifestFields fields, RunMode run)
    {
        if (run != RunMode.Executable)
            return fields.Has("command", out _) ? throw new ManifestFault($"{fields.Name("command")} is for executables: remove it, or set \"run\" to \"executable\"") : [];
        fields.Need("command", """["node", "plugin.mjs"]""");
        var command = fields.Texts("command", 64, 1024);
        return command.Count > 0 && command[0].Length > 0 ? command : throw new ManifestFault($"{fields.Name("command")} names no program: write it such as [\"node\", \"plugin.mjs\"]");
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,62}\z")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}(-[0-9A-Za-z.-]{1,40})?\z")]
    private static partial Regex VersionPattern();
}
