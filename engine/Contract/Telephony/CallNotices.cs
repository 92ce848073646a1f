using ConfEngine.Contract.Vendor;
using MessagePack;

namespace ConfEngine.Contract.Telephony;

/// <summary>The other party's phone rings.</summary>
[MessagePackObject]
public sealed record RingingNotice
{
    /// <summary>Which call.</summary>
    [Key(0)]
    public string CallId { get; init => field = value ?? ""; } = "";

    /// <summary>The provisional SIP status, such as 180 or 183; 0 where there is none.</summary>
    [Key(1)]
    public int SipCode { get; init; }

    /// <summary>The session description of early media (RFC 3960), passed through as it is; empty for none. At most 65,536 bytes.</summary>
    [Key(2)]
    public string Sdp { get; init => field = value ?? ""; } = "";
}

/// <summary>The call is established.</summary>
[MessagePackObject]
public sealed record AnsweredNotice
{
    /// <summary>Which call.</summary>
    [Key(0)]
    public string CallId { get; init => field = value ?? ""; } = "";

    /// <summary>The session description in answer to <see cref="DialRequest.SdpOffer"/>, passed through as it is; empty for an inbound call. At most 65,536 bytes.</summary>
    [Key(1)]
    public string SdpAnswer { get; init => field = value ?? ""; } = "";
}

/// <summary>The other party has pressed a key.</summary>
[MessagePackObject]
public sealed record DtmfNotice
{
    /// <summary>Which call.</summary>
    [Key(0)]
    public string CallId { get; init => field = value ?? ""; } = "";

    /// <summary>One of 0 to 9, *, #, A to D.</summary>
    [Key(1)]
    public string Digit { get; init => field = value ?? ""; } = "";

    /// <summary>How long it was held, in ms; 0 when not known.</summary>
    [Key(2)]
    public int DurationMs { get; init; }
}

/// <summary>A call has ended, or never came about. The last that is said of it.</summary>
[MessagePackObject]
public sealed record HungUpNotice
{
    /// <summary>Which call.</summary>
    [Key(0)]
    public string CallId { get; init => field = value ?? ""; } = "";

    /// <summary>The SIP status it ended with (RFC 3261 section 21); 200 for an ordinary end (BYE), 0 when not known.</summary>
    [Key(1)]
    public int SipCode { get; init; }

    /// <summary>The reason in one line for a person: SIP's reason phrase, or the text of its Reason header (RFC 3326).</summary>
    [Key(2)]
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>Who ended it.</summary>
    [Key(3)]
    public HangUpSide By { get; init; }

    /// <summary>The vendor's own words; null where there are none.</summary>
    [Key(4)]
    public VendorStatus? Vendor { get; init; }
}

/// <summary>Somebody calls.</summary>
[MessagePackObject]
public sealed record InboundNotice
{
    /// <summary>The plugin's id of the call, never used for another. 1 to 64 letters, digits, dots, dashes.</summary>
    [Key(0)]
    public string CallId { get; init => field = value ?? ""; } = "";

    /// <summary>Who calls: a number or an address; empty when it is withheld. At most 127 bytes.</summary>
    [Key(1)]
    public string Caller { get; init => field = value ?? ""; } = "";

    /// <summary>The name that came with it; anybody may claim any. At most 255 bytes.</summary>
    [Key(2)]
    public string CallerName { get; init => field = value ?? ""; } = "";

    /// <summary>Which of our numbers was called. At most 127 bytes.</summary>
    [Key(3)]
    public string Callee { get; init => field = value ?? ""; } = "";

    /// <summary>The session description offered, passed through as it is; empty where the plugin has media of its own. At most 65,536 bytes.</summary>
    [Key(4)]
    public string SdpOffer { get; init => field = value ?? ""; } = "";
}
