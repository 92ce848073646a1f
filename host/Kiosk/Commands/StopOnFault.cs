using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Runtime;
using ConfEngine.Runtime.Outputs;

namespace ConfEngine.Kiosk.Commands;

/// <summary>Ends an offline run as soon as a source has failed: a batch job must not spend an hour on a wall with a hole in it.</summary>
internal sealed class StopOnFault(Engine engine) : ICanvasSink
{
    public void Take(ICompositor compositor, in FrameTime frame, bool changed)
    {
        foreach (var source in engine.Sources)
        {
            if (source.Tile.State == StreamState.Faulted) engine.Commands.TryEnqueue(new EngineCommand.Stop());
        }
    }

    public void Dispose()
    {
    }
}
