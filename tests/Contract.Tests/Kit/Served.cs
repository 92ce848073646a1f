using System.Collections.Concurrent;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Kit;
using ConfEngine.Contract.Wire;

namespace ConfEngine.Contract.Tests.Kit;

/// <summary>A plugin served on a thread of its own, and the host's end of its connection.</summary>
internal sealed class Served : IMessageSink, IDisposable
{
    // A test that hangs fails; one on a busy machine does not.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly BlockingCollection<byte[]> _sent = [];
    private readonly EnvelopeWriter _writer = new();
    private readonly Thread _thread;
    private uint _lastId;

    public Served(IPlugin plugin)
    {
        Server = new PluginServer(plugin, Identity, this);
        _thread = new Thread(Server.Run) { IsBackground = true };
        _thread.Start();
    }

    public static PluginIdentity Identity { get; } = new("test.plugin", "1.2.3", new ContractVersion(1, 2), [Capabilities.Booking], new PluginLimits { CallTimeoutMs = 700 });

    public PluginServer Server { get; }

    /// <summary>Set to have the host gone.</summary>
    public bool IsGone { get; set; }

    /// <summary>The number of the plugin's thread.</summary>
    public int ThreadId => _thread.ManagedThreadId;

    public static HelloRequest HelloOf(int floor, int ceiling) => new() { ContractFloor = floor, ContractCeiling = ceiling, HostName = "Test", HostVersion = "0.1.0", MaxMessageBytes = MessageLimits.MaxBytes };

    /// <summary>Serves a plugin that has heard hello and start.</summary>
    public static Served Started(IPlugin plugin, StartRequest? start = null)
    {
        var served = new Served(plugin);
        served.Call(LifeMethods.Hello, HelloOf(1, 1));
        served.Call(LifeMethods.Start, start ?? new StartRequest { ContractVersion = 1 });
        return served;
    }

    void IMessageSink.Send(ReadOnlySpan<byte> message)
    {
        if (IsGone) throw new IOException("the pipe is broken");
        _sent.Add(message.ToArray());
    }

    public uint Ask<TRequest, TResult>(Method<TRequest, TResult> method, TRequest request)
    {
        Server.Receive(_writer.Request(++_lastId, method.Name, 1000, request));
        return _lastId;
    }

    public void Cancel(uint id) => Server.Receive(_writer.Cancel(id));

    public Envelope Next()
    {
        Assert.True(_sent.TryTake(out var message, s_patience), "the plugin said nothing");
        Assert.True(Envelope.TryRead(message, out var envelope, out var error), error);
        return envelope;
    }

    /// <summary>The next message is the response to a request.</summary>
    public Envelope Response(uint id)
    {
        var envelope = Next();
        Assert.Equal((EnvelopeKind.Response, id), (envelope.Kind, envelope.Id));
        return envelope;
    }

    /// <summary>The next message is this notice.</summary>
    public T Notice<T>(Notice<T> notice)
    {
        var envelope = Next();
        Assert.Equal((EnvelopeKind.Notification, notice.Name), (envelope.Kind, envelope.Method));
        return Decode<T>(envelope);
    }

    public TResult Call<TRequest, TResult>(Method<TRequest, TResult> method, TRequest request)
    {
        var response = Response(Ask(method, request));
        Assert.Null(response.Error);
        return Decode<TResult>(response);
    }

    /// <summary>Calls and gets an error; its code.</summary>
    public string Fail<TRequest, TResult>(Method<TRequest, TResult> method, TRequest request)
    {
        var response = Response(Ask(method, request));
        Assert.NotNull(response.Error);
        return response.Error.Code;
    }

    public void AssertSilent() => Assert.Empty(_sent);

    /// <summary>Waits until the plugin's thread has ended.</summary>
    public void Join() => Assert.True(_thread.Join(s_patience), "the plugin's thread goes on");

    public void Dispose()
    {
        Server.Dispose();
        Join();
        _sent.Dispose();
    }

    private static T Decode<T>(Envelope envelope)
    {
        Assert.True(MessageCodec.TryDecode<T>(envelope.Payload, out var payload, out var error), error);
        return payload;
    }
}
