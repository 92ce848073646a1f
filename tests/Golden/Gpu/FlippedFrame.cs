using ConfEngine.Core.Media;

namespace ConfEngine.Golden.Gpu;

/// <summary>A copy of a picture whose rows lie in memory from the last to the first, as some decoders hand them out.</summary>
internal sealed class FlippedFrame : VideoFrame
{
    private readonly OwnedVideoFrame _stored;

    public FlippedFrame(VideoFrame upright)
    {
        _stored = new OwnedVideoFrame(upright.Layout, upright.Width, upright.Height);
        Describe(upright.Layout, upright.Width, upright.Height);
        Color = upright.Color;
        for (var plane = 0; plane < upright.Layout.PlaneCount(); plane++)
        {
            var to = _stored[plane];
            for (var y = 0; y < to.Height; y++) upright[plane].Row(y).CopyTo(to.Row(to.Height - 1 - y));
            SetPlane(plane, to.Data + (to.Height - 1) * to.Stride, -to.Stride);
        }
    }

    public override void Recycle()
    {
    }
}
