using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.PluginHost.Channels;

/// <summary>Starts plugins.</summary>
internal interface IChannelFactory
{
    /// <summary>Loads a plugin or starts its process. Blocks for tens of milliseconds, and for as long as a .NET plugin's constructor takes (at most its time to start).
    /// Nothing is received before <see cref="IPluginChannel.Start"/>.</summary>
    /// <param name="package">What to run; <see cref="PluginPackage.RunFolder"/> is where it runs.</param>
    /// <param name="run">How; the manifest's way, or <see cref="RunMode.Child"/> for a .NET plugin that hung in-process.</param>
    /// <param name="limits">The limits in force: memory and time to start count here.</param>
    /// <exception cref="PluginStartException">It cannot be started.</exception>
    IPluginChannel Open(PluginPackage package, RunMode run, PluginLimits limits);
}
