using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Wire;

namespace ConfEngine.PluginHost.Tests.Kit;

/// <summary>What a plugin of the tests does with what it is asked. Without orders it behaves.</summary>
internal sealed class FakePlugin(string id, string version)
{
    private readonly Dictionary<string, Action<FakeCall>> _orders = [];

    public HelloResponse Hello { get; set; } = new()
    {
        PluginId = id, PluginVersion = version, ContractFloor = 1, ContractCeiling = 1, Capabilities = [Capabilities.Booking],
    };

    /// <summary>What it was given at its start.</summary>
    public StartRequest? Started { get; private set; }

    public byte[]? State { get; set; }

    /// <summary>Every request it got, in order.</summary>
    public List<FakeCall> Calls { get; } = [];

    /// <summary>The ids of requests that were withdrawn.</summary>
    public List<uint> Cancelled { get; } = [];

    /// <summary>Requests that have not been answered and not been withdrawn.</summary>
    public IReadOnlyList<FakeCall> Open => [.. Calls.Where(call => !call.IsAnswered && !Cancelled.Contains(call.Id))];

    public FakePlugin On(string method, Action<FakeCall> act)
    {
        _orders[method] = act;
        return this;
    }

    public FakePlugin Silent(string method) => On(method, _ => { });

    public FakePlugin Failing(string method, string code, string? field = null) => On(method, call => call.Fail(code, "no", field));

    public int Count(string method) => Calls.Count(call => call.Method == method);

    public void Take(FakeCall call)
    {
        Calls.Add(call);
        if (call.Method == LifeMethods.Start.Name) Started = call.Read<StartRequest>();
        if (_orders.TryGetValue(call.Method, out var act)) act(call);
        else Behave(call);
    }

    private void Behave(FakeCall call)
    {
        if (call.Method == LifeMethods.Hello.Name) call.Answer(Hello);
        else if (call.Method == LifeMethods.Save.Name) call.Answer(new SavedState { State = State });
        else call.Answer(Nothing.Instance);
    }
}

/// <summary>A request as the plugin sees it.</summary>
internal sealed class FakeCall(FakeChannel channel, uint id, string method, int deadlineMs, byte[] payload)
{
    private static readonly EnvelopeWriter s_writer = new();

    public FakeChannel Channel { get; } = channel;

    public uint Id { get; } = id;

    public string Method { get; } = method;

    public int DeadlineMs { get; } = deadlineMs;

    public bool IsAnswered { get; private set; }

    public T Read<T>()
        where T : class
    {
        Assert.True(MessageCodec.TryDecode<T>(payload, out var value, out var error), error);
        return value!;
    }

    public void Answer<T>(T result)
    {
        IsAnswered = true;
        lock (s_writer) Channel.Say(s_writer.Response(Id, result));
    }

    public void Fail(string code, string message, string? field = null, int? retryAfterMs = null)
    {
        IsAnswered = true;
        lock (s_writer) Channel.Say(s_writer.Failure(Id, new ContractError { Code = code, Message = message, Field = field, RetryAfterMs = retryAfterMs }));
    }
}
