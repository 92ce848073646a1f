using System.Runtime.InteropServices;

namespace ConfEngine.Graphics.Text;

/// <summary>The part of FriBidi that finds the embedding levels of a line (Unicode Standard Annex 9).</summary>
internal static unsafe partial class FriBidi
{
    /// <summary>FRIBIDI_PAR_ON: take the direction from the first strong character, left to right where there is none.</summary>
    private const int ParagraphNeutral = 0x40;

    private const string Library = "libfribidi.so.0";

    /// <summary>Fills the level of every code point: even is left to right, odd right to left.</summary>
    public static void ResolveLevels(ReadOnlySpan<uint> text, Span<sbyte> levels)
    {
        levels.Clear();
        if (text.IsEmpty) return;
        var types = new uint[text.Length];
        var brackets = new uint[text.Length];
        var paragraph = ParagraphNeutral;
        fixed (uint* chars = text, bidi = types, pairs = brackets)
        fixed (sbyte* result = levels)
        {
            fribidi_get_bidi_types(chars, text.Length, bidi);
            fribidi_get_bracket_types(chars, text.Length, bidi, pairs);
            // 0 means out of memory; left to right is then as good as anything.
            if (fribidi_get_par_embedding_levels_ex(bidi, pairs, text.Length, ref paragraph, result) == 0) levels.Clear();
        }
    }

    [LibraryImport(Library)]
    private static partial void fribidi_get_bidi_types(uint* text, int length, uint* types);

    [LibraryImport(Library)]
    private static partial void fribidi_get_bracket_types(uint* text, int length, uint* types, uint* brackets);

    [LibraryImport(Library)]
    private static partial sbyte fribidi_get_par_embedding_levels_ex(uint* types, uint* brackets, int length, ref int paragraph, sbyte* levels);
}
