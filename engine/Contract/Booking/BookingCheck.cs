using System.Diagnostics.CodeAnalysis;
using ConfEngine.Contract.Errors;

namespace ConfEngine.Contract.Booking;

/// <summary>Looks at each field of a request by itself, before any vendor is asked: lengths, ranges, missing names. What depends on several fields or on the vendor's
/// account is the plugin's to say.</summary>
public static class BookingCheck
{
    private const int SecondsPerDay = 86_400;

    /// <summary>Checks a meeting that is to be booked, or takes the place of one.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="limits">The limits of the transport in use.</param>
    /// <param name="nowUnixSeconds">Now, in Unix seconds UTC.</param>
    /// <param name="error">What is wrong: code, field and a line for a person.</param>
    public static bool TryCheck(MeetingSpec meeting, BookingLimits limits, long nowUnixSeconds, [NotNullWhen(false)] out ContractError? error)
    {
        var check = new FieldCheck();
        CheckSubject(ref check, meeting.Subject, limits);
        if (meeting.StartTime < nowUnixSeconds)
            check.Fail(ErrorCodes.TimeInPast, "start_time", $"start_time is {nowUnixSeconds - meeting.StartTime} s before now; choose a later start");
        CheckReach(ref check, "start_time", meeting.StartTime);
        if (meeting.DurationMinutes != 0)
            check.Range("duration_minutes", meeting.DurationMinutes, BookingLimits.MinDurationMinutes, BookingLimits.MaxDurationMinutes, ErrorCodes.DurationOutOfRange);
        CheckTexts(ref check, meeting);
        CheckChoices(ref check, meeting);
        CheckAttendees(ref check, meeting.Attendees);
        error = check.Error;
        return error is null;
    }

    /// <summary>Checks the rule of a series.</summary>
    /// <param name="cycle">The rule.</param>
    /// <param name="nowUnixSeconds">Now, in Unix seconds UTC.</param>
    /// <param name="error">What is wrong: code, field and a line for a person.</param>
    public static bool TryCheck(CycleSpec cycle, long nowUnixSeconds, [NotNullWhen(false)] out ContractError? error)
    {
        var check = new FieldCheck();
        if (cycle.StartTime <= nowUnixSeconds) check.Fail(ErrorCodes.TimeInPast, "start_time", "start_time of the series is not later than now; choose a later start");
        if (cycle.EndTime < cycle.StartTime || cycle.EndTime - Math.Max(0, cycle.StartTime) > BookingLimits.MaxCycleDays * (long)SecondsPerDay)
            check.Fail(ErrorCodes.InvalidArgument, "end_time", $"end_time lies before the start or more than {BookingLimits.MaxCycleDays} days after it");
        CheckReach(ref check, "start_time", cycle.StartTime);
        CheckReach(ref check, "end_time", cycle.EndTime);
        check.Known("unit", cycle.Unit);
        check.Range("interval", cycle.Interval, 0, cycle.Unit switch { CycleUnit.Day => 15, CycleUnit.Week => 5, _ => 3 });
        check.Range("remind_days", cycle.RemindDays, 0, BookingLimits.MaxRemindDays);
        if (cycle.Unit != CycleUnit.Day && cycle.Points.Count == 0) check.Fail(ErrorCodes.InvalidArgument, "points", "points is empty; name at least one day");
        if (cycle.Points.Count > 31) check.Fail(ErrorCodes.InvalidArgument, "points", $"points has {cycle.Points.Count} days; at most 31 are allowed");
        for (var i = 0; i < Math.Min(31, cycle.Points.Count); i++)
            check.Range($"points[{i}]", cycle.Points[i], cycle.Unit == CycleUnit.Month ? 1 : 0, cycle.Unit == CycleUnit.Month ? 31 : 6);
        error = check.Error;
        return error is null;
    }

    /// <summary>Checks the id of a meeting or of a series.</summary>
    /// <param name="field">Its name in the request.</param>
    /// <param name="id">The id.</param>
    /// <param name="error">What is wrong: code, field and a line for a person.</param>
    public static bool TryCheckId(string field, string id, [NotNullWhen(false)] out ContractError? error)
    {
        var check = new FieldCheck();
        check.Present(field, id);
        check.Bytes(field, id, BookingLimits.MeetingIdBytes);
        error = check.Error;
        return error is null;
    }

    // Further away nobody books, and calendars cannot count.
    private static void CheckReach(ref FieldCheck check, string field, long unixSeconds)
    {
        if (unixSeconds > BookingLimits.LatestTime) check.Fail(ErrorCodes.InvalidArgument, field, $"{field} lies after the year 9998; it is in Unix seconds, not in milliseconds");
    }

    private static void CheckSubject(ref FieldCheck check, string subject, BookingLimits limits)
    {
        check.Bytes("subject", subject, limits.SubjectBytes, ErrorCodes.SubjectTooLong);
        var characters = subject.EnumerateRunes().Count();
        if (characters > limits.SubjectCharacters)
            check.Fail(ErrorCodes.SubjectTooLong, "subject", $"subject has {characters} characters; at most {limits.SubjectCharacters} are allowed");
    }

    private static void CheckTexts(ref FieldCheck check, MeetingSpec meeting)
    {
        check.Bytes("guest_password", meeting.GuestPassword, BookingLimits.PasswordBytes, ErrorCodes.PasswordPolicy);
        check.Range("time_zone_code", meeting.TimeZoneCode, 0, BookingLimits.MaxTimeZoneCode);
        check.Bytes("time_zone", meeting.TimeZone, BookingLimits.TimeZoneBytes);
        check.Bytes("vmr_id", meeting.VmrId, BookingLimits.VmrIdBytes);
        check.Bytes("custom_info", meeting.CustomInfo, BookingLimits.CustomInfoBytes);
    }

    private static void CheckChoices(ref FieldCheck check, MeetingSpec meeting)
    {
        check.Known("media", meeting.Media);
        check.Known("vmr_id_type", meeting.VmrIdType);
        check.Known("join_restriction", meeting.JoinRestriction);
        check.Known("summary", meeting.Summary);
        check.Known("mute_guests", meeting.MuteGuests);
        check.Known("mute_terminals", meeting.MuteTerminals);
        check.Range("guest_start_minutes", meeting.GuestStartMinutes, 0, BookingLimits.MaxDurationMinutes);
        check.Range("max_participants", meeting.MaxParticipants, 0, int.MaxValue);
        check.Range("resource_type", meeting.ResourceType, 0, int.MaxValue);
    }

    private static void CheckAttendees(ref FieldCheck check, IReadOnlyList<Attendee> attendees)
    {
        check.Range("attendees", attendees.Count, 0, BookingLimits.MaxAttendees);
        for (var i = 0; i < Math.Min(attendees.Count, BookingLimits.MaxAttendees); i++)
        {
            var attendee = attendees[i];
            var field = $"attendees[{i}]";
            if (attendee.Number.Length == 0 && attendee.ThirdUserId.Length == 0)
                check.Fail(ErrorCodes.InvalidArgument, field, $"{field} has neither number nor third_user_id; one of the two is needed");
            check.Bytes($"{field}.number", attendee.Number, BookingLimits.NumberBytes);
            check.Bytes($"{field}.third_user_id", attendee.ThirdUserId, BookingLimits.UserIdBytes);
            check.Bytes($"{field}.name", attendee.Name, BookingLimits.NameBytes);
            check.Bytes($"{field}.email", attendee.Email, BookingLimits.EmailBytes);
            check.Bytes($"{field}.sms", attendee.Sms, BookingLimits.NumberBytes);
            check.Known($"{field}.role", attendee.Role);
        }
    }
}
