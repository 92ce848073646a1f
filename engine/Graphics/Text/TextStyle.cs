namespace ConfEngine.Graphics.Text;

/// <summary>How heavy the strokes are.</summary>
public enum FontWeight
{
    /// <summary>Book weight.</summary>
    Regular,

    /// <summary>Bold; regular where a script has no bold font installed.</summary>
    Bold,
}

/// <summary>How a line of text looks.</summary>
/// <param name="PixelSize">Size of the em square in pixels; brought into 4..512.</param>
/// <param name="Weight">How heavy.</param>
/// <param name="MaxWidth">The widest that the picture may be in pixels; what does not fit gives way to an ellipsis. 0 for no limit of the caller's.</param>
public readonly record struct TextStyle(int PixelSize, FontWeight Weight = FontWeight.Regular, int MaxWidth = 0);

/// <summary>The vertical measures of a size, the same for every text of that size, so that lines sit alike whatever is in them.</summary>
/// <param name="Ascent">Pixels from the top of the line to the baseline.</param>
/// <param name="Descent">Pixels from the baseline to the bottom of the line.</param>
/// <param name="CapHeight">Pixels from the baseline to the top of a capital letter: centre this to centre a label.</param>
public readonly record struct LineMetrics(int Ascent, int Descent, int CapHeight)
{
    /// <summary>Pixels from the top of the line to its bottom.</summary>
    public int Height => Ascent + Descent;
}
