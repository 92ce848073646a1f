using ConfEngine.Contract;
using ConfEngine.Contract.Handshake;

namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>How a plugin bears many calls, withdrawn calls and its own successor.</summary>
internal static class CallRules
{
    private const int Flood = 256;
    private const int Burst = 8;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("calls.many", Tier.Silver, $"Answers {Flood} requests that come at once.",
            "Read on while you work; do not drop what you cannot do at once.", Many),
        new("calls.order", Tier.Silver, "Answers in order where it declares serial calls, all of them where it declares parallel ones.",
            "Work on one request at a time, or declare limits.calls as parallel in plugin.json.", Order),
        new("calls.cancel", Tier.Silver, "Answers a call that was withdrawn within 2 s.",
            "On a cancel give up the work and answer the request: error 'cancelled', or its result.", Cancel),
        new("calls.cancel-unknown", Tier.Silver, "Ignores the cancel of a request that is answered already, or never came.",
            "Look the id up; do nothing when it is not there.", CancelUnknown),
        new("state.save", Tier.Silver, "Saves at most 1 MiB of state, and starts with it.",
            "Answer plugin.save with nil or with what your plugin.start can read.", Save),
    ];

    private static void Many(Subject subject)
    {
        var conversation = subject.Running;
        var asked = Enumerable.Range(0, Flood).Select(_ => conversation.Ask(LifeMethods.Ping.Name, Nothing.Instance, subject.CallMs)).ToList();
        foreach (var ping in asked) conversation.Await(ping, subject.CallMs);
    }

    private static void Order(Subject subject)
    {
        var conversation = subject.Running;
        var probe = Probe.Of(subject.Manifest);
        var asked = Enumerable.Range(0, Burst).Select(_ => probe.Ask(conversation, subject.CallMs)).ToList();
        foreach (var call in asked) conversation.Await(call, subject.CallMs * Burst);
        if (subject.Manifest.Limits.Calls == CallOrder.Parallel) return;
        for (var i = 1; i < asked.Count; i++)
            if (asked[i].Order < asked[i - 1].Order)
                throw new RuleBrokenException($"{probe.Method} number {i + 1} of {Burst} was answered before number {i}");
    }

    private static void Cancel(Subject subject)
    {
        var conversation = subject.Running;
        var asked = Probe.Of(subject.Manifest).Ask(conversation, subject.CallMs);
        conversation.Cancel(asked.Id);
        conversation.Await(asked, Subject.GraceMs);
        Subject.Ping(conversation);
    }

    private static void CancelUnknown(Subject subject)
    {
        var conversation = subject.Running;
        var done = conversation.Ask(LifeMethods.Ping.Name, Nothing.Instance, Subject.AtOnceMs);
        conversation.Await(done, Subject.AtOnceMs);
        conversation.Cancel(done.Id);
        conversation.Cancel(uint.MaxValue);
        Subject.Ping(conversation);
    }

    private static void Save(Subject subject)
    {
        var state = subject.Running.Expect(LifeMethods.Save, Nothing.Instance, subject.CallMs).State;
        if (state is { Length: > SavedState.MaxBytes }) throw new RuleBrokenException($"{state.Length} bytes of state; the most is {SavedState.MaxBytes}");
        using var next = subject.OpenStarted(state: state);
        Subject.Ping(next);
    }
}
