namespace ConfEngine.Graphics.Text;

/// <summary>Which Noto family is drawn for a script, so that Arabic is not taken from the first general font that happens to have the letters,
/// and a rare script does not open a hundred fonts on the way to its own.</summary>
internal static class ScriptFonts
{
    private static readonly Dictionary<uint, string> s_names = new()
    {
        [Tag("Arab")] = "SansArabic", [Tag("Hebr")] = "SansHebrew", [Tag("Deva")] = "SansDevanagari", [Tag("Beng")] = "SansBengali",
        [Tag("Guru")] = "SansGurmukhi", [Tag("Gujr")] = "SansGujarati", [Tag("Orya")] = "SansOriya", [Tag("Taml")] = "SansTamil",
        [Tag("Telu")] = "SansTelugu", [Tag("Knda")] = "SansKannada", [Tag("Mlym")] = "SansMalayalam", [Tag("Sinh")] = "SansSinhala",
        [Tag("Thai")] = "SansThai", [Tag("Laoo")] = "SansLao", [Tag("Tibt")] = "SerifTibetan", [Tag("Mymr")] = "SansMyanmar",
        [Tag("Khmr")] = "SansKhmer", [Tag("Geor")] = "SansGeorgian", [Tag("Armn")] = "SansArmenian", [Tag("Ethi")] = "SansEthiopic",
        [Tag("Cher")] = "SansCherokee", [Tag("Mong")] = "SansMongolian", [Tag("Syrc")] = "SansSyriac", [Tag("Thaa")] = "SansThaana",
        [Tag("Nkoo")] = "SansNKo", [Tag("Adlm")] = "SansAdlam", [Tag("Tfng")] = "SansTifinagh", [Tag("Yiii")] = "SansYi",
        [Tag("Hani")] = "SansCJK", [Tag("Hira")] = "SansCJK", [Tag("Kana")] = "SansCJK", [Tag("Hang")] = "SansCJK", [Tag("Bopo")] = "SansCJK",
    };

    /// <summary>Common: digits, spaces, punctuation, emoji.</summary>
    public static uint Common { get; } = Tag("Zyyy");

    /// <summary>Inherited: marks that take the script of their base.</summary>
    public static uint Inherited { get; } = Tag("Zinh");

    /// <summary>The end of the family's name; empty where no family is preferred.</summary>
    public static string NameFor(uint script) => s_names.GetValueOrDefault(script, "");

    private static uint Tag(string iso15924) => (uint)(iso15924[0] << 24 | iso15924[1] << 16 | iso15924[2] << 8 | iso15924[3]);
}
