namespace ConfEngine.Graphics.Windows;

/// <summary>How the wall's window is opened.</summary>
public sealed record WallWindowOptions
{
    /// <summary>Text in the title bar.</summary>
    public string Title { get; init; } = "ConfEngine";

    /// <summary>Pixels across, without the frame.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>Pixels down, without the frame.</summary>
    public int Height { get; init; } = 720;

    /// <summary>Cover the whole screen from the start.</summary>
    public bool Fullscreen { get; init; }

    /// <summary>Wait for the screen's refresh in every Present. Off, because the frame loop has its own deadline and two clocks would beat.</summary>
    public bool VSync { get; init; }
}
