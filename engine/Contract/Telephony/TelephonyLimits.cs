namespace ConfEngine.Contract.Telephony;

/// <summary>Formats and bounds of telephony.</summary>
public static class TelephonyLimits
{
    /// <summary>The longest number or SIP address in bytes.</summary>
    public const int NumberBytes = 127;

    /// <summary>The longest name to show in bytes.</summary>
    public const int NameBytes = 255;

    /// <summary>The longest id of a call in bytes; calls of a conference have exactly 32 letters and digits.</summary>
    public const int CallIdBytes = 64;

    /// <summary>The longest session description in bytes: 64 KiB.</summary>
    public const int SdpBytes = 64 * 1024;

    /// <summary>The most digits in one request.</summary>
    public const int Digits = 64;

    /// <summary>The shortest tone, and the shortest pause between two, in ms (ITU-T Q.24).</summary>
    public const int MinToneMs = 40;

    /// <summary>The longest tone in ms: the duration field of RFC 4733 holds 65,535 steps of 1/8000 s.</summary>
    public const int MaxToneMs = 8000;

    /// <summary>What a duration of 0 means, in ms.</summary>
    public const int DefaultToneMs = 100;

    /// <summary>The fewest members that a conference may be made for.</summary>
    public const int MinMembers = 3;

    /// <summary>The most members that a conference may be made for.</summary>
    public const int MaxMembers = 300;

    /// <summary>Whether a text is a conference's id: 4 to 8 digits, a leading zero counts.</summary>
    public static bool IsConferenceId(string id) => id.Length is >= 4 and <= 8 && id.All(char.IsAsciiDigit);

    /// <summary>Whether a text is the id of a call of a conference: 32 letters and digits.</summary>
    public static bool IsConferenceCallId(string id) => id.Length == 32 && id.All(char.IsAsciiLetterOrDigit);

    /// <summary>Whether a character is a DTMF digit of RFC 4733: 0 to 9, *, #, A to D.</summary>
    public static bool IsDigit(char digit) => char.IsAsciiDigit(digit) || digit is '*' or '#' or >= 'A' and <= 'D';
}
