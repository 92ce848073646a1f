namespace ConfEngine.Contract.Booking;

/// <summary>What a plugin with the capability <c>booking</c> is asked. One that lacks a method answers <c>unsupported</c>.</summary>
public static class BookingMethods
{
    /// <summary>Book a meeting.</summary>
    public static readonly Method<BookRequest, BookResult> Book = TwoPhase<BookRequest, BookResult>("booking.book");

    /// <summary>Change a meeting that has not begun.</summary>
    public static readonly Method<EditRequest, BookResult> Edit = TwoPhase<EditRequest, BookResult>("booking.edit");

    /// <summary>Cancel a meeting that has not begun.</summary>
    public static readonly Method<CancelRequest, Nothing> Cancel = TwoPhase<CancelRequest, Nothing>("booking.cancel");

    /// <summary>Book a series of meetings.</summary>
    public static readonly Method<BookRecurringRequest, RecurringResult> BookRecurring = TwoPhase<BookRecurringRequest, RecurringResult>("booking.book-recurring");

    /// <summary>Change a series.</summary>
    public static readonly Method<EditRecurringRequest, RecurringResult> EditRecurring = TwoPhase<EditRecurringRequest, RecurringResult>("booking.edit-recurring");

    /// <summary>Cancel a series.</summary>
    public static readonly Method<CancelRecurringRequest, Nothing> CancelRecurring = TwoPhase<CancelRecurringRequest, Nothing>("booking.cancel-recurring");

    /// <summary>Change one meeting of a series.</summary>
    public static readonly Method<EditOccurrenceRequest, BookResult> EditOccurrence = TwoPhase<EditOccurrenceRequest, BookResult>("booking.edit-occurrence");

    /// <summary>Cancel one meeting of a series.</summary>
    public static readonly Method<CancelOccurrenceRequest, Nothing> CancelOccurrence = TwoPhase<CancelOccurrenceRequest, Nothing>("booking.cancel-occurrence");

    /// <summary>The meetings of a span of time.</summary>
    public static readonly Method<ListRequest, MeetingList> List = new("booking.list", MethodShape.Direct, Idempotent: true);

    /// <summary>All that is known of a meeting.</summary>
    public static readonly Method<DetailRequest, MeetingDetail> Detail = new("booking.detail", MethodShape.Direct, Idempotent: true);

    /// <summary>The virtual meeting rooms that may be used.</summary>
    public static readonly Method<Nothing, VmrList> Vmrs = new("booking.vmrs", MethodShape.Direct, Idempotent: true);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Method> All { get; } =
        [Book, Edit, Cancel, BookRecurring, EditRecurring, CancelRecurring, EditOccurrence, CancelOccurrence, List, Detail, Vmrs];

    private static Method<TRequest, TResult> TwoPhase<TRequest, TResult>(string name) => new(name, MethodShape.TwoPhase, Idempotent: true);
}
