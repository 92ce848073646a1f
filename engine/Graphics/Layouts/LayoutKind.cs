namespace ConfEngine.Graphics.Layouts;

/// <summary>How the tiles of a wall are arranged.</summary>
public enum LayoutKind
{
    /// <summary>All tiles of one size, as large as the canvas lets them be; pages beyond 49 tiles.</summary>
    Gallery,

    /// <summary>The speaker large, the others in a filmstrip.</summary>
    Speaker,

    /// <summary>Shared content as large as it gets, the people in a filmstrip.</summary>
    Content,

    /// <summary>Edge to edge and row by row in a square grid, nothing between the tiles: to compare with other tools.</summary>
    Grid,
}

/// <summary>The names of the layouts, as a person types them.</summary>
public static class LayoutKinds
{
    /// <summary>Every name, for messages: "gallery, speaker, content, grid".</summary>
    public const string Names = "gallery, speaker, content, grid";

    /// <summary>Reads a name of <see cref="Names"/>, in upper or lower case.</summary>
    /// <returns>False when there is no such layout.</returns>
    public static bool TryParse(string? name, out LayoutKind kind)
    {
        for (kind = LayoutKind.Gallery; kind <= LayoutKind.Grid; kind++)
            if (string.Equals(name, kind.Name(), StringComparison.OrdinalIgnoreCase))
                return true;
        kind = default;
        return false;
    }

    /// <summary>The name that <see cref="TryParse"/> reads.</summary>
    public static string Name(this LayoutKind kind) => kind switch
    {
        LayoutKind.Gallery => "gallery",
        LayoutKind.Speaker => "speaker",
        LayoutKind.Content => "content",
        LayoutKind.Grid => "grid",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
