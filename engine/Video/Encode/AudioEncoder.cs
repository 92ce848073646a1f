using ConfEngine.Core.Media;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Encode;

/// <summary>AAC from 48 kHz stereo, collected into the codec's own frame length.</summary>
internal sealed unsafe class AudioEncoder : IDisposable
{
    /// <summary>Samples a second.</summary>
    public const int SampleRate = 48_000;

    private const string Name = "aac";
    private AVCodecContext* _context;
    private AVFrame* _frame;
    private int _filled;
    private long _samples;

    /// <summary>Opens the encoder.</summary>
    /// <param name="hasGlobalHeader">The codec's configuration goes into the container's header.</param>
    /// <exception cref="MediaException">FFmpeg lacks it.</exception>
    public AudioEncoder(bool hasGlobalHeader)
    {
        FFmpegLibrary.Initialise();
        var codec = ffmpeg.avcodec_find_encoder_by_name(Name);
        if (codec is null) throw new MediaException($"FFmpeg has no {Name} encoder: install an FFmpeg that was built with it");
        try
        {
            _context = FFmpegError.Check(ffmpeg.avcodec_alloc_context3(codec), Name);
            _context->sample_fmt = AVSampleFormat.AV_SAMPLE_FMT_FLTP;
            _context->sample_rate = SampleRate;
            ffmpeg.av_channel_layout_default(&_context->ch_layout, 2);
            _context->bit_rate = 160_000;
            _context->time_base = new AVRational { num = 1, den = SampleRate };
            if (hasGlobalHeader) _context->flags |= ffmpeg.AV_CODEC_FLAG_GLOBAL_HEADER;
            FFmpegError.Check(ffmpeg.avcodec_open2(_context, codec, null), Name);
            AllocateFrame();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The codec context, for a muxer to copy the stream's parameters from.</summary>
    public AVCodecContext* Context => _context;

    /// <summary>Takes as many stereo samples as fit into the current frame.</summary>
    /// <param name="stereo">Interleaved, full scale ±1.</param>
    /// <param name="isFull">A frame went to the encoder: take packets out before sending more.</param>
    /// <returns>How many floats were taken.</returns>
    /// <exception cref="MediaException">The encoder fails.</exception>
    public int Send(ReadOnlySpan<float> stereo, out bool isFull)
    {
        var count = Math.Min(stereo.Length / 2, _context->frame_size - _filled);
        var left = (float*)_frame->data[0] + _filled;
        var right = (float*)_frame->data[1] + _filled;
        for (var i = 0; i < count; i++)
        {
            left[i] = stereo[2 * i];
            right[i] = stereo[2 * i + 1];
        }

        _filled += count;
        isFull = _filled == _context->frame_size;
        if (isFull) SendFrame();
        return count * 2;
    }

    /// <summary>Sends what is left and says that nothing follows.</summary>
    /// <exception cref="MediaException">The encoder fails.</exception>
    public void SendEnd()
    {
        if (_filled > 0) SendFrame();
        ffmpeg.avcodec_send_frame(_context, null);
    }

    /// <summary>Takes a packet out; false when there is none.</summary>
    /// <exception cref="MediaException">The encoder fails.</exception>
    public bool Receive(AVPacket* packet)
    {
        var code = ffmpeg.avcodec_receive_packet(_context, packet);
        if (code == ffmpeg.AVERROR(ffmpeg.EAGAIN) || code == ffmpeg.AVERROR_EOF) return false;
        FFmpegError.Check(code, $"{Name} failed");
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var context = _context;
        var frame = _frame;
        if (context is not null) ffmpeg.avcodec_free_context(&context);
        ffmpeg.av_frame_free(&frame);
        _context = null;
        _frame = null;
    }

    private void AllocateFrame()
    {
        _frame = FFmpegError.Check(ffmpeg.av_frame_alloc(), Name);
        _frame->format = (int)_context->sample_fmt;
        _frame->nb_samples = _context->frame_size;
        _frame->sample_rate = SampleRate;
        FFmpegError.Check(ffmpeg.av_channel_layout_copy(&_frame->ch_layout, &_context->ch_layout), Name);
        FFmpegError.Check(ffmpeg.av_frame_get_buffer(_frame, 0), Name);
    }

    private void SendFrame()
    {
        _frame->nb_samples = _filled;
        _frame->pts = _samples;
        _samples += _filled;
        _filled = 0;
        FFmpegError.Check(ffmpeg.avcodec_send_frame(_context, _frame), $"{Name} failed");
        // The encoder may have kept a reference to the samples.
        _frame->nb_samples = _context->frame_size;
        FFmpegError.Check(ffmpeg.av_frame_make_writable(_frame), Name);
    }
}
