using System.Security.Cryptography;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;

namespace ConfEngine.Booking.Local.Book;

/// <summary>What a room without a vendor behind it refuses, fills in, or cannot do.</summary>
internal static class Vetting
{
    // "Now" on a panel is past when it arrives.
    private const long GraceS = 60;
    private const int PasswordDigits = 6;

    /// <summary>Checks a meeting, and gives it a password where it needs one.</summary>
    /// <exception cref="ContractException">It cannot be booked.</exception>
    public static MeetingSpec Vet(MeetingSpec spec, long now)
    {
        if (!BookingCheck.TryCheck(spec, BookingLimits.Sdk, now - GraceS, out var error)) throw new ContractException(error);
        if (spec.Vmr || spec.VmrId.Length > 0)
            throw new ContractException(ErrorCodes.NoSharedVmr, "this room has no virtual meeting rooms; book without one", spec.Vmr ? "vmr" : "vmr_id");
        return spec is { NeedPassword: true, GuestPassword.Length: 0 }
            ? spec with { GuestPassword = RandomNumberGenerator.GetString("0123456789", PasswordDigits) }
            : spec;
    }

    /// <summary>Checks the rule of a series.</summary>
    /// <exception cref="ContractException">It is none that can be booked.</exception>
    public static void Vet(CycleSpec cycle, long now)
    {
        if (!BookingCheck.TryCheck(cycle, now, out var error)) throw new ContractException(error);
    }

    /// <summary>What was asked for and does not happen, one line each.</summary>
    public static IReadOnlyList<string> Warnings(MeetingSpec spec)
    {
        var warnings = new List<string>();
        if (spec.Mail || spec.CalendarMail) warnings.Add("no mails are sent: bookings of this room stay in this room");
        if (spec.Sms) warnings.Add("no text messages are sent: bookings of this room stay in this room");
        if (spec.Record || spec.AutoRecord) warnings.Add("the meeting is not recorded by itself: start the recording in the room");
        return warnings;
    }
}
