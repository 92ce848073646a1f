using ConfEngine.Contract.Kit;
using ConfEngine.Contract.Wire;
using ConfEngine.PluginHost.Channels;

namespace ConfEngine.PluginHost.Tests.Conformance;

/// <summary>A plugin on a thread of the test, with somebody in between who may change what the two say.</summary>
internal sealed class MemoryChannel : IPluginChannel, IMessageSink
{
    private readonly Lock _gate = new();
    private readonly Tampering _tampering;
    private readonly PluginServer _server;
    private readonly Thread _thread;
    private IChannelEvents? _events;
    private ChannelEnd? _end;

    public MemoryChannel(IPlugin plugin, PluginIdentity identity, Tampering tampering)
    {
        _tampering = tampering;
        _server = new PluginServer(plugin, identity, this);
        _thread = new Thread(Run) { IsBackground = true, Name = "plugin under test" };
    }

    public ChannelFigures Figures => default;

    public void Start(IChannelEvents events)
    {
        _events = events;
        _thread.Start();
    }

    public bool TrySend(ReadOnlySpan<byte> message)
    {
        if (_end is not null) return false;
        foreach (var passed in _tampering.ToPlugin(message.ToArray(), answer => Deliver([answer])))
        {
            try
            {
                _server.Receive(passed);
            }
            catch (InvalidDataException broken)
            {
                End(new ChannelEnd(ChannelEndKind.Exited, broken.Message));
                return true;
            }
        }

        return true;
    }

    public void Close(TimeSpan grace) => End(_tampering.Ending ?? new ChannelEnd(ChannelEndKind.Closed, "closed"));

    public void Dispose() => Close(TimeSpan.Zero);

    void IMessageSink.Send(ReadOnlySpan<byte> message)
    {
        Deliver(_tampering.FromPlugin(message.ToArray()));
        if (_tampering.OutputEnd is { } end) End(end);
    }

    private void Deliver(IEnumerable<byte[]> messages)
    {
        lock (_gate)
        {
            if (_end is not null) return;
            foreach (var message in messages) _events!.OnMessage(message);
        }
    }

    private void End(ChannelEnd end)
    {
        lock (_gate)
        {
            if (_end is not null) return;
            _end = end;
        }

        _server.Close();
        // Told from a thread of its own, as every channel does: the caller may hold what the listener waits for.
        var told = new Thread(() => _events?.OnClosed(end)) { IsBackground = true };
        told.Start();
    }

    private void Run() => _server.Run();
}
