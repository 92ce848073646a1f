using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Layouts;

/// <summary>What part a tile plays in its layout.</summary>
public enum TileRole : byte
{
    /// <summary>Not on this page: nobody needs its pictures.</summary>
    Hidden,

    /// <summary>One among equals.</summary>
    Member,

    /// <summary>The large one.</summary>
    Stage,

    /// <summary>One of the small ones beside the stage.</summary>
    Filmstrip,
}

/// <summary>Where one tile goes.</summary>
/// <param name="Bounds">Its pixels on the canvas: even position, even size, inside the canvas; empty when hidden.</param>
/// <param name="Role">Its part in the layout.</param>
public readonly record struct TilePlacement(Rect Bounds, TileRole Role)
{
    /// <summary>True when it is on the canvas.</summary>
    public bool IsVisible => Role != TileRole.Hidden;
}
