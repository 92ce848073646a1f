using System.Globalization;
using System.Text.Json;
using ConfEngine.Contract.Manifest;

namespace ConfEngine.PluginHost.Discovery;

/// <summary>The value of a setting as text, and whether it may be.</summary>
internal static class SettingText
{
    /// <summary>The longest value in characters.</summary>
    public const int MostCharacters = 4096;

    /// <summary>The text of a JSON value: of a text itself, of numbers and flags as they are written; null for anything else.</summary>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>What is wrong with a value, to follow the setting's name: "is "9": at most 5 is allowed"; null when nothing is. A secret is never quoted.</summary>
    public static string? Fault(SettingSpec spec, string value)
    {
        if (value.Length > MostCharacters) return $"has {value.Length} characters: at most {MostCharacters} are allowed";
        if (value.Contains('\0')) return "holds a null character: remove it";
        var quoted = $"is \"{OneLine.Of(value, 60)}\"";
        return spec.Type switch
        {
            SettingType.Flag when value is not ("true" or "false") => $"{quoted}: it must be true or false",
            SettingType.Choice when !spec.Choices.Contains(value) => $"{quoted}: it must be one of {OneLine.Of(string.Join(", ", spec.Choices), 200)}",
            SettingType.Number => NumberFault(spec, value, quoted),
            _ => null,
        };
    }

    private static string? NumberFault(SettingSpec spec, string value, string quoted)
    {
        const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(value, Decimal, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return $"{quoted}: it must be a number such as 5 or 2.5";
        if (number < spec.Min) return string.Create(CultureInfo.InvariantCulture, $"{quoted}: at least {spec.Min} is allowed");
        return number > spec.Max ? string.Create(CultureInfo.InvariantCulture, $"{quoted}: at most {spec.Max} is allowed") : null;
    }
}
