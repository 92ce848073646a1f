using System.Globalization;
using System.Text;
using ConfEngine.Conference.Errors;

namespace ConfEngine.Conference.Identity;

/// <summary>Text from outside that others will read: bounded, and without characters that are none.</summary>
internal static class PlainText
{
    /// <summary>False for control characters, line separators, halves of a surrogate pair, and the marks that turn the reading direction of
    /// whatever comes after the text.</summary>
    public static bool IsPrintable(string text) => Scan(text, lines: false);

    /// <summary>Null when the text has 1 to <paramref name="maxBytes"/> bytes of UTF-8 and no control characters but new lines and tabs.</summary>
    public static RoomError? Check(string? text, string field, int maxBytes, int lengthCode = 0)
    {
        if (string.IsNullOrEmpty(text)) return new RoomError(RoomErrorCode.Empty, field, 0, $"{field} is missing; give one");
        return CheckOptional(text, field, maxBytes, lengthCode);
    }

    /// <summary>The same, with nothing at all allowed.</summary>
    public static RoomError? CheckOptional(string? text, string field, int maxBytes, int lengthCode = 0)
    {
        if (text is null) return new RoomError(RoomErrorCode.Empty, field, 0, $"{field} is missing; give one");
        if (text.Length > maxBytes || Encoding.UTF8.GetByteCount(text) > maxBytes)
            return new RoomError(RoomErrorCode.TooLong, field, lengthCode, $"{field} is longer than {maxBytes} bytes; shorten it");
        return Scan(text, lines: true)
            ? null
            : new RoomError(RoomErrorCode.BadCharacter, field, 0, $"{field} holds control characters; remove them");
    }

    private static bool Scan(ReadOnlySpan<char> text, bool lines)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var used) != System.Buffers.OperationStatus.Done) return false;
            if (!IsAllowed(rune, lines)) return false;
            text = text[used..];
        }
        return true;
    }

    private static bool IsAllowed(Rune rune, bool lines)
    {
        if (lines && rune.Value is '\n' or '\t' or '\r') return lines;
        if (rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069) return false;
        return Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
    }
}
