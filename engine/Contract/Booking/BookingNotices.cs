using ConfEngine.Contract.Vendor;
using ConfEngine.Contract.Wire;
using MessagePack;

namespace ConfEngine.Contract.Booking;

/// <summary>What a plugin with the capability <c>booking</c> tells.</summary>
public static class BookingNotices
{
    /// <summary>The list of meetings has changed: all of it once after the start, then what is new, changed or gone, whoever did it.</summary>
    public static readonly Notice<ListChanged> ListChanged = new("booking.list-changed");

    /// <summary>A meeting has begun or ended at the vendor.</summary>
    public static readonly Notice<StateChanged> StateChanged = new("booking.state-changed");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Notice> All { get; } = [ListChanged, StateChanged];
}

/// <summary>A change of the list of meetings.</summary>
[MessagePackObject]
public sealed record ListChanged
{
    /// <summary>What the meetings stand for.</summary>
    [Key(0)]
    public ListChange Change { get; init; }

    /// <summary>The meetings; for those that are gone the id is enough.</summary>
    [Key(1)]
    public IReadOnlyList<MeetingEntry> Meetings { get; init => field = NilElements.Dropped(value); } = [];
}

/// <summary>A meeting has begun or ended.</summary>
[MessagePackObject]
public sealed record StateChanged
{
    /// <summary>Which one.</summary>
    [Key(0)]
    public string MeetingId { get; init => field = value ?? ""; } = "";

    /// <summary>How far it has come.</summary>
    [Key(1)]
    public MeetingState State { get; init; }

    /// <summary>Why it ended.</summary>
    [Key(2)]
    public EndReason Reason { get; init; }

    /// <summary>The vendor's own words for the state or the reason; null where there are none.</summary>
    [Key(3)]
    public VendorStatus? Vendor { get; init; }
}
