using ConfEngine.Core.Media;
using ConfEngine.Core.Memory;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Decode;

/// <summary>A picture of a stream: either a reference to the decoder's own buffers, which nobody copies, or pixels of its own
/// for pictures that had to be converted, turned or drawn.</summary>
internal sealed unsafe class DecodedFrame : VideoFrame, IDisposable
{
    private AVFrame* _reference = FFmpegError.Check(ffmpeg.av_frame_alloc(), "frame");
    private OwnedVideoFrame? _pixels;

    /// <summary>Frees a frame that nobody disposed of.</summary>
    ~DecodedFrame() => Free();

    /// <summary>Takes over what <paramref name="picture"/> refers to and leaves it empty. The planes are looked at in place.</summary>
    public void TakeReference(AVFrame* picture, PixelLayout layout)
    {
        ffmpeg.av_frame_unref(_reference);
        ffmpeg.av_frame_move_ref(_reference, picture);
        Describe(layout, _reference->width, _reference->height);
        for (var i = 0; i < layout.PlaneCount(); i++) SetPlane(i, (nint)_reference->data[(uint)i], _reference->linesize[(uint)i]);
    }

    /// <summary>Makes this a picture with pixels of its own, of undefined content. Memory is reused when it is large enough.</summary>
    public void Allocate(PixelLayout layout, int width, int height)
    {
        _pixels ??= new OwnedVideoFrame();
        _pixels.Allocate(layout, width, height);
        Describe(layout, width, height);
        for (var i = 0; i < layout.PlaneCount(); i++) SetPlane(i, _pixels[i].Data, _pixels[i].Stride);
    }

    /// <summary>Lets the decoder have its buffers back; own pixels stay for the next picture.</summary>
    public override void Recycle()
    {
        ffmpeg.av_frame_unref(_reference);
        Arrival = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        _pixels?.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        var reference = _reference;
        ffmpeg.av_frame_free(&reference);
        _reference = null;
    }
}
