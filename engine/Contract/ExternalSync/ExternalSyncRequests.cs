using ConfEngine.Contract.Vendor;
using MessagePack;

namespace ConfEngine.Contract.ExternalSync;

/// <summary>Initialise the other system, in step with the vendor's SDK.</summary>
[MessagePackObject]
public sealed record InitialiseRequest : IKeyedRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public string IdempotencyKey { get; init => field = value ?? ""; } = "";

    /// <summary>The application's key there. At most 1024 bytes.</summary>
    [Key(1)]
    public string AppKey { get; init => field = value ?? ""; } = "";

    /// <summary>The application's token there. A secret: not to be logged, nor written anywhere. At most 1024 bytes.</summary>
    [Key(2)]
    public string Token { get; init => field = value ?? ""; } = "";

    /// <summary>Says which it is and none of its secrets.</summary>
    public override string ToString() => $"{nameof(InitialiseRequest)} {IdempotencyKey}";
}

/// <summary>Sign in at the other system; the vendor's own sign-in follows only when this succeeded.</summary>
[MessagePackObject]
public sealed record LoginRequest : IKeyedRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public string IdempotencyKey { get; init => field = value ?? ""; } = "";

    /// <summary>The user. At most 1024 bytes.</summary>
    [Key(1)]
    public string UserName { get; init => field = value ?? ""; } = "";

    /// <summary>The password. A secret: not to be logged, nor written anywhere. At most 1024 bytes.</summary>
    [Key(2)]
    public string Password { get; init => field = value ?? ""; } = "";

    /// <summary>Says which it is and none of its secrets.</summary>
    public override string ToString() => $"{nameof(LoginRequest)} {IdempotencyKey}";
}

/// <summary>Sign out at the other system; the vendor's own sign-out follows only when this succeeded.</summary>
[MessagePackObject]
public sealed record LogoutRequest : IKeyedRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public string IdempotencyKey { get; init => field = value ?? ""; } = "";
}

/// <summary>The room's status has changed. Every status is told; quick changes in between may be collapsed by the host, those that end something never are.</summary>
[MessagePackObject]
public sealed record StatusUpdate : IKeyedRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public string IdempotencyKey { get; init => field = value ?? ""; } = "";

    /// <summary>Where the room stands.</summary>
    [Key(1)]
    public MeetingStatus Status { get; init; }

    /// <summary>Why it waits or leaves.</summary>
    [Key(2)]
    public StatusReason Reason { get; init; }

    /// <summary>The vendor's own number of the status, its text, and the platform whose table it is from; null where the host itself is the source.</summary>
    [Key(3)]
    public VendorStatus? Vendor { get; init; }

    /// <summary>The vendor's own number of the reason, its text, and its platform; null where there is none.</summary>
    [Key(4)]
    public VendorStatus? VendorReason { get; init; }

    /// <summary>When it changed, in Unix milliseconds UTC. Calls may come late and after a restart; order by this.</summary>
    [Key(5)]
    public long TimeMs { get; init; }

    /// <summary>The meeting it is about; null in none.</summary>
    [Key(6)]
    public MeetingReference? Meeting { get; init; }
}

/// <summary>A specific notice that follows the status it belongs to: connecting, in a meeting, or idle.</summary>
[MessagePackObject]
public sealed record StatusNotify : IKeyedRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public string IdempotencyKey { get; init => field = value ?? ""; } = "";

    /// <summary>When it changed, in Unix milliseconds UTC.</summary>
    [Key(1)]
    public long TimeMs { get; init; }

    /// <summary>The meeting it is about; null in none.</summary>
    [Key(2)]
    public MeetingReference? Meeting { get; init; }
}

/// <summary>An event of a type of one's own.</summary>
[MessagePackObject]
public sealed record CustomEvent : IKeyedRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public string IdempotencyKey { get; init => field = value ?? ""; } = "";

    /// <summary>The type's name, as it was registered. 1 to 64 bytes.</summary>
    [Key(1)]
    public string Type { get; init => field = value ?? ""; } = "";

    /// <summary>The payload as text, usually JSON. At most 65,536 bytes. No secrets.</summary>
    [Key(2)]
    public string Payload { get; init => field = value ?? ""; } = "";

    /// <summary>When it happened, in Unix milliseconds UTC.</summary>
    [Key(3)]
    public long TimeMs { get; init; }

    /// <summary>The meeting it is about; null in none.</summary>
    [Key(4)]
    public MeetingReference? Meeting { get; init; }
}

/// <summary>Names a meeting.</summary>
[MessagePackObject]
public sealed record MeetingReference
{
    /// <summary>The vendor's id. At most 1024 bytes.</summary>
    [Key(0)]
    public string MeetingId { get; init => field = value ?? ""; } = "";

    /// <summary>The number people join by. At most 1024 bytes.</summary>
    [Key(1)]
    public string MeetingNumber { get; init => field = value ?? ""; } = "";

    /// <summary>The topic. At most 1024 bytes.</summary>
    [Key(2)]
    public string Subject { get; init => field = value ?? ""; } = "";

    /// <summary>Data of one's own that belongs to the meeting, usually JSON with a version in it. At most 2048 bytes. No secrets.</summary>
    [Key(3)]
    public string ExtraData { get; init => field = value ?? ""; } = "";

    /// <summary>Data of one's own that belongs to this member. At most 1024 bytes. No secrets.</summary>
    [Key(4)]
    public string Tag { get; init => field = value ?? ""; } = "";
}

/// <summary>A request that may be sent again after a failure and acts once.</summary>
public interface IKeyedRequest
{
    /// <summary>The host's name for this call: 1 to 64 letters, digits and dashes. A request with the key of one that succeeded has been done already: answer so, and do
    /// nothing. One that failed may be done again. The keys of the last 1024 calls are known.</summary>
    string IdempotencyKey { get; }
}
