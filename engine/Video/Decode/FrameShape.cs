using ConfEngine.Core.Media;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Decode;

/// <summary>Which layout a decoder's pixel format is shown in, and whether its planes can be taken as they are.</summary>
/// <param name="Format">The decoder's format.</param>
/// <param name="Layout">The layout that keeps all its detail in 8 bits.</param>
/// <param name="IsDirect">True when the planes already lie so.</param>
/// <param name="IsRgb">True when the numbers are not YUV yet.</param>
internal readonly record struct FrameShape(AVPixelFormat Format, PixelLayout Layout, bool IsDirect, bool IsRgb)
{
    private const ulong Palette = 1 << 1;
    private const ulong Hardware = 1 << 3;
    private const ulong Rgb = 1 << 5;

    /// <summary>The pixel format that swscale converts into.</summary>
    public AVPixelFormat Target => Layout switch
    {
        PixelLayout.I422 => AVPixelFormat.AV_PIX_FMT_YUV422P,
        PixelLayout.I444 => AVPixelFormat.AV_PIX_FMT_YUV444P,
        PixelLayout.Gray8 => AVPixelFormat.AV_PIX_FMT_GRAY8,
        _ => AVPixelFormat.AV_PIX_FMT_YUV420P,
    };

    /// <summary>Looks a format up.</summary>
    /// <exception cref="MediaException">FFmpeg does not know it, or its pixels are out of the CPU's reach.</exception>
    public static unsafe FrameShape Of(AVPixelFormat format)
    {
        var layout = DirectLayout(format);
        if (layout != PixelLayout.None) return new(format, layout, true, false);
        var descriptor = ffmpeg.av_pix_fmt_desc_get(format);
        if (descriptor is null || (descriptor->flags & Hardware) != 0)
            throw new MediaException($"pixel format {(int)format} cannot be shown");
        var isRgb = (descriptor->flags & (Rgb | Palette)) != 0;
        return new(format, ConvertedLayout(descriptor, isRgb), false, isRgb);
    }

    // An alpha plane behind the three is left alone: a wall has nothing behind its pictures.
    private static PixelLayout DirectLayout(AVPixelFormat format) => format switch
    {
        AVPixelFormat.AV_PIX_FMT_YUV420P or AVPixelFormat.AV_PIX_FMT_YUVJ420P or AVPixelFormat.AV_PIX_FMT_YUVA420P => PixelLayout.I420,
        AVPixelFormat.AV_PIX_FMT_YUV422P or AVPixelFormat.AV_PIX_FMT_YUVJ422P or AVPixelFormat.AV_PIX_FMT_YUVA422P => PixelLayout.I422,
        AVPixelFormat.AV_PIX_FMT_YUV444P or AVPixelFormat.AV_PIX_FMT_YUVJ444P or AVPixelFormat.AV_PIX_FMT_YUVA444P => PixelLayout.I444,
        AVPixelFormat.AV_PIX_FMT_GRAY8 => PixelLayout.Gray8,
        _ => PixelLayout.None,
    };

    private static unsafe PixelLayout ConvertedLayout(AVPixFmtDescriptor* descriptor, bool isRgb) =>
        (isRgb, descriptor->nb_components, descriptor->log2_chroma_w, descriptor->log2_chroma_h) switch
        {
            (true, _, _, _) => PixelLayout.I444,
            (_, <= 2, _, _) => PixelLayout.Gray8,
            (_, _, 0, 0) => PixelLayout.I444,
            (_, _, 1, 0) => PixelLayout.I422,
            _ => PixelLayout.I420,
        };
}
