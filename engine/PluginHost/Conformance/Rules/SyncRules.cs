using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.ExternalSync;
using ConfEngine.Contract.Vendor;

namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>What the capability <c>external-sync</c> demands.</summary>
internal static class SyncRules
{
    private const int Unheard = 42;
    private static readonly MeetingReference s_meeting = new() { MeetingId = "conformance", MeetingNumber = "123456", Subject = "Conformance" };

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("external-sync.course", Tier.Gold, "Takes initialise, login, a meeting's statuses with their notices, and logout, in this order.",
            "Answer each with an empty array; map the other system's refusals to neutral codes.", Course),
        new("external-sync.statuses", Tier.Gold, "Takes every status, also numbers that it does not know.",
            "Pass on what you do not know as it is, with the vendor's own number; never refuse a status.", Statuses),
        new("external-sync.again", Tier.Gold, "Answers a request with a key that it knows as it did before.",
            "Keep the last keys; do nothing and answer well for one that you know.", Again),
        new("external-sync.event", Tier.Gold, "Takes an event of a type of one's own, or says 'unsupported'.",
            "Pass type and payload on as they are.", Event),
    ];

    private static void Course(Subject subject)
    {
        SignIn(subject);
        Tell(subject, ExternalSyncMethods.UpdateStatus, Status(subject, MeetingStatus.Connecting));
        Tell(subject, ExternalSyncMethods.NotifyConnecting, Notify(subject));
        Tell(subject, ExternalSyncMethods.UpdateStatus, Status(subject, MeetingStatus.InMeeting));
        Tell(subject, ExternalSyncMethods.NotifyInMeeting, Notify(subject));
        Tell(subject, ExternalSyncMethods.UpdateStatus, Status(subject, MeetingStatus.Idle));
        Tell(subject, ExternalSyncMethods.NotifyIdle, Notify(subject));
        Tell(subject, ExternalSyncMethods.Logout, new LogoutRequest { IdempotencyKey = Key() });
    }

    private static void Statuses(Subject subject)
    {
        SignIn(subject);
        foreach (var status in Enum.GetValues<MeetingStatus>()) Tell(subject, ExternalSyncMethods.UpdateStatus, Status(subject, status));
        var unheard = Status(subject, (MeetingStatus)Unheard) with { Reason = (StatusReason)Unheard, Vendor = new VendorStatus { Code = "42", Text = "MEETING_STATUS_OF_TOMORROW", Platform = "web" } };
        Tell(subject, ExternalSyncMethods.UpdateStatus, unheard);
    }

    private static void Again(Subject subject)
    {
        SignIn(subject);
        var status = Status(subject, MeetingStatus.Connecting);
        Tell(subject, ExternalSyncMethods.UpdateStatus, status);
        Tell(subject, ExternalSyncMethods.UpdateStatus, status);
    }

    private static void Event(Subject subject)
    {
        SignIn(subject);
        Tell(subject, ExternalSyncMethods.SendEvent, new CustomEvent { IdempotencyKey = Key(), Type = "conformance", Payload = "{\"v\":1,\"text\":\"测试\"}", TimeMs = NowMs(subject), Meeting = s_meeting });
    }

    private static void SignIn(Subject subject)
    {
        Tell(subject, ExternalSyncMethods.Initialise, new InitialiseRequest { IdempotencyKey = Key(), AppKey = "conformance", Token = "conformance" });
        var login = new LoginRequest { IdempotencyKey = Key(), UserName = "conformance", Password = "conformance" };
        var answer = subject.Running.Call(ExternalSyncMethods.Login.Name, login, subject.CallMs);
        if (answer.Error is { Code: ErrorCodes.BadCredentials }) throw new NotApplicableException("the other system does not know the test's account");
        Judge(ExternalSyncMethods.Login.Name, answer);
    }

    private static void Tell<TRequest>(Subject subject, Method<TRequest, Nothing> method, TRequest request) => Judge(method.Name, subject.Running.Call(method.Name, request, subject.CallMs));

    private static void Judge(string method, Answer answer)
    {
        if (answer.Error is not (null or { Code: ErrorCodes.Unsupported })) throw new RuleBrokenException($"{method} was answered with {Conversation.Text(answer.Error)}");
    }

    private static StatusUpdate Status(Subject subject, MeetingStatus status) => new() { IdempotencyKey = Key(), Status = status, TimeMs = NowMs(subject), Meeting = s_meeting };

    private static StatusNotify Notify(Subject subject) => new() { IdempotencyKey = Key(), TimeMs = NowMs(subject), Meeting = s_meeting };

    private static string Key() => $"conformance-{Guid.NewGuid():N}";

    private static long NowMs(Subject subject) => subject.Clock.WallNow.ToUnixTimeMilliseconds();
}
