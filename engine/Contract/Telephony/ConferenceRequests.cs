using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Vendor;
using MessagePack;

namespace ConfEngine.Contract.Telephony;

/// <summary>Make a phone conference. One that nobody joins in time (<see cref="Handshake.RecoveryTimes.EmptyConferenceS"/>) is deleted by the vendor.</summary>
[MessagePackObject]
public sealed record CreateConferenceRequest : IOperationRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public OperationTicket Ticket { get; init => field = value ?? new(); } = new();

    /// <summary>The most members: 3 to 300; 0 means 3.</summary>
    [Key(1)]
    public int MaxMembers { get; init; }

    /// <summary>How long it may last from the first member on, in seconds; 0: no limit.</summary>
    [Key(2)]
    public int DurationS { get; init; }

    /// <summary>Whether who calls in joins at once.</summary>
    [Key(3)]
    public bool AutoJoin { get; init; }

    /// <summary>Whether calls are ended with the conference.</summary>
    [Key(4)]
    public bool AutoHangUp { get; init; }

    /// <summary>Whether the end is announced.</summary>
    [Key(5)]
    public bool EndPrompt { get; init; }

    /// <summary>Whether it is recorded.</summary>
    [Key(6)]
    public bool AutoRecord { get; init; }

    /// <summary>What is played to people.</summary>
    [Key(7)]
    public VoicePrompts Prompts { get; init; }

    /// <summary>Whether it stays when the last member has left; otherwise it is deleted then.</summary>
    [Key(8)]
    public bool KeepEmpty { get; init; }

    /// <summary>Whether its id is a short one, where the vendor has such.</summary>
    [Key(9)]
    public bool ShortId { get; init; }
}

/// <summary>A phone conference has been made.</summary>
[MessagePackObject]
public sealed record CreateConferenceResult
{
    /// <summary>Its id: 4 to 8 digits, as text because a leading zero counts.</summary>
    [Key(0)]
    public string ConferenceId { get; init => field = value ?? ""; } = "";
}

/// <summary>End a phone conference for everybody. <see cref="TelephonyNotices.Dismissed"/> says how it went.</summary>
[MessagePackObject]
public sealed record DismissConferenceRequest : IOperationRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public OperationTicket Ticket { get; init => field = value ?? new(); } = new();

    /// <summary>Which one.</summary>
    [Key(1)]
    public string ConferenceId { get; init => field = value ?? ""; } = "";
}

/// <summary>Call somebody into a phone conference.</summary>
[MessagePackObject]
public sealed record InviteRequest : IOperationRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public OperationTicket Ticket { get; init => field = value ?? new(); } = new();

    /// <summary>Which one.</summary>
    [Key(1)]
    public string ConferenceId { get; init => field = value ?? ""; } = "";

    /// <summary>A mobile or landline number, or a VoIP account. 1 to 127 bytes.</summary>
    [Key(2)]
    public string Number { get; init => field = value ?? ""; } = "";

    /// <summary>What he is there.</summary>
    [Key(3)]
    public ConferenceRole Role { get; init; }

    /// <summary>Whether he may only listen.</summary>
    [Key(4)]
    public bool ListenOnly { get; init; }
}

/// <summary>Somebody is being called into a phone conference.</summary>
[MessagePackObject]
public sealed record InviteResult
{
    /// <summary>The id of this call: 32 letters and digits.</summary>
    [Key(0)]
    public string CallId { get; init => field = value ?? ""; } = "";
}

/// <summary>Take somebody out of a phone conference.</summary>
[MessagePackObject]
public sealed record QuitRequest : IOperationRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public OperationTicket Ticket { get; init => field = value ?? new(); } = new();

    /// <summary>Which conference.</summary>
    [Key(1)]
    public string ConferenceId { get; init => field = value ?? ""; } = "";

    /// <summary>Whose call.</summary>
    [Key(2)]
    public string CallId { get; init => field = value ?? ""; } = "";
}

/// <summary>Ask how a phone conference is.</summary>
[MessagePackObject]
public sealed record QueryConferenceRequest
{
    /// <summary>Which one.</summary>
    [Key(0)]
    public string ConferenceId { get; init => field = value ?? ""; } = "";
}

/// <summary>How a phone conference is.</summary>
[MessagePackObject]
public sealed record ConferenceStatus
{
    /// <summary>How far it has come.</summary>
    [Key(0)]
    public ConferenceState State { get; init; }

    /// <summary>How many are there.</summary>
    [Key(1)]
    public int Participants { get; init; }

    /// <summary>The vendor's own number of the state; null where there is none.</summary>
    [Key(2)]
    public VendorStatus? Vendor { get; init; }
}
