namespace ConfEngine.PluginHost.Discovery;

/// <summary>A plugin's settings as it gets them.</summary>
/// <param name="Settings">By name, those with a default included.</param>
/// <param name="Secrets">By name; never logged.</param>
internal sealed record PluginSettings(IReadOnlyDictionary<string, string> Settings, IReadOnlyDictionary<string, string> Secrets);
