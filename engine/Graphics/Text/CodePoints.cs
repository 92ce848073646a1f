using System.Globalization;
using System.Text;

namespace ConfEngine.Graphics.Text;

/// <summary>Questions about single code points that decide what becomes of them in a line.</summary>
internal static class CodePoints
{
    public const uint Ellipsis = 0x2026;
    public const uint Replacement = 0xFFFD;

    /// <summary>Shows nothing itself but changes its neighbours: joiners and variation selectors. A font need not have it.</summary>
    public static bool IsInvisible(uint codePoint) => codePoint is 0x200C or 0x200D or 0x200E or 0x200F or 0x061C or 0x034F or 0x115F or 0x1160
        or 0x3164 or 0xFFA0 or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Must not reach the line: overrides and isolates could turn a whole name tag around (UTS 55), and invisible characters could make
    /// two names look alike.</summary>
    public static bool IsStripped(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x206F) or 0x00AD or 0x200B
        or (>= 0x2060 and <= 0x2065) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE007F) or (>= 0x1D173 and <= 0x1D17A);

    /// <summary>Controls, except those that separate words.</summary>
    public static bool IsControl(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control;

    /// <summary>Separates words.</summary>
    public static bool IsSpace(Rune rune) => rune.Value is '\t' or '\n' or '\r' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029 || Rune.IsWhiteSpace(rune);

    /// <summary>False for private and unassigned code points, for which no two fonts would agree.</summary>
    public static bool IsAssigned(uint codePoint) =>
        Rune.GetUnicodeCategory(new Rune(codePoint)) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate);

    /// <summary>True for a space of any width.</summary>
    public static bool IsBlank(uint codePoint) => Rune.IsWhiteSpace(new Rune(codePoint));

    /// <summary>Skin tones say nothing in one colour; fonts without colour show them as a separate patch.</summary>
    public static bool IsSkinTone(uint codePoint) => codePoint is >= 0x1F3FB and <= 0x1F3FF;

    /// <summary>True for a cluster that is meant to be a pictograph.</summary>
    public static bool IsEmoji(ReadOnlySpan<uint> cluster) =>
        cluster[0] is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2600 and <= 0x27BF) || cluster.Contains(0xFE0Fu);
}
