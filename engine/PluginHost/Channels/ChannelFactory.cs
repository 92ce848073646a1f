using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Discovery;
using ConfEngine.PluginHost.Loading;
using ConfEngine.PluginHost.Processes;

namespace ConfEngine.PluginHost.Channels;

/// <summary>Starts plugins as they are to be run.</summary>
/// <param name="runnerPath">The program that hosts a .NET plugin in a process of its own.</param>
/// <param name="clock">For the log's limit.</param>
internal sealed class ChannelFactory(string runnerPath, IClock clock) : IChannelFactory
{
    private const int DefaultMemoryMb = 256;

    /// <inheritdoc/>
    public IPluginChannel Open(PluginPackage package, RunMode run, PluginLimits limits)
    {
        if (run == RunMode.InProcess) return InProcessChannel.Open(package, limits);
        // What is said now is a refusal with its remedy; said by the process, it would be a plugin that does not start.
        if (run == RunMode.Child && package.Manifest.Assembly is { } assembly) PluginRequirements.Check(Path.Combine(package.RunFolder, assembly), assembly);
        var memoryMb = limits.MemoryMb > 0 ? limits.MemoryMb : DefaultMemoryMb;
        var process = PluginProcess.Start(PluginCommand.Find(package, run, runnerPath), package.RunFolder, memoryMb);
        return new ChildChannel(process, package.Manifest.Id, memoryMb, clock);
    }
}
