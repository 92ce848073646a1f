using System.Collections.Concurrent;
using System.Diagnostics;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Wire;

namespace ConfEngine.Contract.Tests.Samples;

/// <summary>A plugin that runs as a process, and the host's end of its standard streams.</summary>
internal sealed class PluginProcess : IDisposable
{
    // A test that hangs fails; one on a busy machine does not.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);
    private readonly BlockingCollection<byte[]> _heard = [];
    private readonly EnvelopeWriter _writer = new();
    private readonly Process _process;
    private readonly StreamSink _input;
    private readonly Task<string> _log;
    private uint _lastId;

    public PluginProcess(string folder, string program, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        _input = new StreamSink(_process.StandardInput.BaseStream);
        _log = _process.StandardError.ReadToEndAsync();
        new Thread(Listen) { IsBackground = true }.Start();
    }

    public string Log => _log.GetAwaiter().GetResult();

    public void Hello(Action<HelloResponse> check)
    {
        check(Call(LifeMethods.Hello, new HelloRequest { ContractFloor = 1, ContractCeiling = 1, HostName = "Test", HostVersion = "0.1.0", MaxMessageBytes = MessageLimits.MaxBytes }));
    }

    public void Start(Dictionary<string, string> settings, Dictionary<string, string>? secrets = null) => Call(LifeMethods.Start, Settings(settings, secrets));

    public static StartRequest Settings(Dictionary<string, string> settings, Dictionary<string, string>? secrets = null) =>
        new() { ContractVersion = 1, Settings = settings, Secrets = secrets ?? [], RoomName = "Room", Locale = "en", TimeZone = "UTC" };

    public uint Ask<TRequest, TResult>(Method<TRequest, TResult> method, TRequest request)
    {
        _input.Send(_writer.Request(++_lastId, method.Name, 5000, request).Span);
        return _lastId;
    }

    public void Cancel(uint id) => _input.Send(_writer.Cancel(id).Span);

    /// <summary>Sends bytes that are no message, or are.</summary>
    public void Send(params byte[] message) => _input.Send(message);

    public Envelope Next()
    {
        Assert.True(_heard.TryTake(out var message, s_patience), $"the plugin said nothing; {(_process.HasExited ? $"it ended with {_process.ExitCode}: {Log}" : "it is running")}");
        Assert.True(Envelope.TryRead(message, out var envelope, out var error), error);
        return envelope;
    }

    public Envelope Response(uint id)
    {
        var envelope = Next();
        Assert.Equal((EnvelopeKind.Response, id), (envelope.Kind, envelope.Id));
        return envelope;
    }

    public T Notice<T>(Notice<T> notice)
    {
        var envelope = Next();
        Assert.Equal((EnvelopeKind.Notification, notice.Name), (envelope.Kind, envelope.Method));
        return Decode<T>(envelope.Payload);
    }

    public TResult Call<TRequest, TResult>(Method<TRequest, TResult> method, TRequest request)
    {
        var response = Response(Ask(method, request));
        Assert.Null(response.Error);
        return Decode<TResult>(response.Payload);
    }

    /// <summary>Calls and gets an error: its code and field.</summary>
    public (string Code, string? Field) Fail<TRequest, TResult>(Method<TRequest, TResult> method, TRequest request)
    {
        var response = Response(Ask(method, request));
        Assert.NotNull(response.Error);
        Assert.NotEmpty(response.Error.Message);
        return (response.Error.Code, response.Error.Field);
    }

    public static T Decode<T>(ReadOnlyMemory<byte> payload)
    {
        Assert.True(MessageCodec.TryDecode<T>(payload, out var read, out var error), error);
        return read;
    }

    /// <summary>Closes its standard input and waits until it has ended; its exit code.</summary>
    public int End()
    {
        _process.StandardInput.Close();
        Assert.True(_process.WaitForExit(s_patience), "it goes on after its standard input has ended");
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Listen()
    {
        byte[] buffer = [];
        while (MessageFraming.TryRead(_process.StandardOutput.BaseStream, ref buffer, out var length)) _heard.Add(buffer[..length]);
    }
}
