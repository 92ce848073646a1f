using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Compositor.Gpu;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Compositor;

/// <summary>Measures compositors on a typical wall: 1080p, nine 640×360 tiles, every one with a new picture in every frame.</summary>
/// <param name="clock">The clock that measures.</param>
/// <param name="readBack">The layout in which the pixels are wanted too; None when they only go to a window.</param>
public sealed class CompositorTrial(IClock clock, PixelLayout readBack) : IDisposable
{
    private const int Rounds = 3;
    private static readonly MediaTime s_tooSlow = MediaTime.FromMilliseconds(30);
    private readonly OwnedVideoFrame[] _frames = [.. Enumerable.Range(0, 9).Select(MakeFrame)];
    private readonly Scene _scene = new();

    /// <summary>The time of the best of a few frames, after one that warms up. One slow frame ends it: the answer is known then.</summary>
    public MediaTime Run(ICompositor compositor)
    {
        Draw(compositor);
        var best = MediaTime.MaxValue;
        for (var i = 0; i < Rounds && (i == 0 || best < s_tooSlow); i++)
        {
            var started = clock.Now;
            Draw(compositor);
            var took = clock.Now - started;
            if (took < best) best = took;
        }

        return best;
    }

    /// <summary>Frees the pictures.</summary>
    public void Dispose()
    {
        foreach (var frame in _frames) frame.Dispose();
    }

    private static OwnedVideoFrame MakeFrame(int seed)
    {
        var frame = new OwnedVideoFrame(PixelLayout.I420, 640, 360) { Color = ColorDescription.Canvas };
        for (var plane = 0; plane < 3; plane++)
            for (var y = 0; y < frame[plane].Height; y++) frame[plane].Row(y).Fill((byte)(64 + (y + seed * 16) % 128));
        return frame;
    }

    private void Draw(ICompositor compositor)
    {
        _scene.Begin(1920, 1080);
        for (var i = 0; i < _frames.Length; i++)
        {
            _frames[i].MarkChanged();
            var bounds = new Rect(8 + i % 3 * 640, 5 + i / 3 * 360, 624, 350);
            _scene.Add(Layer.Video(_frames[i], new SourceRect(0, 0, 640, 360), bounds, 12));
        }

        compositor.Compose(_scene);
        if (readBack != PixelLayout.None) compositor.Read(readBack);
        else if (compositor is GpuCompositor gpu) gpu.Finish();
    }
}
