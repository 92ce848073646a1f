using ConfEngine.Graphics.Compositor;
using ConfEngine.Runtime;
using ConfEngine.Runtime.Outputs;

namespace ConfEngine.Kiosk.Commands;

/// <summary>Asks for a screenshot once the wall has had three seconds to fill, so that a kiosk nobody stops can be looked at too.</summary>
internal sealed class EarlyScreenshot(Engine engine, string path) : ICanvasSink
{
    private const int Seconds = 3;
    private bool _done;

    public void Take(ICompositor compositor, in FrameTime frame, bool changed)
    {
        if (_done || frame.Index < (long)Seconds * engine.Options.FrameRate) return;
        _done = engine.Commands.TryEnqueue(new EngineCommand.SaveScreenshot(path));
    }

    public void Dispose()
    {
    }
}
