using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Wire;
using MessagePack;

namespace ConfEngine.Contract.Booking;

/// <summary>Book a meeting.</summary>
[MessagePackObject]
public sealed record BookRequest : IOperationRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public OperationTicket Ticket { get; init => field = value ?? new(); } = new();

    /// <summary>The meeting as it is to be.</summary>
    [Key(1)]
    public MeetingSpec Meeting { get; init => field = value ?? new(); } = new();
}

/// <summary>Change a meeting that has not begun; one that has is refused with <c>meeting-already-started</c>.</summary>
[MessagePackObject]
public sealed record EditRequest : IOperationRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public OperationTicket Ticket { get; init => field = value ?? new(); } = new();

    /// <summary>Which one.</summary>
    [Key(1)]
    public string MeetingId { get; init => field = value ?? ""; } = "";

    /// <summary>All of it, with what does not change as <see cref="MeetingDetail.Spec"/> said.</summary>
    [Key(2)]
    public MeetingSpec Meeting { get; init => field = value ?? new(); } = new();

    /// <summary>Whether those invited get a new calendar entry.</summary>
    [Key(3)]
    public bool SendCalendar { get; init; }
}

/// <summary>Cancel a meeting that has not begun.</summary>
[MessagePackObject]
public sealed record CancelRequest : IOperationRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public OperationTicket Ticket { get; init => field = value ?? new(); } = new();

    /// <summary>Which one.</summary>
    [Key(1)]
    public string MeetingId { get; init => field = value ?? ""; } = "";
}

/// <summary>How a booking or an edit ended.</summary>
[MessagePackObject]
public sealed record BookResult
{
    /// <summary>The meeting as the vendor has it; perhaps only its id.</summary>
    [Key(0)]
    public MeetingDetail Meeting { get; init => field = value ?? new(); } = new();

    /// <summary>What was left out or changed because the vendor does not do it, one line for a person each.</summary>
    [Key(1)]
    public IReadOnlyList<string> Warnings { get; init => field = NilElements.Dropped(value); } = [];
}

/// <summary>Ask for the meetings of a span of time.</summary>
[MessagePackObject]
public sealed record ListRequest
{
    /// <summary>Those that end after this moment, in Unix seconds UTC; 0: from now.</summary>
    [Key(0)]
    public long FromTime { get; init; }

    /// <summary>Those that begin before this moment, in Unix seconds UTC; 0: no bound.</summary>
    [Key(1)]
    public long ToTime { get; init; }

    /// <summary>The most to give, 1 to 1000; 0 means 128.</summary>
    [Key(2)]
    public int Limit { get; init; }
}

/// <summary>Meetings in the order of their start.</summary>
[MessagePackObject]
public sealed record MeetingList
{
    /// <summary>The meetings.</summary>
    [Key(0)]
    public IReadOnlyList<MeetingEntry> Meetings { get; init => field = NilElements.Dropped(value); } = [];

    /// <summary>Whether there are more than were asked for.</summary>
    [Key(1)]
    public bool More { get; init; }
}

/// <summary>Ask for all that is known of a meeting.</summary>
[MessagePackObject]
public sealed record DetailRequest
{
    /// <summary>Which one.</summary>
    [Key(0)]
    public string MeetingId { get; init => field = value ?? ""; } = "";
}

/// <summary>The virtual meeting rooms that this account may use.</summary>
[MessagePackObject]
public sealed record VmrList
{
    /// <summary>The rooms.</summary>
    [Key(0)]
    public IReadOnlyList<VmrInfo> Vmrs { get; init => field = NilElements.Dropped(value); } = [];
}
