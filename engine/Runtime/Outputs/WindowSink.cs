using System.Globalization;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Graphics.Windows;

namespace ConfEngine.Runtime.Outputs;

/// <summary>Shows every canvas in the window and turns its keys into commands.</summary>
public sealed class WindowSink : ICanvasSink
{
    private readonly WallWindow _window;
    private readonly Engine _engine;
    private readonly IClock _clock;

    /// <summary>Takes over the window.</summary>
    /// <param name="window">The window; disposed with this.</param>
    /// <param name="engine">Gets the commands.</param>
    /// <param name="clock">Names the screenshots.</param>
    public WindowSink(WallWindow window, Engine engine, IClock clock)
    {
        _clock = clock;
        _window = window;
        _engine = engine;
        window.KeyPressed += OnKey;
    }

    /// <inheritdoc/>
    public void Take(ICompositor compositor, in FrameTime frame, bool changed)
    {
        _window.PumpEvents();
        // The windowing API tells nothing of uncovered areas: showing the same canvas again once a second repairs them.
        if (changed || _window.NeedsPresent || frame.Index % _engine.Options.FrameRate == 0) _window.Present(compositor);
        if (_window.IsClosing) Post(new EngineCommand.Stop());
    }

    /// <inheritdoc/>
    public void Dispose() => _window.Dispose();

    private void OnKey(WallKey key)
    {
        switch (key)
        {
            case WallKey.Overlay:
                Post(new EngineCommand.CycleOverlay());
                break;
            case WallKey.Layout:
                Post(new EngineCommand.CycleLayout());
                break;
            case WallKey.NextPage:
                Post(new EngineCommand.TurnPage(1));
                break;
            case WallKey.PreviousPage:
                Post(new EngineCommand.TurnPage(-1));
                break;
            case WallKey.Screenshot:
                Post(new EngineCommand.SaveScreenshot(string.Create(CultureInfo.InvariantCulture, $"confengine-{_clock.WallNow:yyyyMMdd-HHmmss}.png")));
                break;
            case WallKey.Quit:
                Post(new EngineCommand.Stop());
                break;
        }
    }

    private void Post(EngineCommand command) => _engine.Commands.TryEnqueue(command);
}
