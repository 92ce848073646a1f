using System.Diagnostics.CodeAnalysis;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.PluginHost.Life;

/// <summary>The operator's decisions in the host's data folder.</summary>
/// <param name="dataFolder">The folder; made when it is missing.</param>
internal sealed class PluginRecords(string dataFolder) : IPluginRecords
{
    private readonly TrustList _trust = new(dataFolder);
    private readonly SettingsStore _settings = new(dataFolder);
    private readonly DisabledList _disabled = new(dataFolder);
    private readonly string _choices = Path.Combine(dataFolder, "active.json");

    /// <inheritdoc/>
    public string? PinOf(string id) => _trust.PinOf(id);

    /// <inheritdoc/>
    public void Pin(string id, string digest) => _trust.Pin(id, digest);

    /// <inheritdoc/>
    public bool TryLoadSettings(PluginManifest manifest, [NotNullWhen(true)] out PluginSettings? settings, out string field, out string error) =>
        _settings.TryLoad(manifest, out settings, out field, out error);

    /// <inheritdoc/>
    public void SetSetting(PluginManifest manifest, string name, string? value) => _settings.Set(manifest, name, value);

    /// <inheritdoc/>
    public bool IsDisabled(string id) => _disabled.Contains(id);

    /// <inheritdoc/>
    public void SetDisabled(string id, bool isDisabled)
    {
        if (isDisabled) _disabled.Add(id);
        else _disabled.Remove(id);
    }

    /// <inheritdoc/>
    public string DataFolderOf(string id)
    {
        var folder = Path.GetFullPath(Path.Combine(dataFolder, "state", id));
        PrivateFiles.MakeFolder(folder);
        return folder;
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> LoadChoices() =>
        JsonFile.TryReadTexts(_choices, out var choices, out var error) ? choices : throw new IOException(error);

    /// <inheritdoc/>
    public void SaveChoices(IReadOnlyDictionary<string, string> choices) => JsonFile.Write(_choices, new SortedDictionary<string, string>(choices.ToDictionary(), StringComparer.Ordinal));
}
