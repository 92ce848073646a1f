using System.Diagnostics.CodeAnalysis;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Manifest;

namespace ConfEngine.PluginHost.Discovery;

/// <summary>The plugins' settings: <c>settings/ID.json</c>, and apart from them <c>secrets/ID.json</c>. Any thread.</summary>
/// <param name="dataFolder">Where the two folders lie.</param>
internal sealed class SettingsStore(string dataFolder)
{
    private readonly Lock _gate = new();

    /// <summary>Reads and checks a plugin's settings. Values that the manifest does not know are left alone: another version may know them.</summary>
    /// <param name="manifest">Whose.</param>
    /// <param name="settings">All that is set, and the defaults of the rest.</param>
    /// <param name="field">The setting at fault; empty when it is the whole file.</param>
    /// <param name="error">What is wrong and the remedy, in one line; empty when nothing is.</param>
    public bool TryLoad(PluginManifest manifest, [NotNullWhen(true)] out PluginSettings? settings, out string field, out string error)
    {
        (settings, field) = (null, "");
        if (!TryRead(manifest.Id, out var plain, out var secrets, out var unreadable))
        {
            error = unreadable;
            return false;
        }

        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        var hidden = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var spec in manifest.Settings)
        {
            field = spec.Name;
            var isSecret = spec.Type == SettingType.Secret;
            if (isSecret && plain.ContainsKey(spec.Name))
                return Fail($"is a secret but stands in {PathOf("settings", manifest.Id)}: move it to {PathOf("secrets", manifest.Id)}", spec, out error);
            var value = (isSecret ? secrets : plain).GetValueOrDefault(spec.Name) ?? spec.Default;
            if (string.IsNullOrEmpty(value) && spec.Required) return Fail($"is not set: plugin {manifest.Id} cannot start without it; set it in {PathOf(isSecret ? "secrets" : "settings", manifest.Id)}", spec, out error);
            if (value is null) continue;
            if (SettingText.Fault(spec, value) is { } fault) return Fail(fault, spec, out error);
            (isSecret ? hidden : shown)[spec.Name] = value;
        }

        (settings, field, error) = (new PluginSettings(shown, hidden), "", "");
        return true;
    }

    /// <summary>Sets a value, or with null takes it back to the default.</summary>
    /// <exception cref="ContractException"><c>bad-settings</c>: the manifest does not allow it, or the file cannot be changed.</exception>
    public void Set(PluginManifest manifest, string name, string? value)
    {
        var spec = manifest.Settings.FirstOrDefault(candidate => candidate.Name == name)
            ?? throw Refusal($"{manifest.Id} has no setting \"{OneLine.Of(name, 60)}\"{NearestWord.Hint(name, [.. manifest.Settings.Select(known => known.Name)])}", name);
        if (value is not null && SettingText.Fault(spec, value) is { } fault) throw Refusal($"\"{name}\" {fault}", name);
        var path = PathOf(spec.Type == SettingType.Secret ? "secrets" : "settings", manifest.Id);
        lock (_gate)
        {
            if (!JsonFile.TryReadTexts(path, out var values, out var error)) throw Refusal(error, name);
            if (value is null) values.Remove(name);
            else values[name] = value;
            try
            {
                JsonFile.Write(path, new SortedDictionary<string, string>(values, StringComparer.Ordinal));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Refusal($"{path} cannot be written ({OneLine.Of(e.Message)}): check the folder's owner and the disk's space", name);
            }
        }
    }

    private static ContractException Refusal(string message, string field) => new(ErrorCodes.BadSettings, message, field);

    private static bool Fail(string what, SettingSpec spec, out string error)
    {
        error = $"\"{spec.Name}\" {what}";
        return false;
    }

    private bool TryRead(string id, out Dictionary<string, string> plain, out Dictionary<string, string> secrets, [NotNullWhen(false)] out string? error)
    {
        lock (_gate)
        {
            secrets = [];
            return JsonFile.TryReadTexts(PathOf("settings", id), out plain, out error) && JsonFile.TryReadTexts(PathOf("secrets", id), out secrets, out error);
        }
    }

    private string PathOf(string kind, string id) => Path.Combine(dataFolder, kind, id + ".json");
}
