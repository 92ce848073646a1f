using System.Runtime.InteropServices;

namespace ConfEngine.Graphics.Text;

/// <summary>An opened font: its FreeType face, which draws, and its HarfBuzz font, which shapes in units of the em square.</summary>
internal sealed unsafe class FontFace : IDisposable
{
    private const int MaxCollectionFaces = 32;
    private readonly FreeType.Face* _face;
    private readonly nint _harfBuzzFont;
    private int _pixelSize;

    private FontFace(FreeType.Face* face, nint harfBuzzFont, int id)
    {
        _face = face;
        _harfBuzzFont = harfBuzzFont;
        Id = id;
    }

    /// <summary>Tells faces apart in cache keys.</summary>
    public int Id { get; }

    /// <summary>Units in the em square.</summary>
    public int UnitsPerEm => _face->UnitsPerEm;

    /// <summary>Units from the baseline to the top of the line.</summary>
    public int Ascender => _face->Ascender;

    /// <summary>Units from the baseline to the bottom of the line; negative.</summary>
    public int Descender => _face->Descender;

    /// <summary>The hb_font_t.</summary>
    public nint HarfBuzzFont => _harfBuzzFont;

    /// <summary>Opens a font; null when it is damaged, has no outlines, or has colours in place of them.</summary>
    public static FontFace? TryOpen(nint library, FontFile file, int id)
    {
        if (FreeType.FT_New_Face(library, file.Path, 0, out var face) != 0) return null;
        var index = 0;
        if (face->FaceCount > 1) index = FindInCollection(library, file, ref face);
        if (!IsUsable(face))
        {
            _ = FreeType.FT_Done_Face(face);
            return null;
        }

        var font = CreateHarfBuzzFont(file.Path, index, face->UnitsPerEm);
        if (font != 0) return new FontFace(face, font, id);
        _ = FreeType.FT_Done_Face(face);
        return null;
    }

    /// <summary>True when the font has a glyph for the code point.</summary>
    public bool Has(uint codePoint) => GlyphOf(codePoint) != 0;

    /// <summary>The glyph of a code point, 0 where there is none.</summary>
    public uint GlyphOf(uint codePoint) => FreeType.FT_Get_Char_Index(_face, codePoint);

    /// <summary>Draws a glyph into the face's slot, shifted to the right by 1/64 pixels.</summary>
    /// <returns>The slot, valid until the next call; null when the font refuses.</returns>
    public FreeType.Slot* Draw(uint glyph, int pixelSize, int shift)
    {
        if (_pixelSize != pixelSize)
        {
            if (FreeType.FT_Set_Pixel_Sizes(_face, 0, (uint)pixelSize) != 0) return null;
            _pixelSize = pixelSize;
        }

        if (FreeType.FT_Load_Glyph(_face, glyph, FreeType.LoadNoBitmap | FreeType.LoadTargetLight) != 0) return null;
        var slot = _face->Glyph;
        if (slot->Format != FreeType.FormatOutline) return null;
        if (shift != 0) FreeType.FT_Outline_Translate(&slot->Outline, shift, 0);
        return FreeType.FT_Render_Glyph(slot, 0) == 0 && slot->PixelMode == FreeType.PixelModeGray ? slot : null;
    }

    public void Dispose()
    {
        HarfBuzz.hb_font_destroy(_harfBuzzFont);
        _ = FreeType.FT_Done_Face(_face);
    }

    private static bool IsUsable(FreeType.Face* face) =>
        (face->Flags & FreeType.FlagScalable) != 0 && (face->Flags & FreeType.FlagColor) == 0 && face->UnitsPerEm > 0;

    // A collection holds one design for several languages. Simplified Chinese has every Han character and kana, hangul and bopomofo besides.
    private static int FindInCollection(nint library, FontFile file, ref FreeType.Face* face)
    {
        var count = (int)Math.Min(face->FaceCount, MaxCollectionFaces);
        for (var i = 1; i < count; i++)
        {
            if (FreeType.FT_New_Face(library, file.Path, i, out var candidate) != 0) continue;
            var name = Marshal.PtrToStringUTF8((nint)candidate->FamilyName) ?? "";
            if (name.EndsWith(" SC", StringComparison.Ordinal) && !name.Contains("Mono", StringComparison.Ordinal))
            {
                _ = FreeType.FT_Done_Face(face);
                face = candidate;
                return i;
            }

            _ = FreeType.FT_Done_Face(candidate);
        }

        return 0;
    }

    private static nint CreateHarfBuzzFont(string path, int index, int unitsPerEm)
    {
        var blob = HarfBuzz.hb_blob_create_from_file_or_fail(path);
        if (blob == 0) return 0;
        var face = HarfBuzz.hb_face_create(blob, (uint)index);
        var font = HarfBuzz.hb_font_create(face);
        HarfBuzz.hb_font_set_scale(font, unitsPerEm, unitsPerEm);
        HarfBuzz.hb_face_destroy(face);
        HarfBuzz.hb_blob_destroy(blob);
        return font;
    }
}
