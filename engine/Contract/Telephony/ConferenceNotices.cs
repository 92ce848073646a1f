using ConfEngine.Contract.Errors;
using MessagePack;

namespace ConfEngine.Contract.Telephony;

/// <summary>A phone conference has been made.</summary>
[MessagePackObject]
public sealed record ConferenceCreatedNotice
{
    /// <summary>Its id: 4 to 8 digits.</summary>
    [Key(0)]
    public string ConferenceId { get; init => field = value ?? ""; } = "";

    /// <summary>The call of who made it: 32 letters and digits; empty where there is none.</summary>
    [Key(1)]
    public string CallId { get; init => field = value ?? ""; } = "";

    /// <summary>When, in Unix seconds UTC. A vendor's <c>yyyymmddhhmiss</c> names no zone: the adapter has it as a setting.</summary>
    [Key(2)]
    public long Time { get; init; }
}

/// <summary>Somebody who was invited has joined, or has not.</summary>
[MessagePackObject]
public sealed record InviteJoinedNotice
{
    /// <summary>The conference.</summary>
    [Key(0)]
    public string ConferenceId { get; init => field = value ?? ""; } = "";

    /// <summary>His call.</summary>
    [Key(1)]
    public string CallId { get; init => field = value ?? ""; } = "";

    /// <summary>When, in Unix seconds UTC.</summary>
    [Key(2)]
    public long Time { get; init; }

    /// <summary>Why not, with the vendor's own result; null when he is there.</summary>
    [Key(3)]
    public ContractError? Error { get; init; }

    /// <summary>The number that was called.</summary>
    [Key(4)]
    public string Number { get; init => field = value ?? ""; } = "";
}

/// <summary>Something happened to one call of a phone conference: the invitation went out, or he has left.</summary>
[MessagePackObject]
public sealed record ConferenceCallNotice
{
    /// <summary>The conference.</summary>
    [Key(0)]
    public string ConferenceId { get; init => field = value ?? ""; } = "";

    /// <summary>The call.</summary>
    [Key(1)]
    public string CallId { get; init => field = value ?? ""; } = "";

    /// <summary>When it happened, in Unix seconds UTC.</summary>
    [Key(2)]
    public long Time { get; init; }

    /// <summary>The number.</summary>
    [Key(3)]
    public string Number { get; init => field = value ?? ""; } = "";
}

/// <summary>A phone conference is gone.</summary>
[MessagePackObject]
public sealed record ConferenceDeletedNotice
{
    /// <summary>The conference.</summary>
    [Key(0)]
    public string ConferenceId { get; init => field = value ?? ""; } = "";

    /// <summary>When, in Unix seconds UTC.</summary>
    [Key(1)]
    public long Time { get; init; }
}

/// <summary>How a dismissal went.</summary>
[MessagePackObject]
public sealed record ConferenceDismissedNotice
{
    /// <summary>The conference.</summary>
    [Key(0)]
    public string ConferenceId { get; init => field = value ?? ""; } = "";

    /// <summary>Why it failed, with the vendor's own status; the conference goes on then. Null when it did not.</summary>
    [Key(1)]
    public ContractError? Error { get; init; }
}
