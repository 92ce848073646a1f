using ConfEngine.Core.Media;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Decode;

/// <summary>Brings pixel formats that the engine does not draw (NV12, more than 8 bits, RGB, …) into one that it does, with swscale.
/// Matrix and range stay what they were; RGB becomes full-range BT.709.</summary>
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
    private (AVPixelFormat From, AVPixelFormat To, int Width, int Height, ColorDescription FromColor, ColorDescription ToColor) _setting;

    /// <summary>Converts planes of the same size. Allocates only when the setting changes.</summary>
    /// <exception cref="MediaException">swscale cannot do it.</exception>
    public void Convert(AVFrame* from, ColorDescription fromColor, AVPixelFormat toFormat, VideoFrame to)
    {
        Prepare((AVPixelFormat)from->format, toFormat, from->width, from->height, fromColor, to.Color);
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
        Prepare(fromFormat, (AVPixelFormat)to->format, from.Width, from.Height, from.Color, toColor);
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

    private void Prepare(AVPixelFormat from, AVPixelFormat to, int width, int height, ColorDescription fromColor, ColorDescription toColor)
    {
        var wanted = (from, to, width, height, fromColor, toColor);
        if (_context is not null && _setting == wanted) return;
        ffmpeg.sws_freeContext(_context);
        _context = ffmpeg.sws_getContext(width, height, from, width, height, to, Flags, null, null, null);
        if (_context is null) throw new MediaException($"pixel format {(int)from} cannot be converted");
        _setting = wanted;
        // Formats without YUV on either side refuse the call and need none.
        ffmpeg.sws_setColorspaceDetails(
            _context, Coefficients(fromColor.Matrix), IsFull(fromColor), Coefficients(toColor.Matrix), IsFull(toColor), 0, One, One);
    }

    private static int IsFull(ColorDescription color) => color.Range == ColorRange.Full ? 1 : 0;

    private static int_array4 Coefficients(ColorMatrix matrix) => *(int_array4*)ffmpeg.sws_getCoefficients(FrameColor.SwsMatrix(matrix));
}
