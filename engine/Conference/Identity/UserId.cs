using System.Diagnostics.CodeAnalysis;
using ConfEngine.Conference.Errors;

namespace ConfEngine.Conference.Identity;

/// <summary>A participant, unique in a room: under 64 bytes of the same characters as a room id.</summary>
public readonly record struct UserId
{
    /// <summary>The most bytes of UTF-8 it may have.</summary>
    public const int MaxBytes = 63;

    private static readonly IdRule s_rule =
        new("userId", MaxBytes, IdCharacters.RoomOrUser, ZegoCode.UserIdEmpty, ZegoCode.UserIdBadCharacter, ZegoCode.UserIdTooLong);

    private readonly string? _value;

    private UserId(string value) => _value = value;

    /// <summary>The id as it was given.</summary>
    public string Value => _value ?? "";

    /// <summary>False, with the reason, for text that breaks the rule above.</summary>
    public static bool TryParse(string? text, out UserId value, [NotNullWhen(false)] out RoomError? error)
    {
        error = s_rule.Check(text);
        value = error is null ? new UserId(text!) : default;
        return error is null;
    }

    /// <summary>For text that is known to be right; throws <see cref="FormatException"/> when it is not.</summary>
    public static UserId Parse(string text) => TryParse(text, out var value, out var error) ? value : throw new FormatException(error.Text);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
