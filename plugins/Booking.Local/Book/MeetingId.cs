using System.Security.Cryptography;

namespace ConfEngine.Booking.Local.Book;

/// <summary>New ids of meetings and series.</summary>
internal static class MeetingId
{
    // Without letters that are read as digits, for somebody may read one out over the phone (Crockford's base 32).
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    // 60 bits: two that are alike are not to be expected in the life of a room.
    private const int Length = 12;

    /// <summary>A new one, such as <c>m-4f7k0x2d9qab</c>.</summary>
    public static string New(char kind) => $"{kind}-{RandomNumberGenerator.GetString(Letters, Length)}";
}
