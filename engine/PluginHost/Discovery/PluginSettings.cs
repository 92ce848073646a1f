namespace ConfEngine.PluginHost.Discovery;

/// <summary>What a plugin is started with.</summary>
/// <param name="Settings">By name; those with a default are always there.</param>
/// <param name="Secrets">By name; never to be logged or shown.</param>
internal sealed record PluginSettings(IReadOnlyDictionary<string, string> Settings, IReadOnlyDictionary<string, string> Secrets)
{
    /// <summary>Names only.</summary>
    public override string ToString() => $"{Settings.Count} settings, {Secrets.Count} secrets";
}
