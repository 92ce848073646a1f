using System.Diagnostics.CodeAnalysis;
using ConfEngine.Conference.Errors;

namespace ConfEngine.Conference.Identity;

/// <summary>What a participant is called: under 256 bytes of UTF-8 in any script, without control characters.</summary>
public readonly record struct UserName
{
    /// <summary>The most bytes of UTF-8 it may have.</summary>
    public const int MaxBytes = 255;

    private static readonly IdRule s_rule =
        new("userName", MaxBytes, null, ZegoCode.UserNameEmpty, ZegoCode.UserNameBadCharacter, ZegoCode.UserNameTooLong);

    private readonly string? _value;

    private UserName(string value) => _value = value;

    /// <summary>The id as it was given.</summary>
    public string Value => _value ?? "";

    /// <summary>False, with the reason, for text that breaks the rule above.</summary>
    public static bool TryParse(string? text, out UserName value, [NotNullWhen(false)] out RoomError? error)
    {
        error = s_rule.Check(text);
        value = error is null ? new UserName(text!) : default;
        return error is null;
    }

    /// <summary>For text that is known to be right; throws <see cref="FormatException"/> when it is not.</summary>
    public static UserName Parse(string text) => TryParse(text, out var value, out var error) ? value : throw new FormatException(error.Text);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
