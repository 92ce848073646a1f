using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;
using ConfEngine.PluginHost.Life;

namespace ConfEngine.PluginHost;

/// <summary>Puts the host together from its real parts.</summary>
internal static class PluginHostWiring
{
    /// <summary>The parts: folders, processes and load contexts, files, the thread pool.</summary>
    public static PluginHostParts Make(PluginSystemOptions options)
    {
        PluginRoot[] own = options.BuiltInFolder is { } builtIn ? [new PluginRoot(builtIn, BuiltIn: true)] : [];
        return new PluginHostParts
        {
            Agenda = new Agenda(options.Clock, options.OnFault),
            Packages = new FolderPackages([.. own, .. options.Folders.Select(folder => new PluginRoot(folder, BuiltIn: false))], options.DataFolder),
            Channels = new ChannelFactory(options.RunnerPath, options.Clock),
            Records = new PluginRecords(options.DataFolder),
            Blocking = new PooledWork(),
            Options = options,
        };
    }
}
