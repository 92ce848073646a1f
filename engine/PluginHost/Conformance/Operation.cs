using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Operations;
using ConfEngine.PluginHost.Conformance.Rules;

namespace ConfEngine.PluginHost.Conformance;

/// <summary>One two-phase operation that the plugin is asked for.</summary>
/// <param name="conversation">Where it is asked.</param>
/// <param name="method">What it is.</param>
/// <param name="id">Its id.</param>
internal sealed class Operation(Conversation conversation, string method, string id)
{
    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>A ticket that was never used.</summary>
    public static OperationTicket NewTicket(int deadlineMs) => new() { Id = $"conformance-{Guid.NewGuid():N}", DeadlineMs = deadlineMs };

    /// <summary>Asks for an operation and waits until it has ended.</summary>
    /// <param name="subject">The plugin.</param>
    /// <param name="conversation">Where it is asked.</param>
    /// <param name="method">What it is.</param>
    /// <param name="request">The request, with its ticket.</param>
    /// <param name="error">Why it was refused or failed; null when it did not.</param>
    /// <returns>The result; null when it failed.</returns>
    /// <exception cref="RuleBrokenException">It was not accepted properly, or its result did not come.</exception>
    public static TResult? Run<TRequest, TResult>(Subject subject, Conversation conversation, Method<TRequest, TResult> method, TRequest request, out ContractError? error)
        where TRequest : IOperationRequest
        where TResult : class
    {
        var operation = new Operation(conversation, method.Name, request.Ticket.Id);
        error = operation.Accept(conversation.Call(method.Name, request, subject.CallMs));
        if (error is not null) return null;
        var result = operation.Result(subject.OperationMs);
        error = result.Error;
        if (error is not null) return null;
        return Conversation.Read<TResult>(result.Payload ?? [], $"the result of {method.Name}");
    }

    /// <summary>Asks for an operation that must succeed.</summary>
    /// <exception cref="NotApplicableException">The plugin does not do it.</exception>
    /// <exception cref="RuleBrokenException">It failed.</exception>
    public static TResult Expect<TRequest, TResult>(Subject subject, Conversation conversation, Method<TRequest, TResult> method, TRequest request)
        where TRequest : IOperationRequest
        where TResult : class
    {
        var result = Run(subject, conversation, method, request, out var error);
        if (error?.Code == ErrorCodes.Unsupported) throw new NotApplicableException($"it does not do {method.Name}");
        return result ?? throw new RuleBrokenException($"{method.Name} failed with {Conversation.Text(error!)}");
    }

    /// <summary>Checks the response to the request; gives the error of one that was refused.</summary>
    public ContractError? Accept(Answer answer)
    {
        if (answer.Error is { } refused) return refused;
        var accepted = Conversation.Read<Accepted>(answer.Payload, $"the response to {method}");
        return accepted.OperationId == id ? null : throw new RuleBrokenException($"{method} was accepted under the operation id '{accepted.OperationId}'; the ticket says '{id}'");
    }

    /// <summary>Waits for the result.</summary>
    /// <param name="withinMs">So long.</param>
    /// <param name="number">1 for the first, 2 for the one that is sent when the host asks again.</param>
    /// <exception cref="RuleBrokenException">It did not come.</exception>
    public OperationResult Result(int withinMs, int number = 1)
    {
        var results = conversation.AwaitHeard(IsResult, number, withinMs);
        if (results.Count >= number) return Conversation.Read<OperationResult>(results[number - 1].Payload, OperationNotices.Result.Name);
        throw new RuleBrokenException(conversation.End is { } end
            ? $"{method} was accepted, and instead of a result it ended: {end.Cause}"
            : $"{method} was accepted, and {(number == 1 ? "no" : "no further")} {OperationNotices.Result.Name} came within {withinMs} ms");
    }

    /// <summary>How many results have come so far.</summary>
    public int Results => conversation.AwaitHeard(IsResult, 0, 0).Count;

    private bool IsResult(Heard heard) =>
        heard.Method == OperationNotices.Result.Name && Conversation.Read<OperationResult>(heard.Payload, OperationNotices.Result.Name).OperationId == id;
}
