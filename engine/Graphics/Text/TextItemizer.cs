using System.Runtime.InteropServices;

namespace ConfEngine.Graphics.Text;

/// <summary>Cuts a line into runs: finds every cluster's script and font, then the direction of the whole line, and puts the runs into the order
/// in which they stand on the screen.</summary>
internal sealed class TextItemizer(FontFallback fonts)
{
    private readonly List<uint> _codePoints = [];
    private readonly List<int> _clusters = [];
    private readonly List<(uint Script, FontFace Face)> _items = [];
    private readonly List<TextRun> _runs = [];

    /// <summary>The code points of the line; they differ from the text's where no font had one.</summary>
    public ReadOnlySpan<uint> CodePointSpan => CollectionsMarshal.AsSpan(_codePoints);

    /// <summary>For every code point, the index of the text's cluster that it belongs to.</summary>
    public ReadOnlySpan<int> ClusterSpan => CollectionsMarshal.AsSpan(_clusters);

    /// <summary>The runs in visual order, leftmost first; valid until the next call of <see cref="Itemize"/>.</summary>
    public ReadOnlySpan<TextRun> Runs => CollectionsMarshal.AsSpan(_runs);

    /// <summary>Works out the runs of the first clusters of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">How many of its clusters are taken.</param>
    /// <param name="ellipsis">Whether an ellipsis follows them.</param>
    /// <param name="weight">The weight wanted.</param>
    public void Itemize(CleanText text, int count, bool ellipsis, FontWeight weight)
    {
        _codePoints.Clear();
        _clusters.Clear();
        _items.Clear();
        _runs.Clear();
        for (var i = 0; i < count; i++) Add(text.Cluster(i), i, weight);
        if (ellipsis) AddEllipsis(count, weight);
        GiveScriptToLeadingCommon();
        var levels = new sbyte[_codePoints.Count];
        FriBidi.ResolveLevels(CodePointSpan, levels);
        CutRuns(levels);
        Reorder();
    }

    private void Add(ReadOnlySpan<uint> cluster, int index, FontWeight weight)
    {
        var own = ScriptOf(cluster);
        var previous = _items.Count > 0 ? _items[^1] : default;
        var script = own == ScriptFonts.Common && previous.Face is not null ? previous.Script : own;
        // Spaces, digits and marks that go with any script stay in the run they stand in.
        var face = own == ScriptFonts.Common && previous.Face is not null && !CodePoints.IsEmoji(cluster) && FontFallback.Covers(previous.Face, cluster)
            ? previous.Face
            : fonts.Find(cluster, own, weight);
        if (face is not null) Append(cluster, index, script, face);
        else AppendMissing(cluster, index, weight);
    }

    private void AddEllipsis(int index, FontWeight weight)
    {
        if (fonts.Find([CodePoints.Ellipsis], ScriptFonts.Common, weight) is { } face) Append([CodePoints.Ellipsis], index, ScriptFonts.Common, face);
        else if (fonts.Find(['.'], ScriptFonts.Common, weight) is { } plain) Append(['.', '.', '.'], index, ScriptFonts.Common, plain);
    }

    // What no font has is shown as something, so that a person sees that a character is missing.
    private void AppendMissing(ReadOnlySpan<uint> cluster, int index, FontWeight weight)
    {
        if (CodePoints.IsInvisible(cluster[0])) return;
        ReadOnlySpan<uint> candidates = CodePoints.IsBlank(cluster[0]) ? [' '] : [CodePoints.Replacement, '?', ' '];
        foreach (var candidate in candidates)
        {
            if (fonts.Find([candidate], ScriptFonts.Common, weight) is not { } face) continue;
            Append([candidate], index, ScriptFonts.Common, face);
            return;
        }
    }

    private void Append(ReadOnlySpan<uint> cluster, int index, uint script, FontFace face)
    {
        foreach (var codePoint in cluster)
        {
            _codePoints.Add(codePoint);
            _clusters.Add(index);
            _items.Add((script, face));
        }
    }

    private void GiveScriptToLeadingCommon()
    {
        var items = CollectionsMarshal.AsSpan(_items);
        var first = 0;
        while (first < items.Length && items[first].Script == ScriptFonts.Common) first++;
        if (first == items.Length) return;
        for (var i = 0; i < first; i++) items[i].Script = items[first].Script;
    }

    private void CutRuns(ReadOnlySpan<sbyte> levels)
    {
        var start = 0;
        for (var i = 1; i <= levels.Length; i++)
        {
            // A cluster stays in one piece: its marks and joiners follow its base.
            if (i < levels.Length && (_clusters[i] == _clusters[i - 1] || (levels[i] == levels[start] && _items[i] == _items[start]))) continue;
            _runs.Add(new TextRun(start, i - start, levels[start], _items[start].Script, _items[start].Face));
            start = i;
        }
    }

    // Rule L2 of the bidirectional algorithm: from the highest level down to the lowest odd one, turn around everything at that level or above.
    private void Reorder()
    {
        var highest = 0;
        foreach (var run in _runs) highest = Math.Max(highest, run.Level);
        for (var level = highest; level > 0; level--)
        {
            for (var i = 0; i < _runs.Count; i++)
            {
                var end = i;
                while (end < _runs.Count && _runs[end].Level >= level) end++;
                if (end > i) _runs.Reverse(i, end - i);
                i = end;
            }
        }
    }

    private static uint ScriptOf(ReadOnlySpan<uint> cluster)
    {
        foreach (var codePoint in cluster)
        {
            var script = HarfBuzz.hb_unicode_script(HarfBuzz.hb_unicode_funcs_get_default(), codePoint);
            if (script != ScriptFonts.Common && script != ScriptFonts.Inherited) return script;
        }

        return ScriptFonts.Common;
    }
}
