using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Compositor;

/// <summary>Draws scenes onto a canvas. Two implementations give the same picture: one on the GPU, one with SIMD on the CPU.
/// Belongs to the render thread.</summary>
public interface ICompositor : IDisposable
{
    /// <summary>"gpu" or "software".</summary>
    string Name { get; }

    /// <summary>Draws the scene. What is equal to the previous scene may be left as it is.</summary>
    /// <returns>False when nothing had to be drawn because nothing changed.</returns>
    bool Compose(Scene scene);

    /// <summary>The pixels of the scene last composed, as <see cref="PixelLayout.Bgra32"/> (opaque sRGB) or <see cref="PixelLayout.I420"/>
    /// (<see cref="ColorDescription.Canvas"/>). Converted or read back when the canvas is kept in the other form, once per change.
    /// The frame belongs to the compositor and is valid until the next call of <see cref="Compose"/>.</summary>
    VideoFrame Read(PixelLayout layout);
}
