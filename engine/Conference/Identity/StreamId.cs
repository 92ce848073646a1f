using System.Diagnostics.CodeAnalysis;
using ConfEngine.Conference.Errors;

namespace ConfEngine.Conference.Identity;

/// <summary>A stream, unique across all rooms: at most 256 digits, letters, '-' and '_'.</summary>
public readonly record struct StreamId
{
    /// <summary>The most bytes of UTF-8 it may have.</summary>
    public const int MaxBytes = 256;

    private static readonly IdRule s_rule =
        new("streamId", MaxBytes, IdCharacters.Stream, ZegoCode.StreamIdEmpty, ZegoCode.StreamIdBadCharacter, ZegoCode.StreamIdTooLong);

    private readonly string? _value;

    private StreamId(string value) => _value = value;

    /// <summary>The id as it was given.</summary>
    public string Value => _value ?? "";

    /// <summary>False, with the reason, for text that breaks the rule above.</summary>
    public static bool TryParse(string? text, out StreamId value, [NotNullWhen(false)] out RoomError? error)
    {
        error = s_rule.Check(text);
        value = error is null ? new StreamId(text!) : default;
        return error is null;
    }

    /// <summary>For text that is known to be right; throws <see cref="FormatException"/> when it is not.</summary>
    public static StreamId Parse(string text) => TryParse(text, out var value, out var error) ? value : throw new FormatException(error.Text);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
