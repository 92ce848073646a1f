namespace ConfEngine.PluginHost.Discovery;

/// <summary>Something in a manifest is wrong. Its message is one line that names the field and the remedy.</summary>
internal sealed class ManifestFault(string message) : Exception(message);
