namespace ConfEngine.PluginHost.Discovery;

/// <summary>A plugin's folder cannot be taken as it is. Its message is one line with the remedy.</summary>
internal sealed class FolderFault(string message) : Exception(message);
