namespace ConfEngine.Graphics.Text;

/// <summary>The printable ASCII characters of one font at one size on whole pixels: what overlays write numbers with, since a new number every
/// frame must neither be shaped nor kept.</summary>
internal sealed unsafe class AsciiFont
{
    private const char First = ' ';
    private const int Count = '~' - ' ' + 1;
    private readonly GlyphBitmap[] _glyphs = new GlyphBitmap[Count];
    private readonly int[] _advances = new int[Count];

    /// <summary>Draws all characters.</summary>
    public AsciiFont(FontFace face, int pixelSize)
    {
        for (var i = 0; i < Count; i++)
        {
            var slot = face.Draw(face.GlyphOf((uint)(First + i)), pixelSize, 0);
            _glyphs[i] = GlyphCache.Draw(slot);
            // 16.16 pixels, as the font wants it; a whole number of pixels keeps columns of figures in line.
            _advances[i] = slot is null ? pixelSize / 2 : (int)((slot->LinearAdvance + 0x8000) >> 16);
        }
    }

    /// <summary>The glyph of a character; anything but printable ASCII is a question mark.</summary>
    public GlyphBitmap Glyph(char character) => _glyphs[Index(character)];

    /// <summary>Pixels to the next character.</summary>
    public int Advance(char character) => _advances[Index(character)];

    /// <summary>Pixels that a text takes.</summary>
    public int Measure(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var character in text) width += Advance(character);
        return width;
    }

    private static int Index(char character) => (uint)(character - First) < Count ? character - First : '?' - First;
}
