namespace ConfEngine.Graphics.Text;

/// <summary>Finds a font for each character: one made for its script first, then the set's order. Opens fonts when they are first asked.</summary>
internal sealed class FontFallback : IDisposable
{
    // A room's names need a few hundred entries; the bound only keeps hostile text from growing it for ever.
    private const int MaxRemembered = 8192;

    private readonly nint _library;
    private readonly List<Family> _families = [];
    private readonly Dictionary<(uint CodePoint, FontWeight Weight), FontFace?> _remembered = [];
    private int _opened;

    public FontFallback(FontSet fonts)
    {
        if (FreeType.FT_Init_FreeType(out _library) != 0) throw new InvalidOperationException("FreeType does not start");
        foreach (var file in fonts.Fonts)
        {
            var family = _families.Find(candidate => candidate.Name == file.Family);
            if (family is null) _families.Add(family = new Family(file.Family));
            family.Take(file);
        }
    }

    /// <summary>The font of ordinary text, which sets the height of lines; null when no font can be opened.</summary>
    public FontFace? Primary(FontWeight weight) => Find([' '], 0, weight);

    /// <summary>Finds a font for a whole cluster, else one for its base character.</summary>
    /// <param name="cluster">Code points; the first is the base.</param>
    /// <param name="script">ISO 15924 tag of the cluster, 0 where unknown.</param>
    /// <param name="weight">The weight wanted.</param>
    public FontFace? Find(ReadOnlySpan<uint> cluster, uint script, FontWeight weight)
    {
        if (cluster.Length > 1)
        {
            var whole = Search(cluster, script, weight);
            if (whole is not null) return whole;
        }

        var key = (cluster[0], weight);
        if (_remembered.TryGetValue(key, out var known)) return known;
        if (_remembered.Count >= MaxRemembered) _remembered.Clear();
        return _remembered[key] = Search(cluster[..1], script, weight);
    }

    public void Dispose()
    {
        foreach (var family in _families) family.Dispose();
        _ = FreeType.FT_Done_FreeType(_library);
    }

    /// <summary>True when the font has a glyph for everything in the cluster that shows.</summary>
    public static bool Covers(FontFace face, ReadOnlySpan<uint> cluster)
    {
        foreach (var codePoint in cluster)
        {
            if (!CodePoints.IsInvisible(codePoint) && !face.Has(codePoint)) return false;
        }

        return true;
    }

    private FontFace? Search(ReadOnlySpan<uint> cluster, uint script, FontWeight weight)
    {
        if (!CodePoints.IsAssigned(cluster[0])) return null;
        var wanted = CodePoints.IsEmoji(cluster) ? "Emoji" : ScriptFonts.NameFor(script);
        if (wanted.Length > 0)
        {
            foreach (var family in _families)
            {
                if (family.IsFor(wanted) && Try(family, cluster, weight) is { } made) return made;
            }
        }

        foreach (var family in _families)
        {
            if (Try(family, cluster, weight) is { } face) return face;
        }

        return null;
    }

    private FontFace? Try(Family family, ReadOnlySpan<uint> cluster, FontWeight weight)
    {
        var face = family.Open(_library, weight, ref _opened);
        return face is not null && Covers(face, cluster) ? face : null;
    }

    private sealed class Family(string name) : IDisposable
    {
        private readonly FontFile?[] _files = new FontFile?[2];
        private readonly FontFace?[] _faces = new FontFace?[2];

        public string Name => name;

        public void Take(FontFile file) => _files[(int)file.Weight] ??= file;

        // Symbola holds the monochrome emoji where Noto Emoji is not installed.
        public bool IsFor(string wanted) =>
            name.StartsWith("Noto", StringComparison.OrdinalIgnoreCase)
                ? name.EndsWith(wanted, StringComparison.OrdinalIgnoreCase)
                : wanted == "Emoji" && name.StartsWith("Symbola", StringComparison.OrdinalIgnoreCase);

        public FontFace? Open(nint library, FontWeight weight, ref int opened) =>
            OpenExactly(library, weight, ref opened)
            ?? OpenExactly(library, weight == FontWeight.Bold ? FontWeight.Regular : FontWeight.Bold, ref opened);

        public void Dispose()
        {
            foreach (var face in _faces) face?.Dispose();
        }

        private FontFace? OpenExactly(nint library, FontWeight weight, ref int opened)
        {
            var slot = (int)weight;
            if (_faces[slot] is not null || _files[slot] is not { } file) return _faces[slot];
            _faces[slot] = FontFace.TryOpen(library, file, opened);
            // A damaged file is asked once.
            if (_faces[slot] is null) _files[slot] = null;
            else opened++;
            return _faces[slot];
        }
    }
}
