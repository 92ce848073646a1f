using ConfEngine.Contract.Telephony;

namespace ConfEngine.Contract.Kit;

/// <summary>A plugin that makes phone calls, conferences, or both. Override what it can do; the rest answers <c>unsupported</c>.</summary>
public abstract class TelephonyPlugin : PluginBase
{
    /// <inheritdoc/>
    protected override void Register(MethodRegistry methods)
    {
        methods.Add(TelephonyMethods.Dial, DialAsync);
        methods.Add(TelephonyMethods.Answer, AnswerAsync);
        methods.Add(TelephonyMethods.Reject, RejectAsync);
        methods.Add(TelephonyMethods.HangUp, HangUpAsync);
        methods.Add(TelephonyMethods.SendDtmf, SendDtmfAsync);
        methods.Add(TelephonyMethods.CreateConference, CreateConferenceAsync);
        methods.Add(TelephonyMethods.DismissConference, DismissConferenceAsync);
        methods.Add(TelephonyMethods.Invite, InviteAsync);
        methods.Add(TelephonyMethods.Quit, QuitAsync);
        methods.Add(TelephonyMethods.QueryConference, QueryConferenceAsync);
    }

    /// <summary>Calls somebody. Called once for an operation.</summary>
    protected virtual ValueTask<DialResult> DialAsync(DialRequest request, PluginCall call) => Unsupported<DialResult>(TelephonyMethods.Dial);

    /// <summary>Takes an inbound call. Called once for an operation.</summary>
    protected virtual ValueTask<Nothing> AnswerAsync(AnswerRequest request, PluginCall call) => Unsupported<Nothing>(TelephonyMethods.Answer);

    /// <summary>Declines an inbound call.</summary>
    protected virtual ValueTask<Nothing> RejectAsync(RejectRequest request, PluginCall call) => Unsupported<Nothing>(TelephonyMethods.Reject);

    /// <summary>Ends a call.</summary>
    protected virtual ValueTask<Nothing> HangUpAsync(HangUpRequest request, PluginCall call) => Unsupported<Nothing>(TelephonyMethods.HangUp);

    /// <summary>Sends digits as tones.</summary>
    protected virtual ValueTask<Nothing> SendDtmfAsync(SendDtmfRequest request, PluginCall call) => Unsupported<Nothing>(TelephonyMethods.SendDtmf);

    /// <summary>Makes a conference. Called once for an operation.</summary>
    protected virtual ValueTask<CreateConferenceResult> CreateConferenceAsync(CreateConferenceRequest request, PluginCall call) =>
        Unsupported<CreateConferenceResult>(TelephonyMethods.CreateConference);

    /// <summary>Ends a conference. Called once for an operation.</summary>
    protected virtual ValueTask<Nothing> DismissConferenceAsync(DismissConferenceRequest request, PluginCall call) =>
        Unsupported<Nothing>(TelephonyMethods.DismissConference);

    /// <summary>Calls somebody into a conference. Called once for an operation.</summary>
    protected virtual ValueTask<InviteResult> InviteAsync(InviteRequest request, PluginCall call) => Unsupported<InviteResult>(TelephonyMethods.Invite);

    /// <summary>Takes somebody out of a conference. Called once for an operation.</summary>
    protected virtual ValueTask<Nothing> QuitAsync(QuitRequest request, PluginCall call) => Unsupported<Nothing>(TelephonyMethods.Quit);

    /// <summary>Tells how a conference is.</summary>
    protected virtual ValueTask<ConferenceStatus> QueryConferenceAsync(QueryConferenceRequest request, PluginCall call) =>
        Unsupported<ConferenceStatus>(TelephonyMethods.QueryConference);

    /// <summary>Sends one of <see cref="TelephonyNotices"/>.</summary>
    protected void Tell<T>(Notice<T> notice, T payload) => Context.Tell(notice, payload);
}
