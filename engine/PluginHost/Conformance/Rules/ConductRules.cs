using ConfEngine.PluginHost.Channels;

namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>What is judged at the end, over all that the plugin has said.</summary>
internal static class ConductRules
{
    // Shorter ones turn up in any text by chance.
    private const int LeastSecret = 4;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("calls.one-answer", Tier.Bronze, "Answers each request exactly once, and says nothing that nobody asked for.",
            "Send one response for a request, with the request's id.", OneAnswer),
        new("wire.output", Tier.Bronze, "Writes nothing but messages to its output.",
            "Print to standard error: standard output carries messages only.", CleanOutput),
        new("calls.deadline", Tier.Silver, "Answers each request by its deadline.",
            "Give up the work when deadline_ms has passed, and answer with error 'timeout'.", Deadlines),
        new("log.secrets", Tier.Silver, "Writes no secret to its log.",
            "Leave secrets out of log lines, and out of the texts of exceptions.", NoSecrets),
    ];

    private static void OneAnswer(Subject subject)
    {
        var strays = subject.Proper.SelectMany(static conversation => conversation.Strays).ToList();
        if (strays.Count > 0) throw new RuleBrokenException(strays[0] + (strays.Count > 1 ? $", and {strays.Count - 1} more such" : ""));
    }

    private static void CleanOutput(Subject subject)
    {
        foreach (var conversation in subject.Proper)
            if (conversation.End is { Kind: ChannelEndKind.BadBytes } end)
                throw new RuleBrokenException(end.Cause);
    }

    private static void Deadlines(Subject subject)
    {
        foreach (var asked in subject.Proper.SelectMany(static conversation => conversation.Requests))
            if (asked.First is { } answer && answer.Took.Milliseconds > asked.DeadlineMs)
                throw new RuleBrokenException($"{asked.Method} was answered after {answer.Took.Milliseconds:0} ms; its deadline was {asked.DeadlineMs} ms");
    }

    private static void NoSecrets(Subject subject)
    {
        var secrets = subject.Secrets.Where(static secret => secret.Value.Length >= LeastSecret).ToList();
        if (secrets.Count == 0) throw new NotApplicableException("it has no secrets");
        foreach (var (name, value) in secrets)
            if (subject.Proper.SelectMany(static conversation => conversation.Log).Any(line => line.Contains(value, StringComparison.Ordinal)))
                throw new RuleBrokenException($"the secret '{name}' stands in a line of its log");
    }
}
