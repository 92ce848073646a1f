using MessagePack;

namespace ConfEngine.Contract.Errors;

/// <summary>Why something was refused or failed, in words that are the same for every vendor, with the vendor's own beside them.</summary>
[MessagePackObject]
public sealed record ContractError
{
    /// <summary>The neutral code, of <see cref="ErrorCodes"/>; others are passed on as they are. At most 64 bytes.</summary>
    [Key(0)]
    public string Code { get; init => field = value ?? ""; } = "";

    /// <summary>One line for a person: what is wrong, and the remedy. At most 1024 bytes of UTF-8.</summary>
    [Key(1)]
    public string Message { get; init => field = value ?? ""; } = "";

    /// <summary>The field of the request that is at fault, by its name in the contract's tables, such as <c>duration_minutes</c>; null where it is none.</summary>
    [Key(2)]
    public string? Field { get; init; }

    /// <summary>The vendor's own code, as text; null where there is none.</summary>
    [Key(3)]
    public string? VendorCode { get; init; }

    /// <summary>The vendor's own text; null where there is none. Never a secret.</summary>
    [Key(4)]
    public string? VendorText { get; init; }

    /// <summary>The vendor's platform that the code belongs to, such as <c>cpp</c> or <c>web</c>: one vendor's tables may differ (NetEase's do). Null where it does not matter.</summary>
    [Key(5)]
    public string? Platform { get; init; }

    /// <summary>When it makes sense to try again, in milliseconds from now; null when unknown or never.</summary>
    [Key(6)]
    public int? RetryAfterMs { get; init; }
}
