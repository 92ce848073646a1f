using System.Text;
using System.Text.Json;

namespace ConfEngine.Control.JsonRpc;

/// <summary>A call's parameters, read by name. Every reader throws an <see cref="RpcException"/> that names the field and what it takes.</summary>
public readonly struct RpcParams
{
    private readonly JsonElement _object;
    private readonly string[]? _names;
    private readonly string _prefix;

    private RpcParams(JsonElement value, string[]? names, string prefix) => (_object, _names, _prefix) = (value, names, prefix);

    /// <summary>Binds what was sent to the names the method knows; an array is bound by position.</summary>
    internal static RpcParams Bind(JsonElement? sent, string[] names)
    {
        if (sent is not { } value) return new RpcParams(default, names, "");
        if (value.ValueKind == JsonValueKind.Array)
        {
            if (value.GetArrayLength() > names.Length)
                throw RpcException.InvalidParams($"[{names.Length}]", $"the method takes at most {names.Length} parameters, {value.GetArrayLength()} were sent");
            return new RpcParams(value, names, "");
        }

        foreach (var property in value.EnumerateObject())
            if (Array.IndexOf(names, property.Name) < 0)
                throw RpcException.InvalidParams(Clip(property.Name), $"the method knows no parameter '{Clip(property.Name)}', but: {string.Join(", ", names)}");
        return new RpcParams(value, names, "");
    }

    /// <summary>True when the parameter was sent and is not null.</summary>
    public bool Has(string name) => TryGet(name, out _);

    /// <summary>A string of <paramref name="minBytes"/> to <paramref name="maxBytes"/> bytes of UTF-8.</summary>
    public string Text(string name, int maxBytes, int minBytes = 1) =>
        TextOrNull(name, maxBytes, minBytes) ?? throw Wrong(name, $"is missing: a string of {minBytes} to {maxBytes} bytes");

    /// <summary>Like <see cref="Text"/>, null when it was not sent.</summary>
    public string? TextOrNull(string name, int maxBytes, int minBytes = 1)
    {
        if (!TryGet(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = value.GetString()!;
            var bytes = Encoding.UTF8.GetByteCount(text);
            if (bytes >= minBytes && bytes <= maxBytes) return text;
        }

        throw Wrong(name, $"is a string of {minBytes} to {maxBytes} bytes");
    }

    /// <summary>A whole number in a range, both ends included.</summary>
    public long Integer(string name, long min, long max) =>
        IntegerOrNull(name, min, max) ?? throw Wrong(name, $"is missing: a whole number from {min} to {max}");

    /// <summary>Like <see cref="Integer"/>, null when it was not sent.</summary>
    public long? IntegerOrNull(string name, long min, long max)
    {
        if (!TryGet(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= min && number <= max) return number;
        throw Wrong(name, $"is a whole number from {min} to {max}");
    }

    /// <summary>A number in a range, both ends included; null when it was not sent.</summary>
    public double? NumberOrNull(string name, double min, double max)
    {
        if (!TryGet(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= min && number <= max) return number;
        throw Wrong(name, string.Create(null, $"is a number from {min} to {max}"));
    }

    /// <summary>True or false; null when it was not sent.</summary>
    public bool? FlagOrNull(string name)
    {
        if (!TryGet(name, out var value)) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        throw Wrong(name, "is true or false");
    }

    /// <summary>True or false.</summary>
    public bool Flag(string name) => FlagOrNull(name) ?? throw Wrong(name, "is missing: true or false");

    /// <summary>One of several words; null when it was not sent.</summary>
    public string? ChoiceOrNull(string name, params ReadOnlySpan<string> choices)
    {
        if (!TryGet(name, out var value)) return null;
        foreach (var choice in choices)
            if (value.ValueKind == JsonValueKind.String && value.ValueEquals(choice))
                return choice;
        throw Wrong(name, $"is one of: {string.Join(", ", choices!)}");
    }

    /// <summary>An array of strings, each of 1 to <paramref name="maxBytes"/> bytes; empty when it was not sent.</summary>
    public string[] Texts(string name, int maxCount, int maxBytes)
    {
        if (!TryGet(name, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > maxCount) throw Wrong(name, $"is an array of at most {maxCount} strings");
        var texts = new string[value.GetArrayLength()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = value[i].ValueKind == JsonValueKind.String ? value[i].GetString()! : "";
            if (texts[i].Length == 0 || Encoding.UTF8.GetByteCount(texts[i]) > maxBytes) throw Wrong($"{name}[{i}]", $"is a string of 1 to {maxBytes} bytes");
        }

        return texts;
    }

    /// <summary>An object of names that the caller chooses, each with a string; names and strings have 1 to <paramref name="maxBytes"/> bytes.
    /// Empty when it was not sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> NamedTexts(string name, int maxCount, int maxBytes)
    {
        if (!TryGet(name, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Object || value.GetPropertyCount() > maxCount) throw Wrong(name, $"is an object of at most {maxCount} strings");
        var texts = new List<KeyValuePair<string, string>>();
        foreach (var member in value.EnumerateObject())
        {
            var text = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : "";
            if (!Fits(member.Name, maxBytes) || !Fits(text, maxBytes)) throw Wrong($"{name}.{Clip(member.Name)}", $"is a name and a string of 1 to {maxBytes} bytes each");
            texts.Add(new(member.Name, text));
        }

        return texts;
    }

    /// <summary>A nested object, whose errors name the field with its path; null when it was not sent.</summary>
    public RpcParams? ObjectOrNull(string name)
    {
        if (!TryGet(name, out var value)) return null;
        if (value.ValueKind != JsonValueKind.Object) throw Wrong(name, "is an object");
        return new RpcParams(value, null, $"{_prefix}{name}.");
    }

    /// <summary>A nested object as a message of its own type, read by <paramref name="options"/>; null when it was not sent.</summary>
    public T? MessageOrNull<T>(string name, JsonSerializerOptions options)
        where T : class
    {
        if (!TryGet(name, out var value)) return null;
        if (value.ValueKind != JsonValueKind.Object) throw Wrong(name, "is an object");
        try
        {
            return value.Deserialize<T>(options);
        }
        catch (JsonException wrong)
        {
            throw Wrong(_prefix + name, wrong);
        }
    }

    /// <summary>What to throw for a message in which something is wrong; names the field with its path.</summary>
    public static RpcException Wrong(string name, JsonException wrong)
    {
        // "$.attendees[0].role": the message's own root is the parameter.
        var path = wrong.Path is { Length: > 1 } inner ? name + Clip(inner[1..]) : name;
        var isUnknown = wrong.Message.Contains("could not be mapped", StringComparison.Ordinal);
        return RpcException.InvalidParams(path, isUnknown ? $"{path} is no field of {name}" : $"{path} has a value of the wrong type, or none that it may have");
    }

    private bool TryGet(string name, out JsonElement value)
    {
        value = default;
        if (_names is not null && Array.IndexOf(_names, name) < 0)
            throw new InvalidOperationException($"the method reads '{name}', which it was not registered with");
        if (_object.ValueKind == JsonValueKind.Array)
        {
            var position = Array.IndexOf(_names!, name);
            if (position < _object.GetArrayLength()) value = _object[position];
        }
        else if (_object.ValueKind == JsonValueKind.Object)
        {
            _object.TryGetProperty(name, out value);
        }

        return value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);
    }

    private static bool Fits(string text, int maxBytes) => text.Length > 0 && Encoding.UTF8.GetByteCount(text) <= maxBytes;

    private RpcException Wrong(string name, string rule) => RpcException.InvalidParams(_prefix + name, $"{_prefix}{name} {rule}");

    private static string Clip(string text) => RpcText.Clip(text);
}
