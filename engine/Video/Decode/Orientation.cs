using FFmpeg.AutoGen;

namespace ConfEngine.Video.Decode;

/// <summary>How a stored picture has to be turned to stand upright: first rows and columns are swapped, then the result is mirrored.</summary>
/// <param name="IsTransposed">Rows become columns.</param>
/// <param name="FlipsX">Mirrored left to right afterwards.</param>
/// <param name="FlipsY">Mirrored top to bottom afterwards.</param>
internal readonly record struct Orientation(bool IsTransposed, bool FlipsX, bool FlipsY)
{
    /// <summary>Nothing to do.</summary>
    public bool IsUpright => this == default;

    /// <summary>The quarter turn nearest to a display matrix (ISO 14496-12, 8.5.2: a point (x, y) goes to (ax + cy, bx + dy)).</summary>
    /// <param name="matrix">Nine numbers a b u c d v x y w; null for none.</param>
    public static unsafe Orientation Of(int* matrix)
    {
        if (matrix is null) return default;
        long a = matrix[0], b = matrix[1], c = matrix[3], d = matrix[4];
        if (Math.Abs(a) + Math.Abs(d) >= Math.Abs(b) + Math.Abs(c)) return new(false, a < 0, d < 0);
        return new(true, c < 0, b < 0);
    }

    /// <summary>What a stream says about itself.</summary>
    public static unsafe Orientation Of(AVStream* stream)
    {
        ulong size = 0;
        var matrix = ffmpeg.av_stream_get_side_data(stream, AVPacketSideDataType.AV_PKT_DATA_DISPLAYMATRIX, &size);
        return Of(size >= 9 * sizeof(int) ? (int*)matrix : null);
    }
}
