using ConfEngine.Core.Stats;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Overlays;

/// <summary>Sizes and colours that the pages share.</summary>
public static class OverlayTheme
{
    private static readonly Rgba[] s_phases =
    [
        new(0x8A, 0x94, 0xA6), new(0xC9, 0x7B, 0xE8), new(0x4C, 0x9F, 0xFF), new(0x45, 0xD0, 0xD6),
        new(0x3F, 0xC9, 0x8A), new(0xB6, 0xD9, 0x4C), new(0xF5, 0xB5, 0x4A), new(0xF2, 0x7F, 0x5C), new(0x2C, 0x35, 0x45),
    ];

    private static readonly string[] s_phaseNames = Enum.GetNames<FramePhase>();

    /// <summary>Under a page: as under a label, but denser, for there is more to read. Faces and name tags must not show through small letters.</summary>
    public static Rgba Panel => Palette.Label.WithAlpha(240);

    /// <summary>The colour of a phase, in graph and legend.</summary>
    public static Rgba Color(FramePhase phase) => s_phases[(int)phase];

    /// <summary>The name of a phase, without allocating.</summary>
    public static string Name(FramePhase phase) => s_phaseNames[(int)phase];

    /// <summary>Ordinary text of a page; never smaller than can be read close by.</summary>
    public static TextStyle Body(CanvasScale scale) => new(scale.Pixels(18, 10));

    /// <summary>A page's title.</summary>
    public static TextStyle Title(CanvasScale scale) => new(scale.Pixels(20, 11), FontWeight.Bold);

    /// <summary>From the edge of a page to what is on it.</summary>
    public static int Padding(CanvasScale scale) => scale.Pixels(18, 9);

    /// <summary>From one line to the next: tight, so that a table of nine streams leaves the name tags of a wall of nine in sight.</summary>
    public static int LineHeight(CanvasScale scale) => Body(scale).PixelSize * 7 / 5;
}
