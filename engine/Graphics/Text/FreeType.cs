using System.Runtime.InteropServices;

namespace ConfEngine.Graphics.Text;

/// <summary>The part of FreeType 2 that opens fonts and draws glyphs. Field offsets are those of the 64-bit ABI of libfreetype.so.6, which has kept
/// them since 2.0.</summary>
internal static unsafe partial class FreeType
{
    /// <summary>FT_LOAD_NO_BITMAP: outlines only.</summary>
    public const int LoadNoBitmap = 1 << 3;

    /// <summary>FT_LOAD_TARGET_LIGHT: snap to the pixel grid up and down only, so that advances stay linear.</summary>
    public const int LoadTargetLight = 1 << 16;

    /// <summary>FT_FACE_FLAG_SCALABLE.</summary>
    public const long FlagScalable = 1;

    /// <summary>FT_FACE_FLAG_COLOR.</summary>
    public const long FlagColor = 1 << 14;

    /// <summary>FT_GLYPH_FORMAT_OUTLINE, the characters 'outl'.</summary>
    public const uint FormatOutline = 0x6F75746C;

    /// <summary>FT_PIXEL_MODE_GRAY: one byte of coverage a pixel.</summary>
    public const byte PixelModeGray = 2;

    private const string Library = "libfreetype.so.6";

    [LibraryImport(Library)]
    public static partial int FT_Init_FreeType(out nint library);

    [LibraryImport(Library)]
    public static partial int FT_Done_FreeType(nint library);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int FT_New_Face(nint library, string path, nint index, out Face* face);

    [LibraryImport(Library)]
    public static partial int FT_Done_Face(Face* face);

    [LibraryImport(Library)]
    public static partial int FT_Set_Pixel_Sizes(Face* face, uint width, uint height);

    [LibraryImport(Library)]
    public static partial uint FT_Get_Char_Index(Face* face, nuint codePoint);

    [LibraryImport(Library)]
    public static partial int FT_Load_Glyph(Face* face, uint glyph, int flags);

    [LibraryImport(Library)]
    public static partial int FT_Render_Glyph(Slot* slot, int mode);

    [LibraryImport(Library)]
    public static partial void FT_Outline_Translate(void* outline, nint x, nint y);

    /// <summary>FT_FaceRec, the fields we read.</summary>
    [StructLayout(LayoutKind.Explicit)]
    public struct Face
    {
        [FieldOffset(0)]
        public nint FaceCount;

        [FieldOffset(16)]
        public nint Flags;

        [FieldOffset(40)]
        public byte* FamilyName;

        [FieldOffset(136)]
        public ushort UnitsPerEm;

        [FieldOffset(138)]
        public short Ascender;

        [FieldOffset(140)]
        public short Descender;

        [FieldOffset(152)]
        public Slot* Glyph;
    }

    /// <summary>FT_GlyphSlotRec, the fields we read.</summary>
    [StructLayout(LayoutKind.Explicit)]
    public struct Slot
    {
        [FieldOffset(112)]
        public nint LinearAdvance;

        [FieldOffset(144)]
        public uint Format;

        [FieldOffset(152)]
        public uint Rows;

        [FieldOffset(156)]
        public uint Columns;

        [FieldOffset(160)]
        public int Pitch;

        [FieldOffset(168)]
        public byte* Pixels;

        [FieldOffset(178)]
        public byte PixelMode;

        [FieldOffset(192)]
        public int Left;

        [FieldOffset(196)]
        public int Top;

        [FieldOffset(200)]
        public byte Outline;
    }
}
