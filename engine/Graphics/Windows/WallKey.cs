namespace ConfEngine.Graphics.Windows;

/// <summary>What a person at the wall's keyboard asks for. Full screen (F11, f, Escape) is the window's own business.</summary>
public enum WallKey
{
    /// <summary>End the program: q or Ctrl-C.</summary>
    Quit,

    /// <summary>Show the next overlay page, or none: o.</summary>
    Overlay,

    /// <summary>Another layout: l.</summary>
    Layout,

    /// <summary>The next page of tiles: right arrow, page down, space.</summary>
    NextPage,

    /// <summary>The page of tiles before: left arrow, page up.</summary>
    PreviousPage,

    /// <summary>Save what is on the wall: s.</summary>
    Screenshot,
}
