namespace ConfEngine.Contract.ExternalSync;

/// <summary>The most that fits, in bytes of UTF-8. Longer values are refused with an error that names the field, never cut.</summary>
public static class ExternalSyncLimits
{
    /// <summary>The idempotency key: 1 to 64 letters, digits and dashes.</summary>
    public const int KeyBytes = 64;

    /// <summary>Data of one's own that belongs to a meeting.</summary>
    public const int ExtraDataBytes = 2048;

    /// <summary>Data of one's own that belongs to a member.</summary>
    public const int TagBytes = 1024;

    /// <summary>The name of a custom event's type.</summary>
    public const int EventTypeBytes = 64;

    /// <summary>The payload of a custom event.</summary>
    public const int EventPayloadBytes = 64 * 1024;

    /// <summary>Names, numbers, users, tokens.</summary>
    public const int TextBytes = 1024;
}
