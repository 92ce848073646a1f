namespace ConfEngine.Contract.Booking;

/// <summary>What a meeting carries. An adapter sends it to the vendor explicitly, for vendors' defaults differ.</summary>
public enum MediaType
{
    /// <summary>Pictures, sound and shared content.</summary>
    Video,

    /// <summary>Sound and shared content.</summary>
    Audio,
}

/// <summary>Who may join.</summary>
public enum JoinRestriction
{
    /// <summary>Everybody.</summary>
    Everyone,

    /// <summary>Everybody who is signed in at the vendor.</summary>
    SignedIn,

    /// <summary>The company's users.</summary>
    Company,

    /// <summary>Those who were invited.</summary>
    Invited,
}

/// <summary>Which id a meeting in a virtual meeting room has.</summary>
public enum VmrIdType
{
    /// <summary>The room's own.</summary>
    Fixed,

    /// <summary>A new one for each meeting.</summary>
    Random,
}

/// <summary>Whose a virtual meeting room is.</summary>
public enum VmrType
{
    /// <summary>A user's personal meeting id.</summary>
    Personal,

    /// <summary>A cloud meeting room.</summary>
    Cloud,
}

/// <summary>What somebody is in a meeting.</summary>
public enum AttendeeRole
{
    /// <summary>Takes part.</summary>
    Attendee,

    /// <summary>Leads.</summary>
    Host,

    /// <summary>Listens and watches.</summary>
    Audience,

    /// <summary>Leads beside the host.</summary>
    CoHost,

    /// <summary>Is in the waiting room.</summary>
    Waiting,
}

/// <summary>How far somebody has come.</summary>
public enum AttendeeState
{
    /// <summary>Not told, or a value that has no neutral word.</summary>
    Unknown,

    /// <summary>Is there.</summary>
    InMeeting,

    /// <summary>Is being called.</summary>
    Calling,

    /// <summary>Has answered and is coming in.</summary>
    Joining,

    /// <summary>Was there and has left.</summary>
    Left,

    /// <summary>There is no such user or number.</summary>
    NotFound,

    /// <summary>Is busy.</summary>
    Busy,

    /// <summary>Does not answer.</summary>
    NoAnswer,

    /// <summary>Has declined.</summary>
    Rejected,

    /// <summary>The call failed for another reason.</summary>
    CallFailed,
}

/// <summary>How far a meeting has come.</summary>
public enum MeetingState
{
    /// <summary>Not told, or a value that has no neutral word.</summary>
    Unknown,

    /// <summary>Booked, not begun.</summary>
    Scheduled,

    /// <summary>Being set up.</summary>
    Starting,

    /// <summary>Running.</summary>
    Running,

    /// <summary>Over.</summary>
    Ended,

    /// <summary>Cancelled.</summary>
    Cancelled,

    /// <summary>Over, and its id may be given to another.</summary>
    Recycled,
}

/// <summary>What an entry of the list stands for.</summary>
public enum MeetingKind
{
    /// <summary>One meeting.</summary>
    Single,

    /// <summary>A series of meetings.</summary>
    Series,

    /// <summary>One meeting of a series.</summary>
    Occurrence,
}

/// <summary>A switch that the vendor may have an own default for.</summary>
public enum Preference
{
    /// <summary>As the vendor does when nothing is said.</summary>
    VendorDefault,

    /// <summary>Off.</summary>
    Off,

    /// <summary>On.</summary>
    On,
}

/// <summary>What serves a meeting's media.</summary>
public enum ServerType
{
    /// <summary>A multipoint control unit, which mixes.</summary>
    Mcu,

    /// <summary>Servers that forward.</summary>
    Rtc,
}

/// <summary>The step of a series.</summary>
public enum CycleUnit
{
    /// <summary>Every so many days.</summary>
    Day,

    /// <summary>On days of every so many weeks.</summary>
    Week,

    /// <summary>On days of every so many months.</summary>
    Month,
}

/// <summary>What a list notice says of its meetings.</summary>
public enum ListChange
{
    /// <summary>These are all; with none, the list is empty.</summary>
    All,

    /// <summary>These are new, or, where the id is known, have changed.</summary>
    Add,

    /// <summary>These are gone; one that is not known is ignored.</summary>
    Delete,
}

/// <summary>Why a meeting ended, or could not be joined.</summary>
public enum EndReason
{
    /// <summary>Not told, or a value that has no neutral word.</summary>
    Unknown,

    /// <summary>We left.</summary>
    Left,

    /// <summary>We ended it for everybody.</summary>
    StoppedByUs,

    /// <summary>The host removed us, or ended it.</summary>
    ByHost,

    /// <summary>The session's timer ran out.</summary>
    SessionTimeout,

    /// <summary>No media came.</summary>
    NoMedia,

    /// <summary>The company's resources are used up.</summary>
    ResourcesUsedUp,

    /// <summary>The company's users only.</summary>
    CompanyOnly,

    /// <summary>Those invited only.</summary>
    InvitedOnly,

    /// <summary>It is locked.</summary>
    Locked,

    /// <summary>The virtual meeting room is not open yet.</summary>
    VmrNotOpen,

    /// <summary>Another meeting is in the virtual meeting room.</summary>
    VmrConflict,

    /// <summary>The vendor's server failed.</summary>
    ServerError,

    /// <summary>It is full.</summary>
    TooManyParticipants,

    /// <summary>No more meetings may run at once.</summary>
    TooManyMeetings,

    /// <summary>There is no shared virtual meeting room.</summary>
    NoSharedVmr,
}
