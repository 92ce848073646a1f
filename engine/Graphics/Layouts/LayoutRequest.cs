namespace ConfEngine.Graphics.Layouts;

/// <summary>What a layout is asked for. Nothing else decides where a tile goes, so equal requests give equal walls.</summary>
/// <param name="Kind">The arrangement.</param>
/// <param name="Width">Canvas width in pixels, at least 2.</param>
/// <param name="Height">Canvas height in pixels, at least 2.</param>
/// <param name="Tiles">How many tiles there are, shown or not.</param>
public readonly record struct LayoutRequest(LayoutKind Kind, int Width, int Height, int Tiles)
{
    /// <summary>Index of the tile on the stage of <see cref="LayoutKind.Speaker"/> and <see cref="LayoutKind.Content"/>. The other layouts do
    /// not look at it: who speaks must not move the tiles or turn the page. Out of range means the first tile.</summary>
    public int Featured { get; init; }

    /// <summary>The page shown, from 0; beyond the last page means the last one.</summary>
    public int Page { get; init; }
}
