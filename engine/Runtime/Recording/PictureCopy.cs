using ConfEngine.Core.Media;

namespace ConfEngine.Runtime.Recording;

/// <summary>Copies pixels from one frame to another.</summary>
public static class PictureCopy
{
    /// <summary>Makes <paramref name="target"/> the same picture as <paramref name="source"/>, in memory of its own.</summary>
    public static void Copy(VideoFrame source, OwnedVideoFrame target)
    {
        target.Allocate(source.Layout, source.Width, source.Height);
        target.Color = source.Color;
        target.Pts = source.Pts;
        target.PixelAspect = source.PixelAspect;
        var sampleBytes = source.Layout.SampleBytes();
        for (var plane = 0; plane < source.Layout.PlaneCount(); plane++)
        {
            for (var y = 0; y < source[plane].Height; y++) source[plane].Row(y, sampleBytes).CopyTo(target[plane].Row(y, sampleBytes));
        }
    }
}
