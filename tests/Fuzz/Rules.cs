using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ConfEngine.Fuzz;

/// <summary>What must hold. Cheaper than assertions of a test framework, for it runs millions of times.</summary>
internal static class Rules
{
    /// <summary>Throws with the condition's own text unless it holds.</summary>
    public static void Hold([DoesNotReturnIf(false)] bool condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        if (!condition) throw new InvalidOperationException($"does not hold: {text}");
    }

    /// <summary>A refusal is one line that a person can read.</summary>
    public static void IsOneLine(string error)
    {
        Hold(error.Length is > 0 and < 600);
        Hold(!error.AsSpan().ContainsAny('\n', '\r', '\0'));
    }
}
