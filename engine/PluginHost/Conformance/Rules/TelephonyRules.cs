using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Telephony;

namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>What the capability <c>telephony</c> demands. No phone rings: all that is called is an address that no network reaches.</summary>
internal static class TelephonyRules
{
    private const string UnknownCall = "no-such-call-1";

    // What the other party or the way to it may say, or the account.
    private static readonly string[] s_failures =
    [
        ErrorCodes.BadNumber, ErrorCodes.Busy, ErrorCodes.NoAnswer, ErrorCodes.Rejected, ErrorCodes.Network, ErrorCodes.NotFound, ErrorCodes.Timeout,
        ErrorCodes.NoPermission, ErrorCodes.NotLoggedIn, ErrorCodes.BadCredentials, ErrorCodes.RateLimited, ErrorCodes.VendorUnknown,
    ];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("telephony.dial", Tier.Gold, "A call gets an id and goes on to ring, be answered or end; or it fails with a neutral code.",
            "Give the call's id as the result, then send telephony.ringing, .answered or .hung-up with that id; map SIP codes to neutral ones.", Dial),
        new("telephony.bad-number", Tier.Gold, "Refuses what is no number with 'bad-number' or 'invalid-argument'.",
            "Check the number before you dial; SIP 404, 484 and 604 are 'bad-number'.", BadNumber),
        new("telephony.hang-up", Tier.Gold, "Hanging up a call that it does not know is no error.",
            "Answer telephony.hang-up with an empty array when the call is gone already.", HangUp),
        new("telephony.unknown-call", Tier.Gold, "Answers tones for a call that it does not know with 'not-found'.",
            "Look the call up first; answer 'not-found' when it is not there.", UnknownTones),
    ];

    private static void Dial(Subject subject)
    {
        var conversation = subject.Running;
        var request = new DialRequest { Ticket = Operation.NewTicket(subject.OperationMs), Number = DialSample.Nobody, DisplayName = "Conformance" };
        var result = Operation.Run(subject, conversation, TelephonyMethods.Dial, request, out var error);
        if (error?.Code == ErrorCodes.Unsupported) throw new NotApplicableException("it does not do telephony.dial");
        if (result is null)
        {
            if (!s_failures.Contains(error!.Code)) throw new RuleBrokenException($"the call failed with {Conversation.Text(error)}; a neutral code of telephony is expected");
            return;
        }

        if (result.CallId.Length is 0 or > TelephonyLimits.CallIdBytes) throw new RuleBrokenException($"the call's id '{result.CallId}' has {result.CallId.Length} characters; 1 to {TelephonyLimits.CallIdBytes} are allowed");
        var heard = conversation.AwaitHeard(notice => IsAbout(notice, result.CallId), 1, subject.OperationMs);
        var hangUp = conversation.Call(TelephonyMethods.HangUp.Name, new HangUpRequest { CallId = result.CallId }, subject.CallMs);
        if (heard.Count == 0) throw new RuleBrokenException($"nothing was told of the call within {subject.OperationMs} ms after it got its id");
        if (hangUp.Error is { } refused) throw new RuleBrokenException($"the call could not be hung up: {Conversation.Text(refused)}");
    }

    private static bool IsAbout(Heard notice, string call) => notice.Method switch
    {
        "telephony.ringing" => Conversation.Read<RingingNotice>(notice.Payload, notice.Method).CallId == call,
        "telephony.answered" => Conversation.Read<AnsweredNotice>(notice.Payload, notice.Method).CallId == call,
        "telephony.hung-up" => Conversation.Read<HungUpNotice>(notice.Payload, notice.Method).CallId == call,
        _ => false,
    };

    private static void BadNumber(Subject subject)
    {
        foreach (var number in new[] { "", "no number at all" })
        {
            var request = new DialRequest { Ticket = Operation.NewTicket(subject.OperationMs), Number = number };
            var result = Operation.Run(subject, subject.Running, TelephonyMethods.Dial, request, out var error);
            if (error?.Code == ErrorCodes.Unsupported) throw new NotApplicableException("it does not do telephony.dial");
            if (error is not { Code: ErrorCodes.BadNumber or ErrorCodes.InvalidArgument })
                throw new RuleBrokenException($"dialling '{number}' {(result is null ? $"failed with {Conversation.Text(error!)}" : "went through")}");
        }
    }

    private static void HangUp(Subject subject)
    {
        var answer = subject.Running.Call(TelephonyMethods.HangUp.Name, new HangUpRequest { CallId = UnknownCall }, subject.CallMs);
        if (answer.Error is not (null or { Code: ErrorCodes.Unsupported })) throw new RuleBrokenException($"hanging up an unknown call was answered with {Conversation.Text(answer.Error)}");
    }

    private static void UnknownTones(Subject subject)
    {
        var answer = subject.Running.Call(TelephonyMethods.SendDtmf.Name, new SendDtmfRequest { CallId = UnknownCall, Digits = "1" }, subject.CallMs);
        Subject.ExpectError(answer, "telephony.send-dtmf for an unknown call", ErrorCodes.NotFound, ErrorCodes.Unsupported);
    }
}
