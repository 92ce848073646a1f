using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;

namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>A meeting that a rule has booked; cancelled when it is disposed of.</summary>
internal sealed class BookedMeeting : IDisposable
{
    private readonly Subject _subject;
    private bool _isGone;

    private BookedMeeting(Subject subject, MeetingSpec spec, string id) => (_subject, Spec, Id) = (subject, spec, id);

    /// <summary>As it was booked.</summary>
    public MeetingSpec Spec { get; }

    /// <summary>The vendor's id.</summary>
    public string Id { get; }

    /// <summary>Books one.</summary>
    /// <exception cref="NotApplicableException">The plugin does not book.</exception>
    /// <exception cref="RuleBrokenException">It was refused.</exception>
    public static BookedMeeting Make(Subject subject) => TryMake(subject, MeetingSlot.Next(subject), out var error)
        ?? throw new RuleBrokenException($"booking.book failed with {Conversation.Text(error!)}");

    /// <summary>Books one; null when it was refused.</summary>
    /// <exception cref="NotApplicableException">The plugin does not book.</exception>
    public static BookedMeeting? TryMake(Subject subject, MeetingSpec spec, out ContractError? error)
    {
        var request = new BookRequest { Ticket = Operation.NewTicket(subject.OperationMs), Meeting = spec };
        var result = Operation.Run(subject, subject.Running, BookingMethods.Book, request, out error);
        if (error?.Code == ErrorCodes.Unsupported) throw new NotApplicableException("it does not do booking.book");
        if (result is null) return null;
        return result.Meeting.MeetingId.Length > 0 ? new BookedMeeting(subject, spec, result.Meeting.MeetingId) : throw new RuleBrokenException("the meeting that was booked has no id");
    }

    /// <summary>The meeting as its detail says.</summary>
    public MeetingSpec Detail()
    {
        var detail = _subject.Running.Expect(BookingMethods.Detail, new DetailRequest { MeetingId = Id }, _subject.CallMs);
        return detail.Spec ?? throw new RuleBrokenException("booking.detail gives no meeting, only its id");
    }

    public void Dispose()
    {
        if (_isGone) return;
        _isGone = true;
        MeetingSlot.TakeAway(_subject, Id);
    }
}
