namespace ConfEngine.Graphics.Text;

/// <summary>A drawn glyph: coverage, rows tightly packed.</summary>
/// <param name="Left">Pixels from the origin to the first column.</param>
/// <param name="Top">Pixels from the baseline up to the top of the first row.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Coverage">Width × height bytes.</param>
internal sealed record GlyphBitmap(int Left, int Top, int Width, int Height, byte[] Coverage)
{
    public static GlyphBitmap Empty { get; } = new(0, 0, 0, 0, []);
}

/// <summary>Glyphs drawn once and kept, at four positions within a pixel so that letters keep their distances.</summary>
internal sealed unsafe class GlyphCache
{
    /// <summary>How many positions within a pixel are told apart.</summary>
    public const int Phases = 4;

    private const int MaxBytes = 8 << 20;
    private readonly Dictionary<(int Face, uint Glyph, int Size, int Phase), GlyphBitmap> _glyphs = [];
    private int _bytes;

    /// <summary>A glyph at a size; phase is the quarter of a pixel by which it is shifted to the right.</summary>
    public GlyphBitmap Get(FontFace face, uint glyph, int pixelSize, int phase)
    {
        var key = (face.Id, glyph, pixelSize, phase);
        if (_glyphs.TryGetValue(key, out var known)) return known;
        var drawn = Draw(face.Draw(glyph, pixelSize, phase * 64 / Phases));
        // Starting over costs a few milliseconds once in a long while; a room's texts need a tenth of this.
        if (_bytes + drawn.Coverage.Length > MaxBytes || _glyphs.Count >= MaxBytes / 256)
        {
            _glyphs.Clear();
            _bytes = 0;
        }

        _bytes += drawn.Coverage.Length;
        return _glyphs[key] = drawn;
    }

    /// <summary>Copies a drawn glyph out of its face.</summary>
    public static GlyphBitmap Draw(FreeType.Slot* slot)
    {
        if (slot is null || slot->Rows == 0 || slot->Columns == 0) return GlyphBitmap.Empty;
        var (width, height) = ((int)slot->Columns, (int)slot->Rows);
        var coverage = new byte[width * height];
        for (var y = 0; y < height; y++) new ReadOnlySpan<byte>(slot->Pixels + (long)y * slot->Pitch, width).CopyTo(coverage.AsSpan(y * width));
        return new GlyphBitmap(slot->Left, slot->Top, width, height, coverage);
    }
}
