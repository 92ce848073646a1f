using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Text;

/// <summary>A line of text drawn as coverage. Belongs to the <see cref="TextRenderer"/> that made it and is good until the
/// <see cref="TextRenderer.EndFrame"/> of the frame in which it was asked for; ask again in the next frame, that costs a look-up.</summary>
public sealed class TextImage
{
    internal TextImage(Bitmap mask, int baseline)
    {
        Mask = mask;
        Baseline = baseline;
    }

    /// <summary>The pixels, <see cref="BitmapFormat.Alpha8"/>.</summary>
    public Bitmap Mask { get; }

    /// <summary>Rows from the top of <see cref="Mask"/> down to the baseline.</summary>
    public int Baseline { get; }

    /// <summary>Pixels across.</summary>
    public int Width => Mask.Width;

    /// <summary>Pixels down; at least the height of a line of this size.</summary>
    public int Height => Mask.Height;
}
