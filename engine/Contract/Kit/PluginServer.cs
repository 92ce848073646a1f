using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Kit.Serving;
using ConfEngine.Contract.Wire;

namespace ConfEngine.Contract.Kit;

/// <summary>Serves one plugin: bytes from the host become calls of it, and what it gives becomes bytes. Calls start in the order they came and interleave at awaits; all of
/// the plugin's code runs on the thread that called <see cref="Run"/>.</summary>
public sealed class PluginServer : IDisposable
{
    private readonly PendingCalls _calls = new();
    private readonly OperationLedger _ledger = new();
    private readonly Replies _replies;
    private readonly PluginLife _life;
    private readonly CallLoop _loop;
    private readonly SendOrPostCallback _serve;

    /// <summary>Makes a server that waits for <see cref="Run"/>.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="identity">Who it is.</param>
    /// <param name="host">The way to the host. An <see cref="IOException"/> from it closes the server.</param>
    public PluginServer(IPlugin plugin, PluginIdentity identity, IMessageSink host)
    {
        _replies = new Replies(host, _calls, Close);
        _life = new PluginLife(plugin, identity, _replies, _ledger);
        _loop = new CallLoop(Report);
        _serve = state => _ = ServeAsync((PendingCall)state!);
    }

    /// <summary>Takes one message of the host's. Any thread; copies what it needs and returns at once. A cancel takes effect at once, even while the plugin computes.</summary>
    /// <exception cref="InvalidDataException">The bytes break the contract: end the connection.</exception>
    public void Receive(ReadOnlyMemory<byte> message)
    {
        if (!Envelope.TryRead(message, out var envelope, out var error)) throw new InvalidDataException(error);
        switch (envelope.Kind)
        {
            case EnvelopeKind.Request:
                var call = _calls.Begin(envelope.Id, envelope.Method, envelope.Payload.ToArray())
                    ?? throw new InvalidDataException($"the id {envelope.Id} is used for a second request while the first is pending");
                _loop.Post(_serve, call);
                break;
            case EnvelopeKind.Cancel:
                _calls.Cancel(envelope.Id);
                break;
            case EnvelopeKind.Response:
                throw new InvalidDataException($"a response to {envelope.Id}, where nothing was asked");
            case EnvelopeKind.Notification:
                // Version 1 of the contract has none to plugins; one that is not known is ignored.
                break;
        }
    }

    /// <summary>The plugin's thread: calls it, until <see cref="Close"/>. Once only.</summary>
    public void Run() => _loop.Run();

    /// <summary>Ends <see cref="Run"/> as soon as the plugin's code comes back, and withdraws all calls. Any thread; more than once does nothing.</summary>
    public void Close()
    {
        _loop.Close();
        _calls.CancelAll();
        _ledger.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private async Task ServeAsync(PendingCall call)
    {
        try
        {
            await _life.Find(call.Method).ServeAsync(call, _replies, _ledger);
        }
        catch (Exception e)
        {
            _replies.Refuse(call, Failures.Of(e, call.Source.Token));
        }
    }

    private void Report(Exception exception) => _replies.Tell(LifeNotices.Log,
        new LogLine { Level = LogLevel.Error, Text = OneLine.Of($"in a callback that nobody awaits: {Failures.Describe(exception)}", 1024) });
}
