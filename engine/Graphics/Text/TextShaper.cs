namespace ConfEngine.Graphics.Text;

/// <summary>Turns a clean text into placed glyphs, shortened to a width where need be.</summary>
internal sealed class TextShaper : IDisposable
{
    private readonly TextItemizer _itemizer;
    private readonly nint _buffer = HarfBuzz.hb_buffer_create();
    private int[] _advances = [];

    public TextShaper(FontFallback fonts) => _itemizer = new TextItemizer(fonts);

    /// <summary>Shapes a line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pixelSize">Size of the em square.</param>
    /// <param name="weight">The weight wanted.</param>
    /// <param name="maxWidth">Pixels that the line may take; at least 1.</param>
    /// <returns>Null when not even an ellipsis fits.</returns>
    public ShapedLine? Shape(CleanText text, int pixelSize, FontWeight weight, int maxWidth)
    {
        var line = Shape(text, text.Count, text.IsCut, pixelSize, weight);
        if (line.PixelWidth <= maxWidth) return line;
        var count = ClustersWithin(text.Count, maxWidth * 64);
        while (true)
        {
            while (count > 0 && text.IsSpace(count - 1)) count--;
            line = Shape(text, count, ellipsis: true, pixelSize, weight);
            if (line.PixelWidth <= maxWidth) return line;
            if (count == 0) return null;
            count = Math.Min(count - 1, ClustersWithin(count, maxWidth * 64 - _advances[count]));
        }
    }

    public void Dispose() => HarfBuzz.hb_buffer_destroy(_buffer);

    private int ClustersWithin(int count, int width)
    {
        var fits = 0;
        for (var sum = 0; fits < count; fits++)
        {
            sum += _advances[fits];
            if (sum > width) break;
        }

        return fits;
    }

    private ShapedLine Shape(CleanText text, int count, bool ellipsis, int pixelSize, FontWeight weight)
    {
        _itemizer.Itemize(text, count, ellipsis, weight);
        // The ellipsis counts as one more cluster.
        if (_advances.Length <= count) _advances = new int[Math.Max(count + 1, 64)];
        Array.Clear(_advances);
        var line = new ShapedLine { HasEllipsis = ellipsis };
        foreach (ref readonly var run in _itemizer.Runs) Shape(run, pixelSize, line);
        return line;
    }

    private unsafe void Shape(in TextRun run, int pixelSize, ShapedLine line)
    {
        HarfBuzz.hb_buffer_reset(_buffer);
        HarfBuzz.hb_buffer_set_content_type(_buffer, HarfBuzz.ContentUnicode);
        HarfBuzz.hb_buffer_set_flags(_buffer, HarfBuzz.RemoveIgnorables);
        HarfBuzz.hb_buffer_set_direction(_buffer, run.IsRightToLeft ? HarfBuzz.RightToLeft : HarfBuzz.LeftToRight);
        HarfBuzz.hb_buffer_set_script(_buffer, run.Script);
        var text = _itemizer.CodePointSpan;
        // The neighbours come along as context: an Arabic letter joins across a change of font.
        fixed (uint* all = text) HarfBuzz.hb_buffer_add_codepoints(_buffer, all, text.Length, (uint)run.Start, run.Length);
        HarfBuzz.hb_shape(run.Face.HarfBuzzFont, _buffer, 0, 0);
        var infos = HarfBuzz.hb_buffer_get_glyph_infos(_buffer, out var count);
        var positions = HarfBuzz.hb_buffer_get_glyph_positions(_buffer, out _);
        var scale = pixelSize * 64.0 / run.Face.UnitsPerEm;
        double pen = line.Width;
        for (var i = 0; i < count; i++)
        {
            var x = (int)Math.Round(pen + positions[i].OffsetX * scale);
            line.Glyphs.Add(new PlacedGlyph(run.Face, infos[i].Glyph, x, (int)Math.Round(positions[i].OffsetY * scale)));
            var advance = positions[i].AdvanceX * scale;
            pen += advance;
            _advances[_itemizer.ClusterSpan[(int)infos[i].Cluster]] += (int)Math.Round(advance);
        }

        line.Width = (int)Math.Round(pen);
    }
}
