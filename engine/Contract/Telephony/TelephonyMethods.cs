namespace ConfEngine.Contract.Telephony;

/// <summary>What a plugin with the capability <c>telephony</c> is asked. One that lacks a method answers <c>unsupported</c>.</summary>
public static class TelephonyMethods
{
    /// <summary>Call somebody.</summary>
    public static readonly Method<DialRequest, DialResult> Dial = TwoPhase<DialRequest, DialResult>("telephony.dial");

    /// <summary>Take an inbound call.</summary>
    public static readonly Method<AnswerRequest, Nothing> Answer = TwoPhase<AnswerRequest, Nothing>("telephony.answer");

    /// <summary>Decline an inbound call.</summary>
    public static readonly Method<RejectRequest, Nothing> Reject = new("telephony.reject", MethodShape.Direct, Idempotent: true);

    /// <summary>End a call.</summary>
    public static readonly Method<HangUpRequest, Nothing> HangUp = new("telephony.hang-up", MethodShape.Direct, Idempotent: true);

    /// <summary>Send digits as tones; never retried, for the other side would hear them twice. Answered when they are on their way.</summary>
    public static readonly Method<SendDtmfRequest, Nothing> SendDtmf = new("telephony.send-dtmf", MethodShape.Direct, Idempotent: false);

    /// <summary>Make a phone conference.</summary>
    public static readonly Method<CreateConferenceRequest, CreateConferenceResult> CreateConference =
        TwoPhase<CreateConferenceRequest, CreateConferenceResult>("telephony.create-conference");

    /// <summary>End a phone conference for everybody.</summary>
    public static readonly Method<DismissConferenceRequest, Nothing> DismissConference = TwoPhase<DismissConferenceRequest, Nothing>("telephony.dismiss-conference");

    /// <summary>Call somebody into a phone conference.</summary>
    public static readonly Method<InviteRequest, InviteResult> Invite = TwoPhase<InviteRequest, InviteResult>("telephony.invite");

    /// <summary>Take somebody out of a phone conference.</summary>
    public static readonly Method<QuitRequest, Nothing> Quit = TwoPhase<QuitRequest, Nothing>("telephony.quit");

    /// <summary>How a phone conference is.</summary>
    public static readonly Method<QueryConferenceRequest, ConferenceStatus> QueryConference = new("telephony.query-conference", MethodShape.Direct, Idempotent: true);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Method> All { get; } = [Dial, Answer, Reject, HangUp, SendDtmf, CreateConference, DismissConference, Invite, Quit, QueryConference];

    private static Method<TRequest, TResult> TwoPhase<TRequest, TResult>(string name) => new(name, MethodShape.TwoPhase, Idempotent: true);
}

/// <summary>What a plugin with the capability <c>telephony</c> tells.</summary>
public static class TelephonyNotices
{
    /// <summary>The other party's phone rings.</summary>
    public static readonly Notice<RingingNotice> Ringing = new("telephony.ringing");

    /// <summary>A call is established.</summary>
    public static readonly Notice<AnsweredNotice> Answered = new("telephony.answered");

    /// <summary>The other party has pressed a key.</summary>
    public static readonly Notice<DtmfNotice> Dtmf = new("telephony.dtmf");

    /// <summary>A call has ended, or never came about.</summary>
    public static readonly Notice<HungUpNotice> HungUp = new("telephony.hung-up");

    /// <summary>Somebody calls.</summary>
    public static readonly Notice<InboundNotice> Inbound = new("telephony.inbound");

    /// <summary>A phone conference has been made.</summary>
    public static readonly Notice<ConferenceCreatedNotice> ConferenceCreated = new("telephony.conference-created");

    /// <summary>Somebody who was invited has joined, or has not.</summary>
    public static readonly Notice<InviteJoinedNotice> InviteJoined = new("telephony.invite-joined");

    /// <summary>An invitation went out.</summary>
    public static readonly Notice<ConferenceCallNotice> InviteResult = new("telephony.invite-result");

    /// <summary>Somebody has left a phone conference.</summary>
    public static readonly Notice<ConferenceCallNotice> Quit = new("telephony.conference-quit");

    /// <summary>A phone conference is gone: the last member left, or nobody came.</summary>
    public static readonly Notice<ConferenceDeletedNotice> Deleted = new("telephony.conference-deleted");

    /// <summary>How a dismissal went.</summary>
    public static readonly Notice<ConferenceDismissedNotice> Dismissed = new("telephony.conference-dismissed");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Notice> All { get; } =
        [Ringing, Answered, Dtmf, HungUp, Inbound, ConferenceCreated, InviteJoined, InviteResult, Quit, Deleted, Dismissed];
}
