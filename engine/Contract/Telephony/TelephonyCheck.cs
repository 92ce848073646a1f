using System.Diagnostics.CodeAnalysis;
using ConfEngine.Contract.Errors;

namespace ConfEngine.Contract.Telephony;

/// <summary>Looks at each field of a request by itself, before any vendor is asked: lengths, ranges, formats.</summary>
public static class TelephonyCheck
{
    /// <summary>Checks a call that is to be made.</summary>
    /// <param name="request">The request.</param>
    /// <param name="error">What is wrong: code, field and a line for a person.</param>
    public static bool TryCheck(DialRequest request, [NotNullWhen(false)] out ContractError? error)
    {
        var check = new FieldCheck();
        CheckNumber(ref check, request.Number);
        check.Bytes("display_name", request.DisplayName, TelephonyLimits.NameBytes);
        check.Bytes("sdp_offer", request.SdpOffer, TelephonyLimits.SdpBytes);
        return End(check, out error);
    }

    /// <summary>Checks the answer to an inbound call.</summary>
    /// <param name="request">The request.</param>
    /// <param name="error">What is wrong: code, field and a line for a person.</param>
    public static bool TryCheck(AnswerRequest request, [NotNullWhen(false)] out ContractError? error)
    {
        var check = new FieldCheck();
        CheckCall(ref check, request.CallId);
        check.Bytes("sdp_answer", request.SdpAnswer, TelephonyLimits.SdpBytes);
        return End(check, out error);
    }

    /// <summary>Checks the refusal of an inbound call.</summary>
    /// <param name="request">The request.</param>
    /// <param name="error">What is wrong: code, field and a line for a person.</param>
    public static bool TryCheck(RejectRequest request, [NotNullWhen(false)] out ContractError? error)
    {
        var check = new FieldCheck();
        CheckCall(ref check, request.CallId);
        if (request.SipCode != 0) check.Range("sip_code", request.SipCode, 400, 699);
        return End(check, out error);
    }

    /// <summary>Checks tones that are to be sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="error">What is wrong: code, field and a line for a person.</param>
    public static bool TryCheck(SendDtmfRequest request, [NotNullWhen(false)] out ContractError? error)
    {
        var check = new FieldCheck();
        CheckCall(ref check, request.CallId);
        if (request.Digits.Length is 0 or > TelephonyLimits.Digits || !request.Digits.All(TelephonyLimits.IsDigit))
            check.Fail(ErrorCodes.InvalidArgument, "digits", $"digits has 1 to {TelephonyLimits.Digits} of 0 to 9, *, #, A to D");
        if (request.DurationMs != 0) check.Range("duration_ms", request.DurationMs, TelephonyLimits.MinToneMs, TelephonyLimits.MaxToneMs);
        if (request.GapMs != 0) check.Range("gap_ms", request.GapMs, TelephonyLimits.MinToneMs, TelephonyLimits.MaxToneMs);
        return End(check, out error);
    }

    /// <summary>Checks a conference that is to be made.</summary>
    /// <param name="request">The request.</param>
    /// <param name="error">What is wrong: code, field and a line for a person.</param>
    public static bool TryCheck(CreateConferenceRequest request, [NotNullWhen(false)] out ContractError? error)
    {
        var check = new FieldCheck();
        if (request.MaxMembers != 0) check.Range("max_members", request.MaxMembers, TelephonyLimits.MinMembers, TelephonyLimits.MaxMembers);
        check.Range("duration_s", request.DurationS, 0, int.MaxValue, ErrorCodes.DurationOutOfRange);
        check.Known("prompts", request.Prompts);
        return End(check, out error);
    }

    /// <summary>Checks an invitation into a conference.</summary>
    /// <param name="request">The request.</param>
    /// <param name="error">What is wrong: code, field and a line for a person.</param>
    public static bool TryCheck(InviteRequest request, [NotNullWhen(false)] out ContractError? error)
    {
        var check = new FieldCheck();
        CheckConference(ref check, request.ConferenceId);
        CheckNumber(ref check, request.Number);
        check.Known("role", request.Role);
        return End(check, out error);
    }

    /// <summary>Checks the removal of somebody from a conference.</summary>
    /// <param name="request">The request.</param>
    /// <param name="error">What is wrong: code, field and a line for a person.</param>
    public static bool TryCheck(QuitRequest request, [NotNullWhen(false)] out ContractError? error)
    {
        var check = new FieldCheck();
        CheckConference(ref check, request.ConferenceId);
        if (!TelephonyLimits.IsConferenceCallId(request.CallId)) check.Fail(ErrorCodes.InvalidArgument, "call_id", "call_id of a conference has 32 letters and digits");
        return End(check, out error);
    }

    /// <summary>Checks the id of a conference.</summary>
    /// <param name="conferenceId">The id.</param>
    /// <param name="error">What is wrong: code, field and a line for a person.</param>
    public static bool TryCheckConference(string conferenceId, [NotNullWhen(false)] out ContractError? error)
    {
        var check = new FieldCheck();
        CheckConference(ref check, conferenceId);
        return End(check, out error);
    }

    private static void CheckNumber(ref FieldCheck check, string number)
    {
        check.Present("number", number);
        check.Bytes("number", number, TelephonyLimits.NumberBytes, ErrorCodes.BadNumber);
    }

    private static void CheckCall(ref FieldCheck check, string callId)
    {
        check.Present("call_id", callId);
        check.Bytes("call_id", callId, TelephonyLimits.CallIdBytes);
    }

    private static void CheckConference(ref FieldCheck check, string id)
    {
        if (!TelephonyLimits.IsConferenceId(id)) check.Fail(ErrorCodes.InvalidArgument, "conference_id", "conference_id has 4 to 8 digits");
    }

    private static bool End(FieldCheck check, [NotNullWhen(false)] out ContractError? error)
    {
        error = check.Error;
        return error is null;
    }
}
