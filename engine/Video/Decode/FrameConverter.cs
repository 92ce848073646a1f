using ConfEngine.Core.Media;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Decode;

/// <summary>Brings pixel formats that the engine does not draw (NV12, more than 8 bits, RGB, …) into one that it does, with swscale.
/// Matrix and range stay what they were; RGB becomes full-range BT.709. Scales where the sizes differ.</summary>
internal sealed unsafe class FrameConverter : IDisposable
{
    // swscale's fixed-point 1.0 for contrast and saturation.
    private const int One = 1 << 16;
    private const int Flags = ffmpeg.SWS_BILINEAR | ffmpeg.SWS_ACCURATE_RND | ffmpeg.SWS_FULL_CHR_H_INP | ffmpeg.SWS_FULL_CHR_H_INT;

    private readonly byte*[] _source = new byte*[4];
    private readonly int[] _sourceStride = new int[4];
    private readonly byte*[] _target = new byte*[4];
    private readonly int[] _targetStride = new int[4];
    private SwsContext* _context;
    private Setting _setting;

    /// <summary>Converts planes. Allocates only when the setting changes.</summary>
    /// <exception cref="MediaException">swscale cannot do it.</exception>
    public void Convert(AVFrame* from, ColorDescription fromColor, AVPixelFormat toFormat, VideoFrame to)
    {
        Prepare(new((AVPixelFormat)from->format, from->width, from->height, fromColor, toFormat, to.Width, to.Height, to.Color));
        for (var i = 0u; i < 4; i++)
        {
            _source[i] = from->data[i];
            _sourceStride[i] = from->linesize[i];
        }

        Aim(_target, _targetStride, to);
        Run(from->height);
    }

    /// <summary>Converts a frame of the engine's into FFmpeg's memory.</summary>
    /// <exception cref="MediaException">swscale cannot do it.</exception>
    public void Convert(VideoFrame from, AVPixelFormat fromFormat, AVFrame* to, ColorDescription toColor)
    {
        Prepare(new(fromFormat, from.Width, from.Height, from.Color, (AVPixelFormat)to->format, to->width, to->height, toColor));
        Aim(_source, _sourceStride, from);
        for (var i = 0u; i < 4; i++)
        {
            _target[i] = to->data[i];
            _targetStride[i] = to->linesize[i];
        }

        Run(from.Height);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ffmpeg.sws_freeContext(_context);
        _context = null;
    }

    private static void Aim(byte*[] planes, int[] strides, VideoFrame frame)
    {
        for (var i = 0; i < 4; i++)
        {
            var exists = i < frame.Layout.PlaneCount();
            planes[i] = exists ? (byte*)frame[i].Data : null;
            strides[i] = exists ? frame[i].Stride : 0;
        }
    }

    private void Run(int height)
    {
        var rows = ffmpeg.sws_scale(_context, _source, _sourceStride, 0, height, _target, _targetStride);
        if (rows < 0) throw new MediaException($"pixel conversion failed: {FFmpegError.Text(rows)}");
    }

    private void Prepare(in Setting wanted)
    {
        if (_context is not null && _setting == wanted) return;
        ffmpeg.sws_freeContext(_context);
        _context = ffmpeg.sws_getContext(wanted.FromWidth, wanted.FromHeight, wanted.From, wanted.ToWidth, wanted.ToHeight, wanted.To, Flags, null, null, null);
        if (_context is null) throw new MediaException($"pixel format {(int)wanted.From} cannot be converted");
        _setting = wanted;
        // Formats without YUV on either side refuse the call and need none.
        ffmpeg.sws_setColorspaceDetails(
            _context, Coefficients(wanted.FromColor.Matrix), IsFull(wanted.FromColor), Coefficients(wanted.ToColor.Matrix), IsFull(wanted.ToColor), 0, One, One);
    }

    private static int IsFull(ColorDescription color) => color.Range == ColorRange.Full ? 1 : 0;

    private static int_array4 Coefficients(ColorMatrix matrix) => *(int_array4*)ffmpeg.sws_getCoefficients(FrameColor.SwsMatrix(matrix));

    private readonly record struct Setting(
        AVPixelFormat From, int FromWidth, int FromHeight, ColorDescription FromColor, AVPixelFormat To, int ToWidth, int ToHeight, ColorDescription ToColor);
}
