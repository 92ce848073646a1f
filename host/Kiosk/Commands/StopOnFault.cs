using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Runtime;
using ConfEngine.Runtime.Outputs;

namespace ConfEngine.Kiosk.Commands;

/// <summary>Ends an offline run as soon as an output has failed or, unless it is to keep going, a source: a batch job must not spend an hour on a wall
/// with a hole in it, or on a file that is not written.</summary>
internal sealed class StopOnFault(Engine engine, bool keepsGoing, Func<string?> outputFault) : ICanvasSink
{
    public void Take(ICompositor compositor, in FrameTime frame, bool changed)
    {
        var sourceFailed = !keepsGoing && engine.Sources.Any(source => source.Tile.State == StreamState.Faulted);
        if (sourceFailed || outputFault() is not null) engine.Commands.TryEnqueue(new EngineCommand.Stop());
    }

    public void Dispose()
    {
    }
}
