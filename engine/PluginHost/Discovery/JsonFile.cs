using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ConfEngine.PluginHost.Discovery;

/// <summary>A small JSON file of the host's own that people may edit.</summary>
internal static class JsonFile
{
    private const int MaxBytes = 4 << 20;
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };
    private static readonly JsonSerializerOptions s_pretty = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads an object of texts, numbers and flags; a missing file is an empty one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="values">What it holds, as text.</param>
    /// <param name="error">What is wrong with it and the remedy, in one line.</param>
    public static bool TryReadTexts(string path, out Dictionary<string, string> values, [NotNullWhen(false)] out string? error)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        values = texts;
        return TryRead(path, JsonValueKind.Object, root =>
        {
            foreach (var field in root.EnumerateObject())
                texts[field.Name] = SettingText.Of(field.Value) ?? throw new JsonException($"\"{OneLine.Of(field.Name, 60)}\" is neither text nor number nor flag");
        }, out error);
    }

    /// <summary>Reads a list of texts; a missing file is an empty one.</summary>
    public static bool TryReadList(string path, out List<string> values, [NotNullWhen(false)] out string? error)
    {
        var texts = new List<string>();
        values = texts;
        return TryRead(path, JsonValueKind.Array, root =>
        {
            foreach (var item in root.EnumerateArray()) texts.Add(SettingText.Of(item) ?? throw new JsonException("an item is no text"));
        }, out error);
    }

    /// <summary>Writes an object in ordinal order of its names, or a list.</summary>
    public static void Write(string path, object value) => PrivateFiles.Write(path, JsonSerializer.SerializeToUtf8Bytes(value, s_pretty));

    private static bool TryRead(string path, JsonValueKind kind, Action<JsonElement> take, [NotNullWhen(false)] out string? error)
    {
        error = null;
        try
        {
            if (!File.Exists(path)) return true;
            if (new FileInfo(path).Length > MaxBytes) throw new JsonException($"it is larger than {MaxBytes} bytes");
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), s_strict);
            if (document.RootElement.ValueKind != kind) throw new JsonException(kind == JsonValueKind.Object ? "it must be an object in { }" : "it must be a list in [ ]");
            take(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            error = $"{path} cannot be read ({OneLine.Of(e.Message)}): correct it, or remove it to start anew";
        }

        return error is null;
    }
}
