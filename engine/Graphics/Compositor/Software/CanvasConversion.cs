using ConfEngine.Core.Media;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>A finished canvas in the other layout.</summary>
internal static unsafe class CanvasConversion
{
    /// <summary>BGRA to <see cref="ColorDescription.Canvas"/>.</summary>
    public static void ToI420(VideoFrame from, OwnedVideoFrame to, InstructionSet set)
    {
        to.Allocate(PixelLayout.I420, from.Width, from.Height);
        to.Color = ColorDescription.Canvas;
        for (var y = 0; y < from.Height; y += 2)
        {
            var lower = Math.Min(y + 1, from.Height - 1);
            BgraToI420.Rows(
                (uint*)At(from, 0, y), (uint*)At(from, 0, lower), At(to, 0, y), At(to, 0, lower), At(to, 1, y / 2), At(to, 2, y / 2),
                from.Width, set);
        }
    }

    /// <summary><see cref="ColorDescription.Canvas"/> to BGRA.</summary>
    public static void ToBgra(VideoFrame from, OwnedVideoFrame to, InstructionSet set)
    {
        to.Allocate(PixelLayout.Bgra32, from.Width, from.Height);
        to.Color = ColorDescription.Canvas with { Range = ColorRange.Full };
        var color = new YuvCoefficients(from.Color);
        for (var y = 0; y < from.Height; y += 2)
        {
            var lower = Math.Min(y + 1, from.Height - 1);
            YuvToBgra.SharedRows(
                At(from, 0, y), At(from, 0, lower), At(from, 1, y / 2), At(from, 2, y / 2), (uint*)At(to, 0, y), (uint*)At(to, 0, lower),
                from.Width, color, set);
        }
    }

    private static byte* At(VideoFrame frame, int plane, int y) => (byte*)frame[plane].Data + (long)y * frame[plane].Stride;
}
