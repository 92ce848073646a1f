using System.Text.Json;

namespace ConfEngine.PluginHost.Discovery;

/// <summary>The fields of one JSON object of a manifest. Every getter throws a <see cref="ManifestFault"/> that names the field.</summary>
internal readonly struct ManifestFields
{
    private readonly JsonElement _object;
    private readonly string _path;

    /// <summary>Checks that it is an object without fields that nobody knows.</summary>
    /// <param name="element">The value.</param>
    /// <param name="path">Its name for people, such as <c>limits</c>; empty for the whole.</param>
    /// <param name="known">The names of its fields.</param>
    public ManifestFields(JsonElement element, string path, params IReadOnlyCollection<string> known)
    {
        (_object, _path) = (element, path);
        if (element.ValueKind != JsonValueKind.Object) throw new ManifestFault($"{(path.Length == 0 ? "the whole" : Quote(path))} must be an object in {{ }}, not {Kind(element)}");
        foreach (var field in element.EnumerateObject())
            if (!known.Contains(field.Name))
                throw new ManifestFault($"unknown field {Name(OneLine.Of(field.Name, 60))}{NearestWord.Hint(field.Name, known)}");
    }

    /// <summary>The field's full name in quotes.</summary>
    public string Name(string field) => Quote(_path.Length == 0 ? field : $"{_path}.{field}");

    /// <summary>The field, unless it is missing or null.</summary>
    public bool Has(string field, out JsonElement value) => _object.TryGetProperty(field, out value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>The field.</summary>
    public JsonElement Need(string field, string example) =>
        Has(field, out var value) ? value : throw new ManifestFault($"{Name(field)} is missing: add it, such as \"{field}\": {example}");

    /// <summary>A text of one line; null when missing.</summary>
    public string? Text(string field, int most) => Has(field, out var value) ? TextOf(value, Name(field), most) : null;

    /// <summary>A text of one line that must be there and not be empty.</summary>
    public string NeedText(string field, int most, string example) =>
        TextOf(Need(field, example), Name(field), most) is { Length: > 0 } text ? text : throw new ManifestFault($"{Name(field)} is empty: write something such as {example}");

    /// <summary>A whole number; 0 when missing.</summary>
    public int Integer(string field, int least, int most) => Has(field, out var value) ? IntegerOf(value, Name(field), least, most) : 0;

    /// <summary>A number, perhaps with a fraction; null when missing.</summary>
    public double? Number(string field)
    {
        if (!Has(field, out var value)) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw new ManifestFault($"{Name(field)} must be a number, not {Kind(value)}");
    }

    /// <summary><c>true</c> or <c>false</c>; false when missing.</summary>
    public bool Flag(string field)
    {
        if (!Has(field, out var value)) return false;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.ValueKind == JsonValueKind.True
            : throw new ManifestFault($"{Name(field)} must be true or false, not {Kind(value)}");
    }

    /// <summary>A list of texts of one line each; empty when missing.</summary>
    public IReadOnlyList<string> Texts(string field, int mostItems, int mostCharacters)
    {
        var texts = new List<string>();
        foreach (var item in Items(field, mostItems)) texts.Add(TextOf(item, $"{Name(field)}, item {texts.Count + 1},", mostCharacters));
        return texts;
    }

    /// <summary>A list; empty when missing.</summary>
    public IEnumerable<JsonElement> Items(string field, int most)
    {
        if (!Has(field, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Array) throw new ManifestFault($"{Name(field)} must be a list in [ ], not {Kind(value)}");
        return value.GetArrayLength() <= most ? value.EnumerateArray() : throw new ManifestFault($"{Name(field)} has {value.GetArrayLength()} items: at most {most} are allowed");
    }

    /// <summary>Reads one of a few words.</summary>
    public static T WordOf<T>(string word, string name, params IReadOnlyList<(string Word, T Value)> words)
    {
        foreach (var (candidate, value) in words)
            if (candidate == word) return value;
        throw new ManifestFault($"{name} is \"{OneLine.Of(word, 60)}\": it must be {string.Join(" or ", words.Select(pair => $"\"{pair.Word}\""))}");
    }

    /// <summary>Reads a whole number.</summary>
    public static int IntegerOf(JsonElement value, string name, int least, int most)
    {
        if (value.ValueKind != JsonValueKind.Number) throw new ManifestFault($"{name} must be a whole number, not {Kind(value)}");
        return value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw new ManifestFault($"{name} is {OneLine.Of(value.GetRawText(), 30)}: it must be a whole number from {least} to {most}");
    }

    private static string TextOf(JsonElement value, string name, int most)
    {
        if (value.ValueKind != JsonValueKind.String) throw new ManifestFault($"{name} must be a text in quotes, not {Kind(value)}");
        var text = value.GetString()!;
        if (text.Length > most) throw new ManifestFault($"{name} has {text.Length} characters: at most {most} are allowed");
        return text.All(OneLine.IsHarmless) ? text : throw new ManifestFault($"{name} holds a line end or a control character: remove it");
    }

    private static string Quote(string name) => $"\"{name}\"";

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
