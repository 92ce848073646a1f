using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Operations;

namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>How a plugin does what takes its time.</summary>
internal static class OperationRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new("operations.result", Tier.Silver, "Accepts an operation under its id, and sends its result exactly once.",
            "Answer with [operation_id], then send one operation.result with the same id, whether it succeeded or failed.", Result),
        new("operations.again", Tier.Silver, "Does not act again when it gets an operation id that it knows; accepts, and sends the result again.",
            "Keep the ids of operations with their results, and look there first.", Again),
        new("operations.late", Tier.Silver, "Sends the result even after the ticket's deadline.",
            "Do not drop a result because it is late: the host reconciles.", Late),
        new("operations.withdrawn", Tier.Silver, "Answers a withdrawn operation within 2 s, and sends the result of one that it has accepted.",
            "A cancel ends the request; an operation that was accepted goes on to its result.", Withdrawn),
    ];

    private static void Result(Subject subject)
    {
        using var sample = OperationSample.Of(subject);
        var operation = sample.Begin(Operation.NewTicket(subject.OperationMs));
        sample.Note(operation.Result(subject.OperationMs));
        Subject.Ping(subject.Running);
        if (operation.Results != 1) throw new RuleBrokenException($"{operation.Results} results came of one operation");
    }

    private static void Again(Subject subject)
    {
        using var sample = OperationSample.Of(subject);
        var ticket = Operation.NewTicket(subject.OperationMs);
        var first = sample.Begin(ticket).Result(subject.OperationMs);
        sample.Note(first);
        var again = sample.Begin(ticket).Result(subject.OperationMs, number: 2);
        sample.Note(again);
        if (first.Error is null != again.Error is null) throw new RuleBrokenException("the first result said another thing than the second");
        if (sample.Effects() is > 1 and var effects) throw new RuleBrokenException($"it acted {effects} times on one operation id");
    }

    private static void Late(Subject subject)
    {
        using var sample = OperationSample.Of(subject);
        sample.Note(sample.Begin(Operation.NewTicket(1)).Result(subject.OperationMs));
    }

    private static void Withdrawn(Subject subject)
    {
        using var sample = OperationSample.Of(subject);
        var conversation = subject.Running;
        var ticket = Operation.NewTicket(subject.OperationMs);
        var asked = sample.Ask(ticket);
        conversation.Cancel(asked.Id);
        var answer = conversation.Await(asked, Subject.GraceMs);
        var operation = new Operation(conversation, asked.Method, ticket.Id);
        if (operation.Accept(answer) is null) sample.Note(operation.Result(subject.OperationMs));
        conversation.Call(LifeMethods.Ping.Name, Contract.Nothing.Instance, Subject.AtOnceMs);
    }
}
