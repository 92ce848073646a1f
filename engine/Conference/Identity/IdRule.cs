using System.Buffers;
using System.Text;
using ConfEngine.Conference.Errors;

namespace ConfEngine.Conference.Identity;

/// <summary>How long an id may be and what it may be made of, with the vendor's codes for breaking either.</summary>
internal sealed record IdRule(string Field, int MaxBytes, SearchValues<char>? Allowed, int EmptyCode, int CharacterCode, int LengthCode)
{
    /// <summary>Null when <paramref name="text"/> obeys.</summary>
    public RoomError? Check(string? text)
    {
        if (string.IsNullOrEmpty(text)) return new RoomError(RoomErrorCode.Empty, Field, EmptyCode, $"{Field} is missing; give one");
        // A character is at least a byte: what has too many of them need not be counted further, however long it is.
        if (text.Length > MaxBytes || Encoding.UTF8.GetByteCount(text) > MaxBytes)
            return new RoomError(RoomErrorCode.TooLong, Field, LengthCode, $"{Field} is longer than {MaxBytes} bytes; shorten it");
        if (Allowed is null ? !PlainText.IsPrintable(text) : text.AsSpan().ContainsAnyExcept(Allowed))
            return new RoomError(RoomErrorCode.BadCharacter, Field, CharacterCode, $"{Field} holds characters that are not allowed there");
        return null;
    }
}
