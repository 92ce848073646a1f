using ConfEngine.Contract.Vendor;
using ConfEngine.Contract.Wire;
using MessagePack;

namespace ConfEngine.Contract.ExternalSync;

/// <summary>What a plugin with the capability <c>external-sync</c> tells.</summary>
public static class ExternalSyncNotices
{
    /// <summary>The account was signed out by somebody else: it is logged out now.</summary>
    public static readonly Notice<AccountNotice> KickedOut = new("external-sync.kicked-out");

    /// <summary>The sign-in is no longer valid: it is logged out, and retries end until a new login.</summary>
    public static readonly Notice<AccountNotice> AuthExpired = new("external-sync.auth-expired");

    /// <summary>The connection to the other system is there again; what was not told meanwhile can be told.</summary>
    public static readonly Notice<AccountNotice> Reconnected = new("external-sync.reconnected");

    /// <summary>Booked meetings have changed; one notice may carry several.</summary>
    public static readonly Notice<MeetingItemsChanged> MeetingItemsChanged = new("external-sync.meeting-items-changed");

    /// <summary>An invitation has come further.</summary>
    public static readonly Notice<InviteStatusChanged> InviteStatusChanged = new("external-sync.invite-status-changed");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Notice> All { get; } = [KickedOut, AuthExpired, Reconnected, MeetingItemsChanged, InviteStatusChanged];
}

/// <summary>Something about the account.</summary>
[MessagePackObject]
public sealed record AccountNotice
{
    /// <summary>One line for a person; empty when there is nothing to add.</summary>
    [Key(0)]
    public string Text { get; init => field = value ?? ""; } = "";

    /// <summary>The vendor's own words; null where there are none.</summary>
    [Key(1)]
    public VendorStatus? Vendor { get; init; }
}

/// <summary>Booked meetings that have changed.</summary>
[MessagePackObject]
public sealed record MeetingItemsChanged
{
    /// <summary>The meetings as they are now.</summary>
    [Key(0)]
    public IReadOnlyList<MeetingItem> Items { get; init => field = NilElements.Dropped(value); } = [];
}

/// <summary>A booked meeting of the other system.</summary>
[MessagePackObject]
public sealed record MeetingItem
{
    /// <summary>Names it.</summary>
    [Key(0)]
    public MeetingReference Meeting { get; init => field = value ?? new(); } = new();

    /// <summary>When it begins, in Unix seconds UTC.</summary>
    [Key(1)]
    public long StartTime { get; init; }

    /// <summary>When it ends, in Unix seconds UTC.</summary>
    [Key(2)]
    public long EndTime { get; init; }

    /// <summary>How far it has come.</summary>
    [Key(3)]
    public MeetingItemState State { get; init; }

    /// <summary>How it comes again.</summary>
    [Key(4)]
    public Recurrence Recurrence { get; init; }

    /// <summary>The last day it comes again, in Unix seconds UTC; 0 where a number of times is given or it does not.</summary>
    [Key(5)]
    public long RecurUntil { get; init; }

    /// <summary>How many times it comes; 0 where a last day is given or it does not.</summary>
    [Key(6)]
    public int RecurTimes { get; init; }

    /// <summary>The vendor's own words for the state; null where it is as told.</summary>
    [Key(7)]
    public VendorStatus? Vendor { get; init; }
}

/// <summary>An invitation has come further.</summary>
[MessagePackObject]
public sealed record InviteStatusChanged
{
    /// <summary>How far.</summary>
    [Key(0)]
    public InviteStatus Status { get; init; }

    /// <summary>The meeting.</summary>
    [Key(1)]
    public MeetingReference Meeting { get; init => field = value ?? new(); } = new();

    /// <summary>Who invites.</summary>
    [Key(2)]
    public string InviterName { get; init => field = value ?? ""; } = "";

    /// <summary>Where his picture is; empty for none. The host does not fetch it.</summary>
    [Key(3)]
    public string InviterAvatar { get; init => field = value ?? ""; } = "";

    /// <summary>Whether it is an invitation to a meeting that has not begun.</summary>
    [Key(4)]
    public bool PreMeeting { get; init; }

    /// <summary>The vendor's own words for the status; null where it is as told.</summary>
    [Key(5)]
    public VendorStatus? Vendor { get; init; }
}
