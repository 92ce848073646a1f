using ConfEngine.Contract;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;

namespace ConfEngine.PluginHost.Life;

/// <summary>The rules of the handshake, in sentences for people.</summary>
internal static class Greeting
{
    /// <summary>Whether both sides speak one version of the contract.</summary>
    /// <param name="name">The plugin with its version.</param>
    /// <param name="theirs">What it speaks.</param>
    /// <param name="hostVersion">The host's version.</param>
    /// <param name="agreed">The version to use.</param>
    /// <returns>What is wrong; null for nothing.</returns>
    public static string? CheckContract(string name, ContractVersion theirs, string hostVersion, out int agreed)
    {
        var ours = ContractVersion.Supported;
        if (ours.TryAgree(theirs, out agreed)) return null;
        if (theirs.Floor > theirs.Ceiling) return $"{name} says that it speaks contract {theirs.Floor} to {theirs.Ceiling}, which is no range; its author must put that right";
        return theirs.Floor > ours.Ceiling
            ? $"{name} is too new: it needs contract {theirs}, and this ConfEngine {hostVersion} speaks {ours}; update ConfEngine, or install an older version of the plugin"
            : $"{name} is too old: it speaks contract {theirs}, and this ConfEngine {hostVersion} speaks {ours}; install a newer version of the plugin";
    }

    /// <summary>Whether a plugin is who its manifest says.</summary>
    /// <returns>What is wrong; null for nothing.</returns>
    public static string? CheckIdentity(PluginManifest manifest, HelloResponse hello)
    {
        if (hello.PluginId != manifest.Id) return Differs("id", hello.PluginId, manifest.Id);
        if (hello.PluginVersion != manifest.Version) return Differs("version", hello.PluginVersion, manifest.Version);
        return hello.Capabilities.Order(StringComparer.Ordinal).SequenceEqual(manifest.Capabilities.Order(StringComparer.Ordinal))
            ? null
            : Differs("capabilities", string.Join(", ", hello.Capabilities), string.Join(", ", manifest.Capabilities));
    }

    private static string Differs(string what, string own, string manifest) =>
        $"the plugin gives its {what} as \"{own}\", its {PluginManifest.FileName} as \"{manifest}\"; make them the same";
}
