using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Wire;
using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost.Calls;

/// <summary>Where an attempt is.</summary>
internal enum AttemptState
{
    /// <summary>Nowhere yet.</summary>
    New,

    /// <summary>In the queue.</summary>
    Waiting,

    /// <summary>With the plugin.</summary>
    Sent,

    /// <summary>With the plugin, though nobody waits for the answer any more.</summary>
    Withdrawn,

    /// <summary>Ended.</summary>
    Done,
}

/// <summary>One attempt at a call, from the queue to the answer. What moves is guarded by the connection that has it.</summary>
/// <param name="method">What is called.</param>
/// <param name="deadline">When the caller stops waiting.</param>
internal abstract class Attempt(Method method, Instant deadline)
{
    // Whoever waits goes on elsewhere: the thread that settles belongs to the plugin or the supervisor.
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Method Method { get; } = method;

    public Instant Deadline { get; } = deadline;

    /// <summary>Completes when <see cref="Fault"/> and what belongs to it are known.</summary>
    public Task Settled => _settled.Task;

    public CallFault Fault { get; private set; }

    /// <summary>Why it failed; null when it did not.</summary>
    public ContractError? Error { get; private set; }

    /// <summary>Calls of the host's own go past queue and pacing.</summary>
    public bool IsUrgent { get; init; }

    public AttemptState State { get; set; }

    public uint Id { get; set; }

    /// <summary>When a withdrawn one must have been answered.</summary>
    public Instant GraceEnds { get; set; }

    /// <summary>The connection that has it, for the callback of a cancellation.</summary>
    public PluginConnection? Owner { get; set; }

    /// <summary>Whether it may be made once more after a fault of the connection.</summary>
    public bool MayRepeat => Method.Idempotent || Method.Shape == MethodShape.TwoPhase;

    /// <summary>The same call, not yet sent.</summary>
    public abstract Attempt Again();

    public abstract ReadOnlyMemory<byte> Encode(EnvelopeWriter writer, uint id, int deadlineMs);

    /// <summary>Reads the result; false with the cause when the plugin lies.</summary>
    public abstract bool TryRead(ReadOnlyMemory<byte> payload, out string? error);

    public void Succeed() => _settled.TrySetResult();

    public void Fail(CallFault fault, ContractError error)
    {
        if (_settled.Task.IsCompleted) return;
        (Fault, Error) = (fault, error);
        _settled.TrySetResult();
    }

    public void Fail(CallFault fault, string code, string message) => Fail(fault, new ContractError { Code = code, Message = message });
}

/// <summary>An attempt with its messages.</summary>
internal sealed class Attempt<TRequest, TResult>(Method method, TRequest request, Instant deadline) : Attempt(method, deadline)
    where TResult : class
{
    public TResult? Result { get; private set; }

    public override Attempt Again() => new Attempt<TRequest, TResult>(Method, request, Deadline) { IsUrgent = IsUrgent };

    public override ReadOnlyMemory<byte> Encode(EnvelopeWriter writer, uint id, int deadlineMs) => writer.Request(id, Method.Name, deadlineMs, request);

    public override bool TryRead(ReadOnlyMemory<byte> payload, out string? error)
    {
        var isRead = MessageCodec.TryDecode<TResult>(payload, out var result, out error);
        Result = result;
        return isRead;
    }
}
