using System.Text;
using System.Threading.Channels;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Control.Tests.JsonRpc;

/// <summary>A client in memory; one that does not read takes nothing and never answers.</summary>
internal sealed class TestChannel(bool reads) : IRpcChannel
{
    private readonly Channel<string> _sent = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _never = new();

    public RpcCloseCause? Cause { get; private set; }

    public ValueTask<string> NextAsync() => _sent.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken cancel)
    {
        if (!reads) await _never.Task.WaitAsync(cancel);
        _sent.Writer.TryWrite(Encoding.UTF8.GetString(utf8.Span));
    }

    public ValueTask CloseAsync(RpcCloseCause cause)
    {
        Cause = cause;
        return ValueTask.CompletedTask;
    }
}
