using FFmpeg.AutoGen;

namespace ConfEngine.Video;

/// <summary>A packet and a frame, for what goes into a codec and what comes out; filled and emptied over and over.</summary>
internal sealed unsafe class CodecBuffers : IDisposable
{
    /// <summary>Allocates both.</summary>
    /// <param name="what">What they are for, as errors name it.</param>
    /// <exception cref="Core.Media.MediaException">There is no memory left.</exception>
    public CodecBuffers(string what)
    {
        Packet = FFmpegError.Check(ffmpeg.av_packet_alloc(), what);
        Frame = FFmpegError.Check(ffmpeg.av_frame_alloc(), what);
    }

    /// <summary>Compressed data; null when disposed.</summary>
    public AVPacket* Packet { get; private set; }

    /// <summary>A picture or samples; null when disposed.</summary>
    public AVFrame* Frame { get; private set; }

    /// <summary>Frees both and what they hold.</summary>
    public void Dispose()
    {
        var packet = Packet;
        var frame = Frame;
        ffmpeg.av_packet_free(&packet);
        ffmpeg.av_frame_free(&frame);
        Packet = null;
        Frame = null;
    }
}
