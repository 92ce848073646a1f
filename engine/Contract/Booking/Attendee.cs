using ConfEngine.Contract.Vendor;
using MessagePack;

namespace ConfEngine.Contract.Booking;

/// <summary>Somebody, or a room, that is invited to a meeting. Named by number or by the vendor's user id: one of the two is needed.</summary>
[MessagePackObject]
public sealed record Attendee
{
    /// <summary>A SIP number calls that account's app, a telephone number goes through the gateway where the company may. At most 127 bytes.</summary>
    [Key(0)]
    public string Number { get; init => field = value ?? ""; } = "";

    /// <summary>The user's id in the system that signs in for him at the vendor, where accounts are of that kind. At most 255 bytes.</summary>
    [Key(1)]
    public string ThirdUserId { get; init => field = value ?? ""; } = "";

    /// <summary>The name to show. At most 255 bytes.</summary>
    [Key(2)]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Where mails about the meeting go. At most 95 bytes.</summary>
    [Key(3)]
    public string Email { get; init => field = value ?? ""; } = "";

    /// <summary>The number for text messages about the meeting. At most 127 bytes.</summary>
    [Key(4)]
    public string Sms { get; init => field = value ?? ""; } = "";

    /// <summary>Whether the microphone is off on joining.</summary>
    [Key(5)]
    public bool Mute { get; init; }

    /// <summary>Whether the vendor calls when the meeting begins.</summary>
    [Key(6)]
    public bool AutoInvite { get; init; }

    /// <summary>What he is there.</summary>
    [Key(7)]
    public AttendeeRole Role { get; init; }

    /// <summary>Whether he joined without an account. In lists only.</summary>
    [Key(8)]
    public bool Anonymous { get; init; }

    /// <summary>How far he has come. In lists only.</summary>
    [Key(9)]
    public AttendeeState State { get; init; }

    /// <summary>The company's id at the vendor. In lists only.</summary>
    [Key(10)]
    public string OrgId { get; init => field = value ?? ""; } = "";

    /// <summary>The vendor's own words for the state; null where it is as told.</summary>
    [Key(11)]
    public VendorStatus? Vendor { get; init; }
}
