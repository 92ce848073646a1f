using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Layouts;

/// <summary>Which part of a picture goes where in its tile.</summary>
/// <param name="Source">The part that is shown, in the picture's pixels.</param>
/// <param name="Destination">Where it goes, inside the tile; even when the tile is.</param>
public readonly record struct ViewPlacement(SourceRect Source, Rect Destination);

/// <summary>Applies a <see cref="ViewMode"/>. Pure.</summary>
public static class ViewFit
{
    /// <summary>Places a picture in a tile.</summary>
    /// <param name="mode">What to do where the shapes differ.</param>
    /// <param name="width">Picture width in its own pixels, at least 1.</param>
    /// <param name="height">Picture height, at least 1.</param>
    /// <param name="pixelAspect">Width of a picture's pixel over its height; nonsense counts as 1.</param>
    /// <param name="tile">The tile on the canvas, not empty.</param>
    public static ViewPlacement Place(ViewMode mode, int width, int height, double pixelAspect, Rect tile)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (tile.IsEmpty) throw new ArgumentException("A picture needs a tile with pixels.", nameof(tile));
        var aspect = double.IsFinite(pixelAspect) && pixelAspect > 0 ? pixelAspect : 1;
        var whole = new SourceRect(0, 0, width, height);
        return mode switch
        {
            ViewMode.Fit => new ViewPlacement(whole, Inside(width * aspect / height, tile)),
            ViewMode.Fill => new ViewPlacement(Crop(width, height, (double)tile.Width / tile.Height / aspect), tile),
            ViewMode.Stretch => new ViewPlacement(whole, tile),
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
        };
    }

    private static Rect Inside(double shape, Rect tile)
    {
        var width = Along(tile.Height * shape, tile.Width);
        var height = Along(tile.Width / shape, tile.Height);
        return new Rect(tile.X + Even.Down((tile.Width - width) / 2), tile.Y + Even.Down((tile.Height - height) / 2), width, height);
    }

    // A bar of a pixel or two would come from rounding alone, and looks like a fault: such a picture takes the whole length.
    private static int Along(double wanted, int available) =>
        wanted > available - 3 ? available : Math.Clamp(Even.Nearest(wanted), Math.Min(2, available), available);

    private static SourceRect Crop(int width, int height, double shape)
    {
        var shownWidth = Math.Min(width, height * shape);
        var shownHeight = Math.Min(height, width / shape);
        return new SourceRect((width - shownWidth) / 2, (height - shownHeight) / 2, shownWidth, shownHeight);
    }
}
