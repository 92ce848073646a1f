namespace ConfEngine.Core.Media;

/// <summary>How the pixels of a picture lie in memory. All are 8 bits a sample.</summary>
public enum PixelLayout
{
    /// <summary>No picture.</summary>
    None,

    /// <summary>Planar Y, U, V; chroma halved both ways.</summary>
    I420,

    /// <summary>Planar Y, U, V; chroma halved across.</summary>
    I422,

    /// <summary>Planar Y, U, V; chroma in full.</summary>
    I444,

    /// <summary>Luma only.</summary>
    Gray8,

    /// <summary>One plane of blue, green, red, alpha bytes; alpha premultiplied where it matters.</summary>
    Bgra32,
}

/// <summary>Arithmetic on <see cref="PixelLayout"/>.</summary>
public static class PixelLayouts
{
    /// <summary>How many planes the layout has.</summary>
    public static int PlaneCount(this PixelLayout layout) => layout switch
    {
        PixelLayout.None => 0,
        PixelLayout.Gray8 or PixelLayout.Bgra32 => 1,
        _ => 3,
    };

    /// <summary>Width in samples of plane <paramref name="plane"/> of a picture <paramref name="width"/> pixels wide; chroma rounds up.</summary>
    public static int PlaneWidth(this PixelLayout layout, int plane, int width) =>
        plane > 0 && (layout is PixelLayout.I420 or PixelLayout.I422) ? (width + 1) / 2 : width;

    /// <summary>Height in rows of plane <paramref name="plane"/> of a picture <paramref name="height"/> pixels high; chroma rounds up.</summary>
    public static int PlaneHeight(this PixelLayout layout, int plane, int height) =>
        plane > 0 && layout is PixelLayout.I420 ? (height + 1) / 2 : height;

    /// <summary>Bytes of one sample of a plane.</summary>
    public static int SampleBytes(this PixelLayout layout) => layout is PixelLayout.Bgra32 ? 4 : 1;
}
