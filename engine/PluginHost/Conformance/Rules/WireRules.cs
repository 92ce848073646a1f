using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;

namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>What a plugin makes of messages that are newer than it, older than it, or broken.</summary>
internal static class WireRules
{
    private const int Deep = 500;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("wire.extra", Tier.Silver, "Ignores elements of messages and payloads beyond those it knows.",
            "Read arrays by position and skip the rest: newer hosts send more.", Extra),
        new("wire.missing", Tier.Silver, "Takes elements that are missing at the end of a payload as their defaults.",
            "Do not require an array's full length: older hosts send less.", Missing),
        new("wire.bad-payload", Tier.Silver, "Answers a payload of the wrong kind with 'bad-message' or 'invalid-argument', and goes on.",
            "Check the payload's type before you use it, and answer with an error.", BadPayload),
        new("wire.truncated", Tier.Silver, "Neither hangs nor stays dead after a message that is cut short.",
            "End the process, or skip the message and go on; do not wait for the rest.", subject => Survive(subject, Truncated())),
        new("wire.garbage", Tier.Silver, "Neither hangs nor stays dead after bytes that are no message.",
            "End the process, or skip the message and go on.", subject => Survive(subject, [0xc1, 0xff, 0x00, 0x13, 0x37, 0xc1])),
        new("wire.deep", Tier.Silver, "Neither hangs nor stays dead after a message that is nested too deeply.",
            "Limit the depth that you read; end the process, or skip the message and go on.", subject => Survive(subject, [.. Enumerable.Repeat((byte)0x91, Deep), 0xc0])),
    ];

    private static void Extra(Subject subject)
    {
        var conversation = subject.Running;
        var asked = conversation.AskRaw(LifeMethods.Ping.Name, Subject.AtOnceMs, id =>
            RawMessage.Request(id, LifeMethods.Ping.Name, Subject.AtOnceMs, more: 2).Array(2).Number(7).Text("later").Map("later", 1).Nil().Bytes);
        if (conversation.Await(asked, Subject.AtOnceMs).Error is { } error)
            throw new RuleBrokenException($"a {LifeMethods.Ping.Name} with two elements more was answered with {Conversation.Text(error)}");
    }

    private static void Missing(Subject subject)
    {
        using var conversation = subject.Open();
        var asked = conversation.AskRaw(LifeMethods.Hello.Name, subject.StartMs, id =>
            RawMessage.Request(id, LifeMethods.Hello.Name, subject.StartMs).Array(2)
                .Number((uint)ContractVersion.Supported.Floor).Number((uint)ContractVersion.Supported.Ceiling).Bytes);
        var answer = conversation.Await(asked, subject.StartMs);
        if (answer.Error is { } error) throw new RuleBrokenException($"a {LifeMethods.Hello.Name} of two elements was answered with {Conversation.Text(error)}");
        subject.Start(conversation, Conversation.Read<HelloResponse>(answer.Payload, "the answer to plugin.hello"));
    }

    private static void BadPayload(Subject subject)
    {
        using (var fresh = subject.Open())
        {
            subject.Greet(fresh);
            ExpectRefusal(fresh, LifeMethods.Start.Name, subject.StartMs, ErrorCodes.BadMessage, ErrorCodes.InvalidArgument, ErrorCodes.BadSettings);
        }

        foreach (var method in CapabilityMethods.Of(subject.Manifest.Capabilities))
            ExpectRefusal(subject.Running, method.Name, subject.CallMs, ErrorCodes.BadMessage, ErrorCodes.InvalidArgument, ErrorCodes.Unsupported);
    }

    private static void ExpectRefusal(Conversation conversation, string method, int deadlineMs, params ReadOnlySpan<string> codes)
    {
        Subject.ExpectError(conversation.Call(method, "no array", deadlineMs), $"{method} with text for a payload", codes);
        Subject.Ping(conversation);
    }

    // A ping that announces a payload of which nothing comes.
    private static byte[] Truncated() => RawMessage.Request(77, LifeMethods.Ping.Name, Subject.AtOnceMs).Array(9).Bytes;

    private static void Survive(Subject subject, byte[] message)
    {
        using (var conversation = subject.OpenStarted(proper: false))
        {
            conversation.Say(message);
            var ping = conversation.Ask(LifeMethods.Ping.Name, Nothing.Instance, Subject.AtOnceMs);
            var left = conversation.TryAwait(ping, Subject.AtOnceMs) is null && conversation.End is null;
            if (left) throw new RuleBrokenException($"{Subject.AtOnceMs} ms after it, the plugin had neither ended nor answered a ping");
        }

        // Whatever it did, the next start must find nothing broken.
        using var next = subject.OpenStarted();
        Subject.Ping(next);
    }
}
