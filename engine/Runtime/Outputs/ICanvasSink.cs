using ConfEngine.Graphics.Compositor;

namespace ConfEngine.Runtime.Outputs;

/// <summary>Somewhere the finished canvas goes: a window, a file, a checksum. Called on the render thread, once a frame.</summary>
public interface ICanvasSink : IDisposable
{
    /// <summary>Takes the frame.</summary>
    /// <param name="compositor">Holds the canvas.</param>
    /// <param name="frame">Which frame it is.</param>
    /// <param name="changed">False when the canvas is the same as before.</param>
    void Take(ICompositor compositor, in FrameTime frame, bool changed);
}
