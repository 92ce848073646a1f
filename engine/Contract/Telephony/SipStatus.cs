using ConfEngine.Contract.Errors;

namespace ConfEngine.Contract.Telephony;

/// <summary>SIP status codes (RFC 3261 section 21) in the words of this contract.</summary>
public static class SipStatus
{
    /// <summary>The neutral code of a call that ended with a SIP status; null where it did not fail (below 300).</summary>
    public static string? ErrorCodeOf(int status) => status switch
    {
        < 300 => null,
        486 or 600 => ErrorCodes.Busy,
        408 or 480 => ErrorCodes.NoAnswer,
        603 => ErrorCodes.Rejected,
        404 or 410 or 484 or 485 or 604 => ErrorCodes.BadNumber,
        401 or 403 or 407 => ErrorCodes.NoPermission,
        487 => ErrorCodes.Cancelled,
        481 => ErrorCodes.NotFound,
        500 or 502 or 503 or 504 => ErrorCodes.Network,
        _ => ErrorCodes.VendorUnknown,
    };
}
