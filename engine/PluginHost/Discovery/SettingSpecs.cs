using System.Text.Json;
using System.Text.RegularExpressions;
using ConfEngine.Contract.Manifest;

namespace ConfEngine.PluginHost.Discovery;

/// <summary>Reads the manifest's <c>settings</c>.</summary>
internal static partial class SettingSpecs
{
    private const int MostSettings = 64;
    private static readonly string[] s_fields = ["name", "type", "required", "default", "choices", "description", "min", "max"];

    public static IReadOnlyList<SettingSpec> Read(ManifestFields manifest)
    {
        var specs = new List<SettingSpec>();
        foreach (var item in manifest.Items("settings", MostSettings))
        {
            var spec = ReadOne(item, specs.Count + 1);
            if (specs.Exists(other => other.Name == spec.Name)) throw new ManifestFault($"two settings have the name \"{spec.Name}\": rename one");
            specs.Add(spec);
        }

        return specs;
    }

    private static SettingSpec ReadOne(JsonElement item, int number)
    {
        var fields = new ManifestFields(item, $"settings[{number}]", s_fields);
        var name = fields.NeedText("name", 100, "\"url\"");
        if (!NamePattern().IsMatch(name)) throw new ManifestFault($"{fields.Name("name")} is \"{name}\": use 1 to 40 of a-z, 0-9 and underscore");
        // From here on the name says more than the number.
        fields = new ManifestFields(item, $"settings.{name}", s_fields);
        var type = ManifestFields.WordOf(fields.NeedText("type", 20, "\"text\""), fields.Name("type"),
            ("text", SettingType.Text), ("number", SettingType.Number), ("flag", SettingType.Flag), ("choice", SettingType.Choice), ("secret", SettingType.Secret));
        var spec = new SettingSpec
        {
            Name = name,
            Type = type,
            Required = fields.Flag("required"),
            Description = fields.Text("description", 300) ?? "",
            Choices = ReadChoices(fields, type),
            Min = ReadBound(fields, "min", type),
            Max = ReadBound(fields, "max", type),
        };
        return spec.Min > spec.Max
            ? throw new ManifestFault($"{fields.Name("min")} is above {fields.Name("max")}: exchange them")
            : spec with { Default = ReadDefault(fields, spec) };
    }

    private static IReadOnlyList<string> ReadChoices(ManifestFields fields, SettingType type)
    {
        if (type != SettingType.Choice)
            return fields.Has("choices", out _) ? throw new ManifestFault($"{fields.Name("choices")} is for settings of type \"choice\": remove it, or change the type") : [];
        var choices = fields.Texts("choices", 64, 200);
        if (choices.Count == 0 || choices.Contains("")) throw new ManifestFault($"{fields.Name("choices")} must list the allowed values, none of them empty");
        return choices.Distinct().Count() == choices.Count ? choices : throw new ManifestFault($"{fields.Name("choices")} names a value twice: once is enough");
    }

    private static double? ReadBound(ManifestFields fields, string bound, SettingType type) =>
        type == SettingType.Number || !fields.Has(bound, out _)
            ? fields.Number(bound)
            : throw new ManifestFault($"{fields.Name(bound)} is for settings of type \"number\": remove it, or change the type");

    private static string? ReadDefault(ManifestFields fields, SettingSpec spec)
    {
        if (!fields.Has("default", out var value)) return null;
        if (spec.Type == SettingType.Secret) throw new ManifestFault($"{fields.Name("default")}: a secret has none, for everybody could read it; remove it");
        if (SettingText.Of(value) is not { } text) throw new ManifestFault($"{fields.Name("default")} must be a text, a number, true or false");
        return SettingText.Fault(spec, text) is { } fault ? throw new ManifestFault($"{fields.Name("default")} {fault}") : text;
    }

    [GeneratedRegex(@"^[a-z0-9_]{1,40}\z")]
    private static partial Regex NamePattern();
}
