using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Wire;
using MessagePack;

namespace ConfEngine.Contract.Booking;

/// <summary>Book a series of meetings.</summary>
[MessagePackObject]
public sealed record BookRecurringRequest : IOperationRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public OperationTicket Ticket { get; init => field = value ?? new(); } = new();

    /// <summary>Each meeting as it is to be; its start gives the time of day, in <see cref="MeetingSpec.TimeZone"/>.</summary>
    [Key(1)]
    public MeetingSpec Meeting { get; init => field = value ?? new(); } = new();

    /// <summary>When they are.</summary>
    [Key(2)]
    public CycleSpec Cycle { get; init => field = value ?? new(); } = new();
}

/// <summary>Change all meetings of a series that have not begun.</summary>
[MessagePackObject]
public sealed record EditRecurringRequest : IOperationRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public OperationTicket Ticket { get; init => field = value ?? new(); } = new();

    /// <summary>Which series.</summary>
    [Key(1)]
    public string SeriesId { get; init => field = value ?? ""; } = "";

    /// <summary>All of it.</summary>
    [Key(2)]
    public MeetingSpec Meeting { get; init => field = value ?? new(); } = new();

    /// <summary>When they are.</summary>
    [Key(3)]
    public CycleSpec Cycle { get; init => field = value ?? new(); } = new();
}

/// <summary>Cancel all meetings of a series that have not begun.</summary>
[MessagePackObject]
public sealed record CancelRecurringRequest : IOperationRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public OperationTicket Ticket { get; init => field = value ?? new(); } = new();

    /// <summary>Which series.</summary>
    [Key(1)]
    public string SeriesId { get; init => field = value ?? ""; } = "";

    /// <summary>Whether one that is running is ended, too.</summary>
    [Key(2)]
    public bool EndRunning { get; init; }
}

/// <summary>Change one meeting of a series.</summary>
[MessagePackObject]
public sealed record EditOccurrenceRequest : IOperationRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public OperationTicket Ticket { get; init => field = value ?? new(); } = new();

    /// <summary>Which series.</summary>
    [Key(1)]
    public string SeriesId { get; init => field = value ?? ""; } = "";

    /// <summary>Which meeting.</summary>
    [Key(2)]
    public string MeetingId { get; init => field = value ?? ""; } = "";

    /// <summary>All of it.</summary>
    [Key(3)]
    public MeetingSpec Meeting { get; init => field = value ?? new(); } = new();
}

/// <summary>Cancel one meeting of a series.</summary>
[MessagePackObject]
public sealed record CancelOccurrenceRequest : IOperationRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public OperationTicket Ticket { get; init => field = value ?? new(); } = new();

    /// <summary>Which series.</summary>
    [Key(1)]
    public string SeriesId { get; init => field = value ?? ""; } = "";

    /// <summary>Which meeting.</summary>
    [Key(2)]
    public string MeetingId { get; init => field = value ?? ""; } = "";
}

/// <summary>How the booking or the edit of a series ended.</summary>
[MessagePackObject]
public sealed record RecurringResult
{
    /// <summary>The vendor's id of the series.</summary>
    [Key(0)]
    public string SeriesId { get; init => field = value ?? ""; } = "";

    /// <summary>The meetings that were booked, as far as they are known already.</summary>
    [Key(1)]
    public IReadOnlyList<MeetingEntry> Meetings { get; init => field = NilElements.Dropped(value); } = [];

    /// <summary>How many were booked.</summary>
    [Key(2)]
    public int Booked { get; init; }

    /// <summary>How many the rule gives beyond what the vendor books.</summary>
    [Key(3)]
    public int Dropped { get; init; }

    /// <summary>What was left out or changed because the vendor does not do it, one line for a person each.</summary>
    [Key(4)]
    public IReadOnlyList<string> Warnings { get; init => field = NilElements.Dropped(value); } = [];
}
