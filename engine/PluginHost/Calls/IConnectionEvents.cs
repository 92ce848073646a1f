using ConfEngine.Contract.Handshake;
using ConfEngine.PluginHost.Channels;

namespace ConfEngine.PluginHost.Calls;

/// <summary>Told of what comes from a plugin besides answers. From the channel's thread, but for the end, which may come from any: quick work only.</summary>
internal interface IConnectionEvents
{
    /// <summary>A notice; its payload lives until the call returns. False when it is for nothing.</summary>
    bool OnNotice(string method, ReadOnlyMemory<byte> payload);

    /// <summary>A line for the log.</summary>
    void OnLog(LogLevel level, string line);

    /// <summary>No more calls are taken: the channel has ended, or the plugin does not behave. Once.</summary>
    void OnEnded(PluginConnection connection, ChannelEnd end);
}
