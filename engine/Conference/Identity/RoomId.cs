using System.Diagnostics.CodeAnalysis;
using ConfEngine.Conference.Errors;

namespace ConfEngine.Conference.Identity;

/// <summary>A room: under 128 bytes of digits, letters and the signs <c>~!@#$%^&amp;*()_+=-`;',.&lt;&gt;\</c>.</summary>
public readonly record struct RoomId
{
    /// <summary>The most bytes of UTF-8 it may have.</summary>
    public const int MaxBytes = 127;

    private static readonly IdRule s_rule =
        new("roomId", MaxBytes, IdCharacters.RoomOrUser, ZegoCode.RoomIdEmpty, ZegoCode.RoomIdBadCharacter, ZegoCode.RoomIdTooLong);

    private readonly string? _value;

    private RoomId(string value) => _value = value;

    /// <summary>The id as it was given.</summary>
    public string Value => _value ?? "";

    /// <summary>False, with the reason, for text that breaks the rule above.</summary>
    public static bool TryParse(string? text, out RoomId value, [NotNullWhen(false)] out RoomError? error)
    {
        error = s_rule.Check(text);
        value = error is null ? new RoomId(text!) : default;
        return error is null;
    }

    /// <summary>For text that is known to be right; throws <see cref="FormatException"/> when it is not.</summary>
    public static RoomId Parse(string text) => TryParse(text, out var value, out var error) ? value : throw new FormatException(error.Text);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
