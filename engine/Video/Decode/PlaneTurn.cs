using ConfEngine.Core.Media;

namespace ConfEngine.Video.Decode;

/// <summary>Turns planes of bytes by quarter turns and mirrors them.</summary>
internal static unsafe class PlaneTurn
{
    // Columns are far apart in memory; a block of this edge keeps both sides in the first-level cache.
    private const int Block = 32;

    /// <summary>Turns every plane of <paramref name="from"/> into <paramref name="to"/>, which has the layout and the turned size already.</summary>
    public static void Turn(VideoFrame from, VideoFrame to, Orientation how)
    {
        for (var i = 0; i < from.Layout.PlaneCount(); i++)
        {
            if (how.IsTransposed) Transpose(from[i], to[i], how);
            else Mirror(from[i], to[i], how);
        }
    }

    private static void Mirror(Plane from, Plane to, Orientation how)
    {
        for (var y = 0; y < to.Height; y++)
        {
            var row = to.Row(y);
            from.Row(how.FlipsY ? from.Height - 1 - y : y).CopyTo(row);
            if (how.FlipsX) row.Reverse();
        }
    }

    private static void Transpose(Plane from, Plane to, Orientation how)
    {
        for (var top = 0; top < to.Height; top += Block)
            for (var left = 0; left < to.Width; left += Block)
                TransposeBlock(from, to, how, left, top);
    }

    private static void TransposeBlock(Plane from, Plane to, Orientation how, int left, int top)
    {
        var bottom = Math.Min(top + Block, to.Height);
        var right = Math.Min(left + Block, to.Width);
        for (var y = top; y < bottom; y++)
        {
            var column = (byte*)from.Data + (how.FlipsY ? from.Width - 1 - y : y);
            var row = (byte*)to.Data + (long)y * to.Stride;
            for (var x = left; x < right; x++)
                row[x] = column[(long)(how.FlipsX ? from.Height - 1 - x : x) * from.Stride];
        }
    }
}
