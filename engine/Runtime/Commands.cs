using ConfEngine.Graphics.Layouts;

namespace ConfEngine.Runtime;

/// <summary>Something asked of the engine by another thread or a key; applied in the Inbox phase.</summary>
public abstract record EngineCommand
{
    private EngineCommand()
    {
    }

    /// <summary>End the loop after this frame.</summary>
    public sealed record Stop : EngineCommand;

    /// <summary>Show the next diagnostic page, or none after the last.</summary>
    public sealed record CycleOverlay : EngineCommand;

    /// <summary>Arrange the tiles in another way.</summary>
    /// <param name="Layout">The way.</param>
    public sealed record SetLayout(LayoutKind Layout) : EngineCommand;

    /// <summary>Arrange the tiles in the next way of the list.</summary>
    public sealed record CycleLayout : EngineCommand;

    /// <summary>Show other tiles where there are more than fit.</summary>
    /// <param name="Step">Pages forward, or back when negative.</param>
    public sealed record TurnPage(int Step) : EngineCommand;

    /// <summary>Save the canvas as a PNG file.</summary>
    /// <param name="Path">Where.</param>
    public sealed record SaveScreenshot(string Path) : EngineCommand;
}
