namespace ConfEngine.PluginHost.Channels;

/// <summary>The host's end of a connection with one running plugin, whichever way that runs. Whole messages, in order.</summary>
internal interface IPluginChannel : IDisposable
{
    /// <summary>What is known of the plugin's use of the machine; updated about once a second.</summary>
    ChannelFigures Figures { get; }

    /// <summary>Begins to receive; once.</summary>
    void Start(IChannelEvents events);

    /// <summary>Sends one message without ever waiting: the bytes are written or copied. False when the plugin does not read and 4 MiB wait already, or the connection has ended.</summary>
    bool TrySend(ReadOnlySpan<byte> message);

    /// <summary>Ends it gently: no more is sent, and the plugin is given <paramref name="grace"/> to end by itself before it is killed (a child) or left alone (in-process).
    /// Returns at once; <see cref="IChannelEvents.OnClosed"/> follows. Calling it again is harmless.</summary>
    void Close(TimeSpan grace);
}

/// <summary>Told of what a plugin sends. The calls come one at a time, from a thread of the channel's: quick work only.</summary>
internal interface IChannelEvents
{
    /// <summary>A message came; its bytes live until the call returns.</summary>
    void OnMessage(ReadOnlyMemory<byte> message);

    /// <summary>A line on the plugin's stderr, or of the channel itself about the plugin; cut to 1024 characters.</summary>
    void OnLog(string line);

    /// <summary>The connection has ended; the last call. Told exactly once after <see cref="IPluginChannel.Start"/>.</summary>
    void OnClosed(ChannelEnd end);
}

/// <summary>Why a connection has ended.</summary>
/// <param name="Kind">The case.</param>
/// <param name="Cause">One line for a person, such as "exited with code 3" or "sent a message of 104857600 bytes; 1 to 4194304 are allowed".</param>
internal readonly record struct ChannelEnd(ChannelEndKind Kind, string Cause);

/// <summary>The ways in which a connection ends.</summary>
internal enum ChannelEndKind
{
    /// <summary>The host closed it and the plugin ended in time.</summary>
    Closed,

    /// <summary>The plugin ended by itself, whatever its exit code.</summary>
    Exited,

    /// <summary>It sent what breaks the framing.</summary>
    BadBytes,

    /// <summary>It used more memory than it may.</summary>
    Memory,

    /// <summary>It did not end in time: killed, or (in-process) left behind with its thread.</summary>
    Stuck,
}

/// <summary>What a running plugin uses.</summary>
/// <param name="ProcessId">Of a child; 0 in-process.</param>
/// <param name="MemoryBytes">Resident memory of a child; 0 where unknown.</param>
/// <param name="CpuSeconds">Processor time of a child, or of the plugin's thread.</param>
internal readonly record struct ChannelFigures(int ProcessId, long MemoryBytes, double CpuSeconds);
