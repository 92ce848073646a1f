using ConfEngine.Contract.Wire;
using MessagePack;

namespace ConfEngine.Contract.Booking;

/// <summary>A meeting as it is to be. <see cref="BookingCheck"/> has the limits; the host checks before it asks a plugin.</summary>
[MessagePackObject]
public sealed record MeetingSpec
{
    /// <summary>The topic. At most 385 bytes on the SDK transport, 128 characters on the REST transport.</summary>
    [Key(0)]
    public string Subject { get; init => field = value ?? ""; } = "";

    /// <summary>When it begins: plain Unix seconds UTC, not before now.</summary>
    [Key(1)]
    public long StartTime { get; init; }

    /// <summary>How long it is, in minutes: 15 to 1440; 0 means 30.</summary>
    [Key(2)]
    public int DurationMinutes { get; init; }

    /// <summary>What it carries.</summary>
    [Key(3)]
    public MediaType Media { get; init; }

    /// <summary>Whether a password is asked for. Only with a random id.</summary>
    [Key(4)]
    public bool NeedPassword { get; init; }

    /// <summary>The guests' password; empty: the vendor makes one. Only with a random id. At most 31 bytes. A secret: not to be logged.</summary>
    [Key(5)]
    public string GuestPassword { get; init => field = value ?? ""; } = "";

    /// <summary>Whether it may be recorded (in the cloud).</summary>
    [Key(6)]
    public bool Record { get; init; }

    /// <summary>Whether recording begins by itself; it may be recorded then, whatever <see cref="Record"/> says.</summary>
    [Key(7)]
    public bool AutoRecord { get; init; }

    /// <summary>The vendor's number of the time zone that its notices use, 0 to 77; 0 is its default, 56 is UTC+8.</summary>
    [Key(8)]
    public int TimeZoneCode { get; init; }

    /// <summary>The same zone as an IANA name, such as <c>Asia/Shanghai</c>; empty: the room's. An adapter uses whichever of the two its vendor knows. At most 64 bytes.</summary>
    [Key(9)]
    public string TimeZone { get; init => field = value ?? ""; } = "";

    /// <summary>Whether it is held in a virtual meeting room; false for one that runs beside others. Cannot be changed afterwards.</summary>
    [Key(10)]
    public bool Vmr { get; init; }

    /// <summary>The virtual meeting room's id (<see cref="VmrInfo.Id"/>); empty without one. Cannot be changed afterwards. At most 127 bytes.</summary>
    [Key(11)]
    public string VmrId { get; init => field = value ?? ""; } = "";

    /// <summary>Which id it gets in a virtual meeting room.</summary>
    [Key(12)]
    public VmrIdType VmrIdType { get; init; }

    /// <summary>Who may join.</summary>
    [Key(13)]
    public JoinRestriction JoinRestriction { get; init; }

    /// <summary>Whether text messages are sent; the company's setting must allow it.</summary>
    [Key(14)]
    public bool Sms { get; init; }

    /// <summary>Whether mails are sent.</summary>
    [Key(15)]
    public bool Mail { get; init; }

    /// <summary>Whether the mails bring a calendar entry.</summary>
    [Key(16)]
    public bool CalendarMail { get; init; }

    /// <summary>Who is invited, at most 400. An adapter adds the vendor's account of this room as host where it is missing, and makes it host where it is listed.</summary>
    [Key(17)]
    public IReadOnlyList<Attendee> Attendees { get; init => field = NilElements.Dropped(value); } = [];

    /// <summary>Whether guests wait until they are let in; where the vendor's feature is enabled.</summary>
    [Key(18)]
    public bool WaitingRoom { get; init; }

    /// <summary>Whether guests may begin before the host comes.</summary>
    [Key(19)]
    public bool GuestsMayStart { get; init; }

    /// <summary>How many minutes before the start guests may begin; 0: at any time. Only with a random id. At most 1440.</summary>
    [Key(20)]
    public int GuestStartMinutes { get; init; }

    /// <summary>The most that may be there at once; 0: no limit.</summary>
    [Key(21)]
    public int MaxParticipants { get; init; }

    /// <summary>Anything of the caller's own that the vendor keeps with the meeting. At most 2048 bytes.</summary>
    [Key(22)]
    public string CustomInfo { get; init => field = value ?? ""; } = "";

    /// <summary>The vendor's number of the kind of resource it is held with; 0: its default.</summary>
    [Key(23)]
    public int ResourceType { get; init; }

    /// <summary>Whether the recording begins with minutes being taken.</summary>
    [Key(24)]
    public Preference Summary { get; init; }

    /// <summary>Whether guests on apps are muted on joining.</summary>
    [Key(25)]
    public Preference MuteGuests { get; init; }

    /// <summary>Whether guests on room terminals are muted on joining.</summary>
    [Key(26)]
    public Preference MuteTerminals { get; init; }

    /// <summary>Reserved by the vendor: passed through from the detail to an edit.</summary>
    [Key(27)]
    public bool Live { get; init; }

    /// <summary>Says which it is and none of its secrets.</summary>
    public override string ToString() => $"{nameof(MeetingSpec)} at {StartTime} for {DurationMinutes} min";
}
