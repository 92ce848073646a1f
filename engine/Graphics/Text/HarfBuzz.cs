using System.Runtime.InteropServices;

namespace ConfEngine.Graphics.Text;

/// <summary>The part of HarfBuzz that turns code points into placed glyphs.</summary>
internal static unsafe partial class HarfBuzz
{
    /// <summary>HB_DIRECTION_LTR.</summary>
    public const int LeftToRight = 4;

    /// <summary>HB_DIRECTION_RTL.</summary>
    public const int RightToLeft = 5;

    /// <summary>HB_BUFFER_CONTENT_TYPE_UNICODE.</summary>
    public const int ContentUnicode = 1;

    /// <summary>HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES.</summary>
    public const int RemoveIgnorables = 8;

    private const string Library = "libharfbuzz.so.0";

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint hb_blob_create_from_file_or_fail(string path);

    [LibraryImport(Library)]
    public static partial void hb_blob_destroy(nint blob);

    [LibraryImport(Library)]
    public static partial nint hb_face_create(nint blob, uint index);

    [LibraryImport(Library)]
    public static partial void hb_face_destroy(nint face);

    [LibraryImport(Library)]
    public static partial nint hb_font_create(nint face);

    [LibraryImport(Library)]
    public static partial void hb_font_destroy(nint font);

    [LibraryImport(Library)]
    public static partial void hb_font_set_scale(nint font, int x, int y);

    [LibraryImport(Library)]
    public static partial nint hb_buffer_create();

    [LibraryImport(Library)]
    public static partial void hb_buffer_destroy(nint buffer);

    [LibraryImport(Library)]
    public static partial void hb_buffer_reset(nint buffer);

    [LibraryImport(Library)]
    public static partial void hb_buffer_set_content_type(nint buffer, int type);

    [LibraryImport(Library)]
    public static partial void hb_buffer_set_direction(nint buffer, int direction);

    [LibraryImport(Library)]
    public static partial void hb_buffer_set_script(nint buffer, uint script);

    [LibraryImport(Library)]
    public static partial void hb_buffer_set_flags(nint buffer, int flags);

    [LibraryImport(Library)]
    public static partial void hb_buffer_add_codepoints(nint buffer, uint* text, int textLength, uint itemOffset, int itemLength);

    [LibraryImport(Library)]
    public static partial void hb_shape(nint font, nint buffer, nint features, uint featureCount);

    [LibraryImport(Library)]
    public static partial GlyphInfo* hb_buffer_get_glyph_infos(nint buffer, out uint length);

    [LibraryImport(Library)]
    public static partial GlyphPosition* hb_buffer_get_glyph_positions(nint buffer, out uint length);

    [LibraryImport(Library)]
    public static partial nint hb_unicode_funcs_get_default();

    [LibraryImport(Library)]
    public static partial uint hb_unicode_script(nint functions, uint codePoint);

    /// <summary>hb_glyph_info_t.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct GlyphInfo
    {
        public uint Glyph;
        public uint Mask;
        public uint Cluster;
        private readonly uint _first;
        private readonly uint _second;
    }

    /// <summary>hb_glyph_position_t, in the units of the font's scale.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct GlyphPosition
    {
        public int AdvanceX;
        public int AdvanceY;
        public int OffsetX;
        public int OffsetY;
        private readonly uint _first;
    }
}
