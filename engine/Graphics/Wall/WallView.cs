using ConfEngine.Graphics.Layouts;

namespace ConfEngine.Graphics.Wall;

/// <summary>How a wall is looked at: one for each output.</summary>
/// <param name="Width">Canvas width in pixels; even, at least 2.</param>
/// <param name="Height">Canvas height in pixels; even, at least 2.</param>
/// <param name="Layout">The arrangement.</param>
/// <param name="Page">The page shown, from 0; beyond the last means the last.</param>
/// <param name="Decorations">False for pictures only, with square corners on black.</param>
public readonly record struct WallView(int Width, int Height, LayoutKind Layout, int Page = 0, bool Decorations = true);
