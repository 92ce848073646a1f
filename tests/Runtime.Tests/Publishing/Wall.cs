using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Runtime.Tests.Publishing;

/// <summary>A canvas of one gray, and a tone to go with it.</summary>
internal sealed class Wall : ICompositor
{
    private readonly OwnedVideoFrame _canvas = new(PixelLayout.I420, 320, 180) { Color = ColorDescription.Canvas };

    /// <summary>10 ms of 400 Hz in stereo, which join without a gap.</summary>
    public static float[] Tone { get; } = [.. Enumerable.Range(0, 960).Select(i => 0.3f * MathF.Sin(MathF.Tau * 4 * (i / 2) / 480))];

    public string Name => "gray";

    public void Paint(byte luma)
    {
        _canvas.MarkChanged();
        for (var plane = 0; plane < 3; plane++)
            for (var y = 0; y < _canvas[plane].Height; y++) _canvas[plane].Row(y).Fill(plane == 0 ? luma : (byte)128);
    }

    public bool Compose(Scene scene) => true;

    public VideoFrame Read(PixelLayout layout) => _canvas;

    public void Dispose() => _canvas.Dispose();
}
