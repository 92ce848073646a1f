using System.Diagnostics.CodeAnalysis;
using ConfEngine.Contract.Errors;

namespace ConfEngine.Contract.ExternalSync;

/// <summary>Looks at each field of a request by itself, before the other system is asked: lengths and missing names.</summary>
public static class ExternalSyncCheck
{
    /// <summary>Checks a request of <see cref="ExternalSyncMethods"/>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="error">What is wrong: code, field and a line for a person.</param>
    public static bool TryCheck(IKeyedRequest request, [NotNullWhen(false)] out ContractError? error)
    {
        var check = new FieldCheck();
        if (!IsKey(request.IdempotencyKey)) check.Fail(ErrorCodes.InvalidArgument, "idempotency_key", "idempotency_key has 1 to 64 letters, digits and dashes");
        switch (request)
        {
            case InitialiseRequest initialise:
                check.Bytes("app_key", initialise.AppKey, ExternalSyncLimits.TextBytes);
                check.Bytes("token", initialise.Token, ExternalSyncLimits.TextBytes);
                break;
            case LoginRequest login:
                check.Bytes("user_name", login.UserName, ExternalSyncLimits.TextBytes);
                check.Bytes("password", login.Password, ExternalSyncLimits.TextBytes);
                break;
            case StatusUpdate update:
                CheckMeeting(ref check, update.Meeting);
                break;
            case StatusNotify notify:
                CheckMeeting(ref check, notify.Meeting);
                break;
            case CustomEvent custom:
                check.Present("type", custom.Type);
                check.Bytes("type", custom.Type, ExternalSyncLimits.EventTypeBytes);
                check.Bytes("payload", custom.Payload, ExternalSyncLimits.EventPayloadBytes);
                CheckMeeting(ref check, custom.Meeting);
                break;
        }

        error = check.Error;
        return error is null;
    }

    /// <summary>Whether a text may be an idempotency key.</summary>
    internal static bool IsKey(string key) => key.Length is > 0 and <= ExternalSyncLimits.KeyBytes && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static void CheckMeeting(ref FieldCheck check, MeetingReference? meeting)
    {
        if (meeting is null) return;
        check.Bytes("meeting.meeting_id", meeting.MeetingId, ExternalSyncLimits.TextBytes);
        check.Bytes("meeting.meeting_number", meeting.MeetingNumber, ExternalSyncLimits.TextBytes);
        check.Bytes("meeting.subject", meeting.Subject, ExternalSyncLimits.TextBytes);
        check.Bytes("meeting.extra_data", meeting.ExtraData, ExternalSyncLimits.ExtraDataBytes);
        check.Bytes("meeting.tag", meeting.Tag, ExternalSyncLimits.TagBytes);
    }
}
