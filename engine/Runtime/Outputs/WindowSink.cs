using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Graphics.Windows;

namespace ConfEngine.Runtime.Outputs;

/// <summary>Shows every canvas in the window and turns its keys into commands.</summary>
public sealed class WindowSink : ICanvasSink
{
    private readonly WallWindow _window;
    private readonly Engine _engine;

    /// <summary>Takes over the window.</summary>
    public WindowSink(WallWindow window, Engine engine)
    {
        _window = window;
        _engine = engine;
        window.KeyPressed += OnKey;
    }

    /// <inheritdoc/>
    public void Take(ICompositor compositor, in FrameTime frame, bool changed)
    {
        _window.PumpEvents();
        _window.Present(compositor);
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
                Post(new EngineCommand.SaveScreenshot(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"confengine-{DateTimeOffset.UnixEpoch:yyyyMMdd}.png")));
                break;
            case WallKey.Quit:
                Post(new EngineCommand.Stop());
                break;
        }
    }

    private void Post(EngineCommand command) => _engine.Commands.TryEnqueue(command);
}
