using ConfEngine.Booking.Local.Storage;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Wire;

namespace ConfEngine.Booking.Local.Book;

/// <summary>A meeting between its row and the contract's messages.</summary>
internal static class Meeting
{
    /// <summary>How long it is, in seconds.</summary>
    public static long Seconds(MeetingSpec spec) => (spec.DurationMinutes == 0 ? BookingLimits.DefaultDurationMinutes : spec.DurationMinutes) * 60L;

    /// <summary>The row of a meeting that is booked, or takes the place of one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="series">The series it belongs to; null for a single one.</param>
    /// <param name="cycle">The rule of that series.</param>
    /// <param name="spec">The meeting as it is to be.</param>
    /// <param name="scheduler">Who books.</param>
    /// <param name="zone">The time zone where the meeting names none, an IANA name.</param>
    public static MeetingRow ToRow(string id, string? series, CycleSpec? cycle, MeetingSpec spec, string scheduler, string zone)
    {
        var entry = new MeetingEntry
        {
            MeetingId = id,
            Subject = spec.Subject,
            GuestPassword = spec.GuestPassword,
            StartTime = spec.StartTime,
            EndTime = spec.StartTime + Seconds(spec),
            TimeZoneCode = spec.TimeZoneCode,
            TimeZone = spec.TimeZone.Length > 0 ? spec.TimeZone : zone,
            Media = spec.Media,
            SchedulerName = scheduler,
            State = MeetingState.Scheduled,
            OwnRole = AttendeeRole.Host,
            Kind = series is null ? MeetingKind.Single : MeetingKind.Occurrence,
            SeriesId = series ?? "",
        };
        var detail = new MeetingDetail { MeetingId = id, Entry = entry, Spec = spec, GuestsNeedNoPassword = !spec.NeedPassword, Cycle = cycle };
        return new MeetingRow(id, series, entry.StartTime, entry.EndTime, MessageCodec.Encode(detail));
    }

    /// <summary>All that is known of a stored meeting, in the state that it is in now.</summary>
    /// <param name="row">The row.</param>
    /// <param name="now">Unix seconds.</param>
    /// <exception cref="ContractException">The row was damaged on the disk.</exception>
    public static MeetingDetail Detail(MeetingRow row, long now)
    {
        if (!MessageCodec.TryDecode<MeetingDetail>(row.Body, out var detail, out var error) || detail.Entry is not { } entry)
            throw new ContractException(ErrorCodes.Internal, $"meeting {row.Id} cannot be read from the database: {error}; cancel it and book it again");
        return detail with { Entry = entry with { EndTime = row.Ends, State = StateAt(row, now) } };
    }

    /// <summary>A stored meeting as lists show it.</summary>
    public static MeetingEntry Entry(MeetingRow row, long now) => Detail(row, now).Entry!;

    private static MeetingState StateAt(MeetingRow row, long now) =>
        now < row.Starts ? MeetingState.Scheduled : now < row.Ends ? MeetingState.Running : MeetingState.Ended;
}
