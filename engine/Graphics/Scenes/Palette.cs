namespace ConfEngine.Graphics.Scenes;

/// <summary>The colours of everything that is not a picture: wall, home screen and overlay look like one thing.</summary>
public static class Palette
{
    /// <summary>Behind everything. Darker than any tile, but not black: black is what a dead screen shows.</summary>
    public static Rgba Background => new(15, 17, 21);

    /// <summary>A tile without a picture, the bars beside a picture, a card.</summary>
    public static Rgba Surface => new(33, 37, 45);

    /// <summary>What lies on a surface and must stand out from it.</summary>
    public static Rgba SurfaceRaised => new(52, 58, 70);

    /// <summary>Text that is to be read.</summary>
    public static Rgba Text => new(240, 243, 247);

    /// <summary>Text that is only to be found when looked for.</summary>
    public static Rgba TextMuted => new(158, 167, 180);

    /// <summary>Who speaks, what is chosen.</summary>
    public static Rgba Accent => new(61, 205, 142);

    /// <summary>Needs a look.</summary>
    public static Rgba Warning => new(245, 183, 72);

    /// <summary>Does not work.</summary>
    public static Rgba Error => new(240, 98, 92);

    /// <summary>Under text on a picture: any picture, also a white one.</summary>
    public static Rgba Label => new(12, 14, 18, 184);

    /// <summary>Over the last picture of a stream that has stopped.</summary>
    public static Rgba Dim => new(12, 14, 18, 184);

    /// <summary>One of eight calm colours, the same for the same number: how a participant without a picture is told from the others.</summary>
    public static Rgba Person(uint number) => (number % 8) switch
    {
        0 => new(70, 103, 168),
        1 => new(122, 84, 160),
        2 => new(44, 124, 122),
        3 => new(158, 82, 96),
        4 => new(88, 122, 58),
        5 => new(166, 104, 48),
        6 => new(66, 118, 150),
        _ => new(128, 92, 122),
    };
}
