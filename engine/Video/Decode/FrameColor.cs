using ConfEngine.Core.Media;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Decode;

/// <summary>FFmpeg's colour fields (ITU-T H.273) as a <see cref="ColorDescription"/>.</summary>
internal static unsafe class FrameColor
{
    /// <summary>How to read a picture's numbers. What the stream leaves open is filled in from the picture's height.</summary>
    public static ColorDescription Read(AVFrame* picture, FrameShape shape)
    {
        // RGB has no matrix of its own; full-range BT.709 loses the least of it on the way through YUV.
        if (shape.IsRgb) return new ColorDescription(ColorMatrix.Bt709, ColorRange.Full, ChromaSiting.Center);
        var unspecified = ColorDescription.Unspecified(picture->height);
        return new ColorDescription(Matrix(picture->colorspace, unspecified.Matrix), Range(picture, shape), Siting(picture, unspecified.Siting));
    }

    /// <summary>The matrix number that swscale knows (its SWS_CS_* are H.273 code points).</summary>
    public static int SwsMatrix(ColorMatrix matrix) => matrix switch
    {
        ColorMatrix.Bt601 => ffmpeg.SWS_CS_ITU601,
        ColorMatrix.Bt2020 => ffmpeg.SWS_CS_BT2020,
        _ => ffmpeg.SWS_CS_ITU709,
    };

    private static ColorMatrix Matrix(AVColorSpace space, ColorMatrix unspecified) => space switch
    {
        AVColorSpace.AVCOL_SPC_BT709 => ColorMatrix.Bt709,
        AVColorSpace.AVCOL_SPC_BT470BG or AVColorSpace.AVCOL_SPC_SMPTE170M or AVColorSpace.AVCOL_SPC_FCC => ColorMatrix.Bt601,
        AVColorSpace.AVCOL_SPC_BT2020_NCL or AVColorSpace.AVCOL_SPC_BT2020_CL => ColorMatrix.Bt2020,
        // SMPTE 240M's weights are nearest to BT.709's.
        AVColorSpace.AVCOL_SPC_SMPTE240M => ColorMatrix.Bt709,
        _ => unspecified,
    };

    private static ColorRange Range(AVFrame* picture, FrameShape shape) => picture->color_range switch
    {
        AVColorRange.AVCOL_RANGE_JPEG => ColorRange.Full,
        AVColorRange.AVCOL_RANGE_MPEG => ColorRange.Limited,
        // Gray without a range is an image, where FFmpeg takes black for 0.
        _ => shape.Layout == PixelLayout.Gray8 || IsFullRangeFormat(shape.Format) ? ColorRange.Full : ColorRange.Limited,
    };

    // The "j" formats mean full range by their name alone.
    private static bool IsFullRangeFormat(AVPixelFormat format) => format is
        AVPixelFormat.AV_PIX_FMT_YUVJ420P or AVPixelFormat.AV_PIX_FMT_YUVJ422P or AVPixelFormat.AV_PIX_FMT_YUVJ444P or
        AVPixelFormat.AV_PIX_FMT_YUVJ440P or AVPixelFormat.AV_PIX_FMT_YUVJ411P;

    private static ChromaSiting Siting(AVFrame* picture, ChromaSiting unspecified) => picture->chroma_location switch
    {
        AVChromaLocation.AVCHROMA_LOC_LEFT => ChromaSiting.Left,
        AVChromaLocation.AVCHROMA_LOC_CENTER => ChromaSiting.Center,
        AVChromaLocation.AVCHROMA_LOC_TOPLEFT => ChromaSiting.TopLeft,
        // JPEG's chroma sits in the middle; MJPEG says so only by its format.
        _ => IsFullRangeFormat((AVPixelFormat)picture->format) ? ChromaSiting.Center : unspecified,
    };
}
