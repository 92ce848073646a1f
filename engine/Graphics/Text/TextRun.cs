namespace ConfEngine.Graphics.Text;

/// <summary>Neighbouring code points with one direction, script and font: what HarfBuzz shapes in one go.</summary>
/// <param name="Start">Index of the first code point.</param>
/// <param name="Length">How many code points.</param>
/// <param name="Level">Bidi embedding level; odd is right to left.</param>
/// <param name="Script">ISO 15924 tag.</param>
/// <param name="Face">The font.</param>
internal readonly record struct TextRun(int Start, int Length, sbyte Level, uint Script, FontFace Face)
{
    /// <summary>True for text that runs from right to left.</summary>
    public bool IsRightToLeft => (Level & 1) != 0;
}
