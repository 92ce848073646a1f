using ConfEngine.Contract.Operations;
using MessagePack;

namespace ConfEngine.Contract.Telephony;

/// <summary>Call somebody. The result comes when the call has an id; ringing, answer and end follow as notices.</summary>
[MessagePackObject]
public sealed record DialRequest : IOperationRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public OperationTicket Ticket { get; init => field = value ?? new(); } = new();

    /// <summary>A telephone number or a SIP address. 1 to 127 bytes.</summary>
    [Key(1)]
    public string Number { get; init => field = value ?? ""; } = "";

    /// <summary>The name to show to the other party; empty: the account's. At most 255 bytes.</summary>
    [Key(2)]
    public string DisplayName { get; init => field = value ?? ""; } = "";

    /// <summary>The session description offered (RFC 3264), passed through as it is; empty where the plugin has media of its own. At most 65,536 bytes.</summary>
    [Key(3)]
    public string SdpOffer { get; init => field = value ?? ""; } = "";
}

/// <summary>The call is on its way.</summary>
[MessagePackObject]
public sealed record DialResult
{
    /// <summary>The plugin's id of the call, never used for another. 1 to 64 letters, digits, dots, dashes.</summary>
    [Key(0)]
    public string CallId { get; init => field = value ?? ""; } = "";
}

/// <summary>Take an inbound call.</summary>
[MessagePackObject]
public sealed record AnswerRequest : IOperationRequest
{
    /// <inheritdoc/>
    [Key(0)]
    public OperationTicket Ticket { get; init => field = value ?? new(); } = new();

    /// <summary>Which call.</summary>
    [Key(1)]
    public string CallId { get; init => field = value ?? ""; } = "";

    /// <summary>The session description in answer to <see cref="InboundNotice.SdpOffer"/>, passed through as it is; empty where the plugin has media of its own. At most
    /// 65,536 bytes.</summary>
    [Key(2)]
    public string SdpAnswer { get; init => field = value ?? ""; } = "";
}

/// <summary>Decline an inbound call. One that is not known any more is no error.</summary>
[MessagePackObject]
public sealed record RejectRequest
{
    /// <summary>Which call.</summary>
    [Key(0)]
    public string CallId { get; init => field = value ?? ""; } = "";

    /// <summary>The SIP status to decline with, 400 to 699; 0 means 603 (decline). 486 says busy.</summary>
    [Key(1)]
    public int SipCode { get; init; }
}

/// <summary>End a call, whatever its state. One that is not known any more is no error.</summary>
[MessagePackObject]
public sealed record HangUpRequest
{
    /// <summary>Which call.</summary>
    [Key(0)]
    public string CallId { get; init => field = value ?? ""; } = "";
}

/// <summary>Send digits as tones, one after the other (RFC 4733).</summary>
[MessagePackObject]
public sealed record SendDtmfRequest
{
    /// <summary>Which call.</summary>
    [Key(0)]
    public string CallId { get; init => field = value ?? ""; } = "";

    /// <summary>1 to 64 of 0 to 9, *, #, A to D.</summary>
    [Key(1)]
    public string Digits { get; init => field = value ?? ""; } = "";

    /// <summary>How long each tone is, in ms: 40 to 8000; 0 means 100.</summary>
    [Key(2)]
    public int DurationMs { get; init; }

    /// <summary>The pause between two tones, in ms: 40 to 8000; 0 means 100.</summary>
    [Key(3)]
    public int GapMs { get; init; }
}
