using ConfEngine.Core.Media;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Encode;

/// <summary>FFmpeg's name for the engine's layouts.</summary>
internal static class EngineFormat
{
    /// <summary>The pixel format that a frame's planes are in.</summary>
    public static AVPixelFormat Of(VideoFrame frame) => frame.Layout switch
    {
        PixelLayout.I420 => AVPixelFormat.AV_PIX_FMT_YUV420P,
        PixelLayout.I422 => AVPixelFormat.AV_PIX_FMT_YUV422P,
        PixelLayout.I444 => AVPixelFormat.AV_PIX_FMT_YUV444P,
        PixelLayout.Gray8 => AVPixelFormat.AV_PIX_FMT_GRAY8,
        PixelLayout.Bgra32 => AVPixelFormat.AV_PIX_FMT_BGRA,
        _ => throw new ArgumentException("the frame has no pixels", nameof(frame)),
    };
}
