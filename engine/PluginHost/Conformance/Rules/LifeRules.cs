using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.PluginHost.Channels;

namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>How a plugin begins, answers and ends.</summary>
internal static class LifeRules
{
    // Nobody will speak these for a long time, and nobody ever spoke version 0.
    private static readonly ContractVersion s_tooNew = new(1000, 1001);
    private static readonly ContractVersion s_tooOld = new(0, 0);

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("life.start", Tier.Bronze, "Answers plugin.hello and plugin.start within its start timeout.",
            "Answer hello at once; do what takes long after start, or raise limits.start_timeout_ms in plugin.json.", Start),
        new("life.hello", Tier.Bronze, "Says the id, version and capabilities of its manifest.",
            "Make the answer to plugin.hello and plugin.json say the same.", SaysWhoItIs),
        new("life.hello-again", Tier.Bronze, "Answers a second plugin.hello as it did the first.",
            "Let plugin.hello change nothing.", GreetTwice),
        new("life.version-new", Tier.Bronze, "Refuses a host that only speaks newer contracts, in words.",
            "Answer plugin.hello with error 'contract-mismatch', or with the range you speak; do not exit.", subject => Offer(subject, s_tooNew)),
        new("life.version-old", Tier.Bronze, "Refuses a host that only speaks older contracts, in words.",
            "Answer plugin.hello with error 'contract-mismatch', or with the range you speak; do not exit.", subject => Offer(subject, s_tooOld)),
        new("life.ping", Tier.Bronze, "Answers plugin.ping at once.",
            "Answer plugin.ping without waiting for anything.", subject => Subject.Ping(subject.Running)),
        new("life.unknown-method", Tier.Bronze, "Answers a method that it does not know with 'unsupported'.",
            "Answer every request: error 'unsupported' for methods you do not know.", UnknownMethod),
        new("life.settings", Tier.Bronze, "Refuses to start without a setting that is required, and names it.",
            "Answer plugin.start with error 'bad-settings' and the setting's name as the field.", RequiredSettings),
        new("life.stop", Tier.Bronze, "Answers plugin.stop and ends within 2 s.",
            "Answer plugin.stop, stop threads and timers, and end when the input ends.", Stop),
        new("life.input-end", Tier.Bronze, "Ends within 2 s when its input ends, even without plugin.stop.",
            "End the process when standard input ends: the host is gone.", InputEnds),
    ];

    private static void Start(Subject subject)
    {
        var began = subject.Clock.Now;
        using var conversation = subject.OpenStarted();
        var took = (subject.Clock.Now - began).Milliseconds;
        if (took > subject.StartMs) throw new RuleBrokenException($"hello and start took {took:0} ms together; {subject.StartMs} ms are allowed");
    }

    private static void SaysWhoItIs(Subject subject)
    {
        using var conversation = subject.Open();
        var hello = subject.Greet(conversation);
        var manifest = subject.Manifest;
        Same("id", manifest.Id, hello.PluginId);
        Same("version", manifest.Version, hello.PluginVersion);
        Same("contract", manifest.Contract.ToString(), new ContractVersion(hello.ContractFloor, hello.ContractCeiling).ToString());
        Same("capabilities", string.Join(", ", manifest.Capabilities.Order()), string.Join(", ", hello.Capabilities.Order()));
    }

    private static void Same(string what, string manifest, string hello)
    {
        if (manifest != hello) throw new RuleBrokenException($"{what} is '{manifest}' in plugin.json and '{hello}' in the answer to plugin.hello");
    }

    private static void GreetTwice(Subject subject)
    {
        using var conversation = subject.Open();
        var (first, second) = (subject.Greet(conversation), subject.Greet(conversation));
        if (first.PluginId != second.PluginId || first.PluginVersion != second.PluginVersion)
            throw new RuleBrokenException($"it was {first.PluginId} {first.PluginVersion} first and {second.PluginId} {second.PluginVersion} then");
        subject.Start(conversation, second);
    }

    private static void Offer(Subject subject, ContractVersion range)
    {
        using var conversation = subject.Open();
        var answer = conversation.Call(LifeMethods.Hello.Name, Subject.Hello(range), subject.StartMs);
        if (answer.Error is not null)
        {
            Subject.ExpectError(answer, $"a host that speaks version {range}", ErrorCodes.ContractMismatch);
            return;
        }

        var hello = Conversation.Read<HelloResponse>(answer.Payload, "the answer to plugin.hello");
        if (range.TryAgree(new ContractVersion(hello.ContractFloor, hello.ContractCeiling), out var agreed))
            throw new RuleBrokenException($"it claims to speak version {agreed}, which its manifest does not say");
    }

    private static void UnknownMethod(Subject subject)
    {
        const string Unheard = "conformance.unheard-of";
        Subject.ExpectError(subject.Running.Call(Unheard, Nothing.Instance, subject.CallMs), $"the unknown method {Unheard}", ErrorCodes.Unsupported);
        Subject.Ping(subject.Running);
    }

    private static void RequiredSettings(Subject subject)
    {
        var required = subject.Manifest.Settings.Where(static setting => setting is { Required: true, Default: null }).ToList();
        if (required.Count == 0) throw new NotApplicableException("no setting is required");
        foreach (var setting in required)
        {
            using var conversation = subject.Open();
            var hello = subject.Greet(conversation);
            var start = subject.StartWith(hello.ContractCeiling, Without(subject.Settings, setting.Name)) with { Secrets = Without(subject.Secrets, setting.Name) };
            var error = Subject.ExpectError(conversation.Call(LifeMethods.Start.Name, start, subject.StartMs), $"plugin.start without '{setting.Name}'", ErrorCodes.BadSettings);
            if (error.Field != setting.Name) throw new RuleBrokenException($"the field of the error is '{error.Field}'; '{setting.Name}' was missing");
        }
    }

    private static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> settings, string name) =>
        settings.Where(setting => setting.Key != name).ToDictionary();

    private static void Stop(Subject subject)
    {
        var conversation = subject.OpenStarted();
        conversation.Expect(LifeMethods.Stop, Nothing.Instance, subject.CallMs);
        Ended(conversation);
    }

    private static void InputEnds(Subject subject) => Ended(subject.OpenStarted());

    private static void Ended(Conversation conversation)
    {
        var end = conversation.Hang(Subject.GraceMs);
        if (end.Kind == ChannelEndKind.Stuck) throw new RuleBrokenException($"it did not end within {Subject.GraceMs} ms: {end.Cause}");
    }
}
