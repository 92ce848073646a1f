using System.Diagnostics;
using System.Runtime.InteropServices;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Tests.Text;

/// <summary>What we read at fixed offsets is what FreeType and HarfBuzz put there. Values that a font file is known to have show a wrong offset.</summary>
public sealed unsafe class NativeLayoutTests(TextFixture text) : IClassFixture<TextFixture>
{
    [Fact]
    public void Face_fields_are_where_the_font_says()
    {
        var path = text.Fonts.Fonts[0].Path;
        var head = Table(File.ReadAllBytes(path), "head");
        var hhea = Table(File.ReadAllBytes(path), "hhea");
        Assert.Equal(0, FreeType.FT_Init_FreeType(out var library));
        Assert.Equal(0, FreeType.FT_New_Face(library, path, 0, out var face));
        Assert.Equal(1, face->FaceCount);
        Assert.Equal(FreeType.FlagScalable, face->Flags & FreeType.FlagScalable);
        Assert.Equal((head[18] << 8) | head[19], face->UnitsPerEm);
        Assert.Equal((short)((hhea[4] << 8) | hhea[5]), face->Ascender);
        Assert.Equal((short)((hhea[6] << 8) | hhea[7]), face->Descender);
        Assert.NotEmpty(Marshal.PtrToStringUTF8((nint)face->FamilyName)!);
        Assert.Equal(0, FreeType.FT_Done_Face(face));
        Assert.Equal(0, FreeType.FT_Done_FreeType(library));
    }

    [Fact]
    public void A_drawn_glyph_has_the_shape_of_its_letter()
    {
        Assert.Equal(0, FreeType.FT_Init_FreeType(out var library));
        var face = FontFace.TryOpen(library, text.Fonts.Fonts[0], 0);
        Assert.NotNull(face);
        var slot = face.Draw(face.GlyphOf('|'), 64, 0);
        Assert.True(slot is not null);
        Assert.True(slot->Rows > 3 * slot->Columns, "a bar is upright");
        Assert.True(slot->Pitch >= slot->Columns);
        Assert.InRange(slot->LinearAdvance >> 16, 10, 64);
        Assert.InRange(slot->Left, 1, 40);
        Assert.InRange(slot->Top, 32, 64);
        face.Dispose();
        Assert.Equal(0, FreeType.FT_Done_FreeType(library));
    }

    [Fact]
    public void HarfBuzz_records_have_their_size()
    {
        Assert.Equal(20, sizeof(HarfBuzz.GlyphInfo));
        Assert.Equal(20, sizeof(HarfBuzz.GlyphPosition));
    }

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> font, string tag)
    {
        for (var i = 0; i < (font[4] << 8 | font[5]); i++)
        {
            var record = font.Slice(12 + 16 * i, 16);
            if (System.Text.Encoding.ASCII.GetString(record[..4]) != tag) continue;
            return font[(int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(record[8..])..];
        }

        throw new UnreachableException(tag);
    }
}
