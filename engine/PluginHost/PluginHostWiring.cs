using ConfEngine.PluginHost.Life;

namespace ConfEngine.PluginHost;

/// <summary>Puts the host together.</summary>
internal static class PluginHostWiring
{
    /// <summary>The parts of the real host.</summary>
    public static PluginHostParts Make(PluginSystemOptions options) => throw new InvalidOperationException($"no parts for {options.DataFolder}");
}
