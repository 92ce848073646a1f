using ConfEngine.Core.Media;

namespace ConfEngine.TestKit.Media;

/// <summary>Pictures of one colour all over.</summary>
public static class FlatPicture
{
    /// <summary>Makes one.</summary>
    /// <param name="layout">A planar layout; Gray8 has the first code only.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="color">What the codes mean.</param>
    /// <param name="codes">Y, U and V.</param>
    public static OwnedVideoFrame Of(PixelLayout layout, int width, int height, ColorDescription color, params ReadOnlySpan<byte> codes)
    {
        var frame = new OwnedVideoFrame(layout, width, height) { Color = color };
        for (var plane = 0; plane < layout.PlaneCount(); plane++)
            for (var y = 0; y < frame[plane].Height; y++) frame[plane].Row(y).Fill(codes[plane]);
        return frame;
    }
}
