using System.Diagnostics.CodeAnalysis;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.PluginHost.Life;

/// <summary>What the operator has decided about plugins, as it lies on the disk. Blocks; any thread, one at a time for each plugin.</summary>
internal interface IPluginRecords
{
    /// <summary>The digest that is pinned; null for none.</summary>
    string? PinOf(string id);

    /// <summary>Trusts exactly these files from now on.</summary>
    void Pin(string id, string digest);

    /// <summary>Reads settings and secrets and checks them.</summary>
    bool TryLoadSettings(PluginManifest manifest, [NotNullWhen(true)] out PluginSettings? settings, out string field, out string error);

    /// <summary>Sets one setting; null takes it away. Throws <see cref="Contract.Errors.ContractException"/> with <c>bad-settings</c>.</summary>
    void SetSetting(PluginManifest manifest, string name, string? value);

    /// <summary>Whether it has been switched off.</summary>
    bool IsDisabled(string id);

    /// <summary>Switches it off or on.</summary>
    void SetDisabled(string id, bool isDisabled);

    /// <summary>The folder that is the plugin's own; made when it is missing.</summary>
    string DataFolderOf(string id);

    /// <summary>Which plugin the operator has chosen for each capability.</summary>
    IReadOnlyDictionary<string, string> LoadChoices();

    /// <summary>Remembers those.</summary>
    void SaveChoices(IReadOnlyDictionary<string, string> choices);
}
