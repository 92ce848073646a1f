using ConfEngine.Contract.Vendor;
using MessagePack;

namespace ConfEngine.Contract.Booking;

/// <summary>A meeting as lists show it.</summary>
[MessagePackObject]
public sealed record MeetingEntry
{
    /// <summary>The vendor's id of the meeting, by which it is edited, cancelled and asked for. At most 64 bytes.</summary>
    [Key(0)]
    public string MeetingId { get; init => field = value ?? ""; } = "";

    /// <summary>The topic.</summary>
    [Key(1)]
    public string Subject { get; init => field = value ?? ""; } = "";

    /// <summary>The host's password; empty where there is none or it may not be seen. A secret: not to be logged.</summary>
    [Key(2)]
    public string ChairPassword { get; init => field = value ?? ""; } = "";

    /// <summary>The guests' password. A secret: not to be logged.</summary>
    [Key(3)]
    public string GuestPassword { get; init => field = value ?? ""; } = "";

    /// <summary>The audience's password. A secret: not to be logged.</summary>
    [Key(4)]
    public string AudiencePassword { get; init => field = value ?? ""; } = "";

    /// <summary>When it begins, in Unix seconds UTC.</summary>
    [Key(5)]
    public long StartTime { get; init; }

    /// <summary>When it ends, in Unix seconds UTC.</summary>
    [Key(6)]
    public long EndTime { get; init; }

    /// <summary>The vendor's number of the time zone; 0 for none.</summary>
    [Key(7)]
    public int TimeZoneCode { get; init; }

    /// <summary>The time zone as an IANA name; empty when it is not known.</summary>
    [Key(8)]
    public string TimeZone { get; init => field = value ?? ""; } = "";

    /// <summary>What it carries.</summary>
    [Key(9)]
    public MediaType Media { get; init; }

    /// <summary>Who booked it.</summary>
    [Key(10)]
    public string SchedulerName { get; init => field = value ?? ""; } = "";

    /// <summary>The id to join by where it is held in a virtual meeting room; empty otherwise.</summary>
    [Key(11)]
    public string VmrConferenceId { get; init => field = value ?? ""; } = "";

    /// <summary>The link for the host. At most 255 bytes at some vendors.</summary>
    [Key(12)]
    public string ChairJoinUri { get; init => field = value ?? ""; } = "";

    /// <summary>The link for guests.</summary>
    [Key(13)]
    public string GuestJoinUri { get; init => field = value ?? ""; } = "";

    /// <summary>The link for the audience.</summary>
    [Key(14)]
    public string AudienceJoinUri { get; init => field = value ?? ""; } = "";

    /// <summary>How far it has come.</summary>
    [Key(15)]
    public MeetingState State { get; init; }

    /// <summary>Whether it is a webinar.</summary>
    [Key(16)]
    public bool Webinar { get; init; }

    /// <summary>What this room is in it.</summary>
    [Key(17)]
    public AttendeeRole OwnRole { get; init; }

    /// <summary>Whether it is a meeting, a series, or one of a series.</summary>
    [Key(18)]
    public MeetingKind Kind { get; init; }

    /// <summary>The series it belongs to; empty for a single meeting.</summary>
    [Key(19)]
    public string SeriesId { get; init => field = value ?? ""; } = "";

    /// <summary>The vendor's own words for the state; null where it is as told.</summary>
    [Key(20)]
    public VendorStatus? Vendor { get; init; }

    /// <summary>Says which it is and none of its secrets.</summary>
    public override string ToString() => $"{nameof(MeetingEntry)} {MeetingId}";
}

/// <summary>All that is known of a meeting.</summary>
[MessagePackObject]
public sealed record MeetingDetail
{
    /// <summary>The meeting's id; always there.</summary>
    [Key(0)]
    public string MeetingId { get; init => field = value ?? ""; } = "";

    /// <summary>True when the id is all that is known: the meeting exists, its detail could not be read. The host asks for it later, at growing intervals.</summary>
    [Key(1)]
    public bool OnlyId { get; init; }

    /// <summary>The meeting as lists show it; null when only the id is known.</summary>
    [Key(2)]
    public MeetingEntry? Entry { get; init; }

    /// <summary>The meeting as it would be booked; an edit takes this, changes a field and sends all of it back. Null when only the id is known.</summary>
    [Key(3)]
    public MeetingSpec? Spec { get; init; }

    /// <summary>Whether this account may record it.</summary>
    [Key(4)]
    public bool MayRecord { get; init; }

    /// <summary>Whether guests need no password.</summary>
    [Key(5)]
    public bool GuestsNeedNoPassword { get; init; }

    /// <summary>What serves its media.</summary>
    [Key(6)]
    public ServerType Server { get; init; }

    /// <summary>The rule of the series it belongs to; null for a single meeting.</summary>
    [Key(7)]
    public CycleSpec? Cycle { get; init; }
}

/// <summary>A virtual meeting room that this account may use.</summary>
[MessagePackObject]
public sealed record VmrInfo
{
    /// <summary>The fixed id that people join by. At most 15 bytes.</summary>
    [Key(0)]
    public string ConferenceId { get; init => field = value ?? ""; } = "";

    /// <summary>The vendor's id of the room, for <see cref="MeetingSpec.VmrId"/>. At most 127 bytes.</summary>
    [Key(1)]
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>The host's password. A secret: not to be logged. At most 31 bytes.</summary>
    [Key(2)]
    public string ChairPassword { get; init => field = value ?? ""; } = "";

    /// <summary>The guests' password. A secret: not to be logged. At most 31 bytes.</summary>
    [Key(3)]
    public string GuestPassword { get; init => field = value ?? ""; } = "";

    /// <summary>Whose it is.</summary>
    [Key(4)]
    public VmrType Type { get; init; }

    /// <summary>The most that may be there at once; 0 when not known.</summary>
    [Key(5)]
    public int MaxParticipants { get; init; }

    /// <summary>Its name. At most 255 bytes.</summary>
    [Key(6)]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Whether guests may begin before the host comes.</summary>
    [Key(7)]
    public bool GuestsMayStart { get; init; }

    /// <summary>Who may join.</summary>
    [Key(8)]
    public JoinRestriction JoinRestriction { get; init; }

    /// <summary>Whether guests wait until they are let in.</summary>
    [Key(9)]
    public bool WaitingRoom { get; init; }

    /// <summary>Says which it is and none of its secrets.</summary>
    public override string ToString() => $"{nameof(VmrInfo)} {Id}";
}
