using System.Numerics;

namespace Silk.NET.Input.Glfw;

/// <summary>
/// Tells a double click (the same button, soon enough, near enough) from single ones. A single click is known only when the
/// time for a second one is over, so it is told by the next <see cref="Press"/> or <see cref="Update"/>, as in the genuine package.
/// </summary>
internal sealed class ClickDetector(Action<MouseButton> click, Action<MouseButton> doubleClick)
{
    private (MouseButton Button, Vector2 Position, double Seconds)? _first;

    public int TimeMilliseconds { get; set; } = 500;

    public int RangePixels { get; set; } = 4;

    /// <param name="button">The button that went down.</param>
    /// <param name="position">Where, in the window's coordinates.</param>
    /// <param name="seconds">When, on any steady clock.</param>
    public void Press(MouseButton button, Vector2 position, double seconds)
    {
        Update(seconds);
        if (_first is not { } first)
        {
            _first = (button, position, seconds);
        }
        else if (first.Button == button && IsNear(first.Position, position))
        {
            _first = null;
            doubleClick(button);
        }
        else
        {
            _first = (button, position, seconds);
            click(first.Button);
        }
    }

    public void Update(double seconds)
    {
        if (_first is not { } first || (seconds - first.Seconds) * 1000 <= TimeMilliseconds) return;
        _first = null;
        click(first.Button);
    }

    private bool IsNear(Vector2 first, Vector2 second) =>
        Math.Abs(first.X - second.X) < RangePixels && Math.Abs(first.Y - second.Y) < RangePixels;
}
