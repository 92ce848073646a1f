using System.Threading.Channels;
using ConfEngine.Contract;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Wire;
using ConfEngine.PluginHost.Channels;

namespace ConfEngine.PluginHost.Tests.Channels;

/// <summary>Keeps what a channel tells, in order, and insists that it does so properly.</summary>
internal sealed class HeardEvents : IChannelEvents
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly Channel<byte[]> _messages = Channel.CreateUnbounded<byte[]>();
    private readonly Channel<string> _log = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource<ChannelEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inside;

    /// <summary>How the connection ended.</summary>
    public Task<ChannelEnd> End => _end.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken);

    /// <summary>Whether it has.</summary>
    public bool HasEnded => _end.Task.IsCompleted;

    /// <summary>What was done beside the rules; empty is well.</summary>
    public string Fault { get; private set; } = "";

    public async Task<byte[]> NextMessage() => await _messages.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(s_patience);

    public async Task<string> NextLine() => await _log.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(s_patience);

    /// <summary>All lines; the connection has ended.</summary>
    public List<string> Lines()
    {
        var lines = new List<string>();
        while (_log.Reader.TryRead(out var line)) lines.Add(line);
        return lines;
    }

    /// <summary>Asks and waits for the answer.</summary>
    public async Task<Envelope> AskAsync<T>(IPluginChannel channel, uint id, string method, T payload)
    {
        Assert.True(channel.TrySend(new EnvelopeWriter().Request(id, method, 10_000, payload).Span));
        return await AnswerTo(id);
    }

    public async Task<Envelope> AnswerTo(uint id)
    {
        while (true)
        {
            Assert.True(Envelope.TryRead(await NextMessage(), out var envelope, out var error), error);
            if (envelope.Kind == EnvelopeKind.Response && envelope.Id == id) return envelope;
        }
    }

    /// <summary>Hello and start.</summary>
    public async Task GreetAsync(IPluginChannel channel)
    {
        var hello = await AskAsync(channel, 1, LifeMethods.Hello.Name, new HelloRequest { ContractFloor = 1, ContractCeiling = 1, HostName = "test" });
        Assert.Null(hello.Error);
        var start = await AskAsync(channel, 2, LifeMethods.Start.Name, new StartRequest { ContractVersion = 1 });
        Assert.Null(start.Error);
    }

    void IChannelEvents.OnMessage(ReadOnlyMemory<byte> message) => Inside(() => _messages.Writer.TryWrite(message.ToArray()));

    void IChannelEvents.OnLog(string line) => Inside(() => _log.Writer.TryWrite(line));

    void IChannelEvents.OnClosed(ChannelEnd end) => Inside(() => _end.TrySetResult(end));

    private void Inside(Func<bool> act)
    {
        if (Interlocked.Increment(ref _inside) != 1) Fault = "called from two threads at once";
        if (_end.Task.IsCompleted) Fault = "told something after the end";
        if (!act()) Fault = "told the end twice";
        Interlocked.Decrement(ref _inside);
    }
}
