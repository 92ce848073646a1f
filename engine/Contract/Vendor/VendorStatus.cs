using MessagePack;

namespace ConfEngine.Contract.Vendor;

/// <summary>What a vendor itself said, beside a neutral value. Numbers differ from vendor to vendor and between platforms of one vendor, so all three belong together.</summary>
[MessagePackObject]
public sealed record VendorStatus
{
    /// <summary>The vendor's own code or name, as text: <c>7</c>, <c>111071116</c>, <c>CHAIR_HANGUP</c>; null where there is none. At most 64 bytes.</summary>
    [Key(0)]
    public string? Code { get; init; }

    /// <summary>The vendor's own text; null where there is none. At most 1024 bytes. Never a secret.</summary>
    [Key(1)]
    public string? Text { get; init; }

    /// <summary>The platform whose table the code is from, such as <c>cpp</c>, <c>web</c> or <c>rest</c>; null where the vendor has one table only.</summary>
    [Key(2)]
    public string? Platform { get; init; }
}
