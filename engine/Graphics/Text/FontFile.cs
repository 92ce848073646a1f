namespace ConfEngine.Graphics.Text;

/// <summary>A font on disk, known by its name only: it is opened when a text needs it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Family">The file's name without extension and weight: "NotoSansArabic".</param>
/// <param name="Weight">The weight its name speaks of.</param>
public sealed record FontFile(string Path, string Family, FontWeight Weight)
{
    /// <summary>Reads family and weight off a file name such as "NotoSans-Bold.ttf".</summary>
    public static FontFile FromPath(string path)
    {
        var stem = System.IO.Path.GetFileNameWithoutExtension(path);
        var dash = stem.LastIndexOf('-');
        var style = dash > 0 ? stem[(dash + 1)..] : "";
        if (style.Equals("Bold", StringComparison.OrdinalIgnoreCase)) return new FontFile(path, stem[..dash], FontWeight.Bold);
        if (style.Equals("Regular", StringComparison.OrdinalIgnoreCase)) return new FontFile(path, stem[..dash], FontWeight.Regular);
        // "DejaVuSans-Oblique" keeps its style in the family: it is another design, for lack of a better one.
        return new FontFile(path, stem, FontWeight.Regular);
    }
}
