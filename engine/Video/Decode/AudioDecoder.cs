using ConfEngine.Core.Media;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Decode;

/// <summary>Decodes sound of any codec and brings it to 48 kHz interleaved float, mono left mono, everything above two channels mixed down.</summary>
internal sealed unsafe class AudioDecoder : IDisposable
{
    /// <summary>Samples a second of everything that comes out.</summary>
    public const int SampleRate = 48_000;

    private readonly string _display;
    private AVCodecContext* _context;
    private SwrContext* _resampler;
    private (int Rate, int Format, int Channels, ulong Mask) _input;
    private float[] _samples = new float[8192];

    /// <summary>Opens a decoder for a demuxed stream.</summary>
    /// <exception cref="MediaException">There is none, or it refuses the stream.</exception>
    public AudioDecoder(AVCodecParameters* parameters, AVRational timeBase, string display)
    {
        _display = display;
        var name = ffmpeg.avcodec_get_name(parameters->codec_id);
        var codec = ffmpeg.avcodec_find_decoder(parameters->codec_id);
        if (codec is null) throw new MediaException($"{display}: FFmpeg has no decoder for {name}");
        _context = FFmpegError.Check(ffmpeg.avcodec_alloc_context3(codec), display);
        try
        {
            FFmpegError.Check(ffmpeg.avcodec_parameters_to_context(_context, parameters), display);
            _context->pkt_timebase = timeBase;
            _context->thread_count = 1;
            FFmpegError.Check(ffmpeg.avcodec_open2(_context, codec, null), $"{display}: the {name} decoder refuses the stream");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>1 or 2: channels of what comes out.</summary>
    public int Channels { get; private set; }

    /// <summary>Hands a packet over; null says that none follows.</summary>
    public DecodeResult Send(AVPacket* packet) => Result(ffmpeg.avcodec_send_packet(_context, packet));

    /// <summary>Takes the next stretch of decoded sound out.</summary>
    public DecodeResult Receive(AVFrame* sound) => Result(ffmpeg.avcodec_receive_frame(_context, sound));

    /// <summary>Forgets everything, to go on somewhere else.</summary>
    public void Flush() => ffmpeg.avcodec_flush_buffers(_context);

    /// <summary>Converts a stretch; valid until the next call. Allocates only while stretches grow.</summary>
    /// <exception cref="MediaException">Its format cannot be converted.</exception>
    public ReadOnlySpan<float> Resample(AVFrame* sound)
    {
        Prepare(sound);
        var most = ffmpeg.swr_get_out_samples(_resampler, sound->nb_samples);
        if (_samples.Length < most * Channels) _samples = new float[most * Channels];
        fixed (float* samples = _samples)
        {
            var target = (byte*)samples;
            var count = ffmpeg.swr_convert(_resampler, &target, most, sound->extended_data, sound->nb_samples);
            FFmpegError.Check(count, _display);
            return _samples.AsSpan(0, count * Channels);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var context = _context;
        var resampler = _resampler;
        if (context is not null) ffmpeg.avcodec_free_context(&context);
        if (resampler is not null) ffmpeg.swr_free(&resampler);
        _context = null;
        _resampler = null;
    }

    private static DecodeResult Result(int code)
    {
        if (code >= 0) return DecodeResult.Done;
        if (code == ffmpeg.AVERROR(ffmpeg.EAGAIN)) return DecodeResult.NeedsInput;
        return code == ffmpeg.AVERROR_EOF ? DecodeResult.End : DecodeResult.Damaged;
    }

    private void Prepare(AVFrame* sound)
    {
        var channels = sound->ch_layout.nb_channels;
        if (channels is < 1 or > 64 || sound->sample_rate is < 1000 or > 768_000)
            throw new MediaException($"{_display}: sound with {channels} channels at {sound->sample_rate} Hz cannot be played");
        var isNative = sound->ch_layout.order == AVChannelOrder.AV_CHANNEL_ORDER_NATIVE;
        var input = (sound->sample_rate, sound->format, channels, isNative ? sound->ch_layout.u.mask : 0);
        if (_resampler is not null && input == _input) return;
        _input = input;
        Channels = Math.Min(channels, 2);
        AVChannelLayout to, from;
        ffmpeg.av_channel_layout_default(&to, Channels);
        // A layout that says only "so many channels" gets the usual meaning of that number.
        if (isNative) FFmpegError.Check(ffmpeg.av_channel_layout_copy(&from, &sound->ch_layout), _display);
        else ffmpeg.av_channel_layout_default(&from, channels);
        var resampler = _resampler;
        if (resampler is not null) ffmpeg.swr_free(&resampler);
        var code = ffmpeg.swr_alloc_set_opts2(&resampler, &to, AVSampleFormat.AV_SAMPLE_FMT_FLT, SampleRate,
            &from, (AVSampleFormat)sound->format, sound->sample_rate, 0, null);
        ffmpeg.av_channel_layout_uninit(&from);
        _resampler = resampler;
        FFmpegError.Check(code, $"{_display}: sound format cannot be converted");
        FFmpegError.Check(ffmpeg.swr_init(_resampler), $"{_display}: sound format cannot be converted");
    }
}
