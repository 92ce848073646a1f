using ConfEngine.Contract;
using ConfEngine.Contract.Manifest;
using ConfEngine.Contract.Wire;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.PluginHost.Tests.Kit;

/// <summary>A channel whose other end is a <see cref="FakePlugin"/>; it moves only when it is pumped.</summary>
internal sealed class FakeChannel(FakePlugin plugin, Action onSent, PluginPackage? package = null, RunMode run = RunMode.Executable) : IPluginChannel
{
    private readonly Queue<byte[]> _toPlugin = [];
    private readonly Queue<Action<IChannelEvents>> _toHost = [];
    private readonly EnvelopeWriter _writer = new();
    private readonly Lock _gate = new();
    private IChannelEvents? _events;
    private bool _isClosed;

    public FakePlugin Plugin { get; } = plugin;

    public PluginPackage? Package { get; } = package;

    public RunMode Run { get; } = run;

    public ChannelFigures Figures => new(7, 1 << 20, 0.5);

    public bool IsDisposed { get; private set; }

    /// <summary>The grace it was closed with; null while it is open.</summary>
    public TimeSpan? ClosedWith { get; private set; }

    /// <summary>Whether it ends when it is closed, and how.</summary>
    public ChannelEnd? EndsWith { get; set; } = new(ChannelEndKind.Closed, "ended");

    /// <summary>Whether it takes messages.</summary>
    public bool Reads { get; set; } = true;

    public void Start(IChannelEvents events) => _events = events;

    public bool TrySend(ReadOnlySpan<byte> message)
    {
        lock (_gate)
        {
            if (!Reads || _isClosed) return false;
            _toPlugin.Enqueue(message.ToArray());
        }

        onSent();
        return true;
    }

    public void Close(TimeSpan grace)
    {
        lock (_gate)
        {
            if (ClosedWith is not null) return;
            ClosedWith = grace;
        }

        if (EndsWith is { } end) End(end);
    }

    public void Dispose() => IsDisposed = true;

    /// <summary>The connection ends.</summary>
    public void End(ChannelEnd end) => Enqueue(events =>
    {
        if (_isClosed) return;
        _isClosed = true;
        events.OnClosed(end);
    });

    public void Exit(int code = 1) => End(new ChannelEnd(ChannelEndKind.Exited, $"exited with code {code}"));

    /// <summary>The plugin sends a message.</summary>
    public void Say(ReadOnlyMemory<byte> message)
    {
        var copy = message.ToArray();
        Enqueue(events =>
        {
            if (!_isClosed) events.OnMessage(copy);
        });
    }

    public void Tell<T>(Notice<T> notice, T payload) => Say(_writer.Notification(notice.Name, payload));

    public void Log(string line) => Enqueue(events => events.OnLog(line));

    /// <summary>Moves what has been said in either direction; false when nothing had.</summary>
    public bool Pump()
    {
        var moved = false;
        while (true)
        {
            byte[]? message;
            Action<IChannelEvents>? act = null;
            lock (_gate)
            {
                if (!_toPlugin.TryDequeue(out message) && !_toHost.TryDequeue(out act)) return moved;
            }

            moved = true;
            if (message is not null) Take(message);
            else act!(_events!);
        }
    }

    private void Take(byte[] message)
    {
        Assert.True(Envelope.TryRead(message, out var envelope, out var error), error);
        if (envelope.Kind == EnvelopeKind.Cancel) Plugin.Cancelled.Add(envelope.Id);
        else Plugin.Take(new FakeCall(this, envelope.Id, envelope.Method, envelope.DeadlineMs, envelope.Payload.ToArray()));
    }

    private void Enqueue(Action<IChannelEvents> act)
    {
        lock (_gate) _toHost.Enqueue(act);
    }
}
